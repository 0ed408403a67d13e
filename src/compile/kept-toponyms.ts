import type { PlaceRecord, ToponymRecord } from "../types";
import { nameKeys } from "./name-keys";

/**
 * The attested names that go into the file: all but those of no known language whose folded keys another name of the place already
 * has. They would find nothing that is not found without them, and say less: "Pokrowsk" is better explained as the German
 * transcription of Покровськ than as a spelling that somebody put into a list. The records keep them. Outside Ukraine the first Latin
 * name stays, because there it is the headline name in English.
 */
export function keptToponyms(record: PlaceRecord): ToponymRecord[] {
  const headline =
    record.country === "UA" || record.toponyms.some(({ lang }) => lang === "en")
      ? undefined
      : record.toponyms.find(({ lang }) => lang === "und-Latn");
  const untagged = (toponym: ToponymRecord): boolean => toponym.lang.startsWith("und-") && toponym !== headline;
  const keys = new Set<string>();
  for (const toponym of record.toponyms)
    if (!untagged(toponym)) for (const key of nameKeys(toponym.text)) keys.add(key);
  const kept = record.toponyms.filter((toponym) => {
    if (!untagged(toponym)) return true;
    const own = nameKeys(toponym.text);
    if (own.every((key) => keys.has(key))) return false;
    for (const key of own) keys.add(key);
    return true;
  });
  return kept.length > 0 ? kept : record.toponyms;
}
