const NAMES = [
  "Krasnarmeysk",
  "Volchansk",
  "Харьков",
  "м. Київ",
  "Pokrovske",
  "вул. Садова, 5",
  "",
  "Мирноград",
  "Dimitrov",
];

/** A table whose rows repeat a few names, some of them broken. Same rows and seed, same table. */
export function dirtyTable(rows: number, seed: number): string {
  let text = "id,place,note\n";
  for (let row = 0; row < rows; row++) {
    const drawn = ((row + seed) * 7_919) % 10_007;
    const name = NAMES[drawn % NAMES.length];
    if (drawn === 17) text += `${row}\n`;
    else if (drawn === 18) text += `${row},"${name}\n`;
    else text += `${row},"${name}","a note,\nof two lines ${drawn}"\n`;
  }
  return text;
}
