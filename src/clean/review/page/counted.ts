/**
 * A number with its noun, as people write it.
 *
 * @example
 * counted(3400, "row") // "3,400 rows"
 * counted(0, "row") // "no rows"
 */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? "no" : count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
