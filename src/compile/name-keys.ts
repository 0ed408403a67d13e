import { fold } from "../text/fold";

/**
 * The folded keys under which a name is found. Usually one. Where a letter is commonly written in two ways that the fold cannot
 * join without joining too much, the name has a key for each: Russian ё is written е, and romanized both e and yo (o after ж ч ш щ).
 *
 * @example
 * nameKeys("Новосёловка") // ["novoselovka", "novosiolovka"]
 */
export function nameKeys(text: string): string[] {
  const keys = [fold(text)];
  if (/ё/iu.test(text)) keys.push(fold(text.replace(/([жчшщ])ё/giu, "$1о").replace(/ё/giu, "йо")));
  return keys.filter((key, index) => key !== "" && keys.indexOf(key) === index);
}
