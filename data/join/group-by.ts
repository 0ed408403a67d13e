/** Rows by a key, in their order. @example groupBy(["Київ", "Канів"], (name) => name[0]).get("К") // ["Київ", "Канів"] */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
