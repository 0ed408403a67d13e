const NOTES = [
  "передано телефоном",
  'за списком "Б", уточнити',
  "адреса зі слів заявника",
  "перевірено, без змін",
  "см. приложение, лист 2",
  "as in the form of 2019",
  "",
  "перший рядок\nдругий рядок",
  'so called "old" part of town',
  "уточнено;\tпереписано",
];

/** The free text of a row, with what breaks careless readers of CSV: commas, quotes, line breaks. */
export function noteText(row: number, random: () => number): string {
  const note = NOTES[Math.floor(random() * NOTES.length)];
  return note === "" ? "" : `${note}, № ${row % 9973}-${Math.floor(random() * 1000)}`;
}
