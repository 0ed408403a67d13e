/** Shorter names are not misspelt here: one slip in three letters leaves nothing to find the name by. */
export const SHORTEST_MISSPELT = 4;

const CYRILLIC = "абвгдеєжзиіїйклмнопрстуфхцчшщьыюя";
const LATIN = "abcdefghijklmnopqrstuvwxyz";

/** A name with one substitution, deletion, insertion or transposition of a letter of its own script; "" when it has no place for one. */
export function misspell(name: string, random: () => number): string {
  const letters = [...name];
  const places = letters.map((letter, at) => (/\p{L}/u.test(letter) ? at : -1)).filter((at) => at >= 0);
  if (places.length < SHORTEST_MISSPELT) return "";
  const at = places[Math.floor(random() * places.length)];
  const alphabet = /\p{Script=Cyrillic}/u.test(letters[at]) ? CYRILLIC : LATIN;
  const drawn = alphabet[Math.floor(random() * alphabet.length)];
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters[at] = likeCase(drawn, letters[at]);
  else if (kind === 1) letters.splice(at, 1);
  else if (kind === 2) letters.splice(at + 1, 0, drawn);
  else {
    if (!/\p{L}/u.test(letters[at + 1] ?? "") || letters[at].toLowerCase() === letters[at + 1].toLowerCase()) return "";
    const [first, second] = [letters[at], letters[at + 1]];
    letters[at] = likeCase(second, first);
    letters[at + 1] = likeCase(first, second);
  }
  return letters.join("");
}

const likeCase = (letter: string, model: string): string =>
  model === model.toLowerCase() ? letter.toLowerCase() : letter.toUpperCase();
