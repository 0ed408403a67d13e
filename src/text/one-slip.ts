/**
 * Whether two strings are one slip of the pen apart: a letter more, less or other, or two neighbours that have changed places
 * (F. Damerau: A technique for computer detection and correction of spelling errors, 1964). Linear, unlike a distance.
 *
 * @example
 * isOneSlip("donegsk", "donetsk")   // true
 * isOneSlip("pokrovks", "pokrovsk") // true
 */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left <= 1 && right <= 1) return left + right > 0;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
