import { romanize, type SystemId } from "../../src/core";
import { unitText, withGeneric } from "./generic-elements";
import type { MeantPlace, Spelling } from "./meant-places";
import { hasApostrophe, mistyped, type Slip, withLookAlikes, withOtherApostrophe, withSpaces } from "./slips";

/** A cell of places with the oblast cell beside it, and what is known of how it came about. */
export interface DirtyValue {
  name: string;
  oblast: string;
  /** id of the place that is meant; empty: none */
  meant: string;
  /** the spelling it began with and the slips, in words */
  made: string;
}

/** Systems that people who type names follow, knowingly or not. */
const SYSTEMS: Record<"uk" | "ru", readonly SystemId[]> = {
  uk: [
    "uk-national-2010",
    "uk-bgn-pcgn-1965",
    "uk-national-1996",
    "uk-scholarly",
    "uk-german",
    "uk-polish",
    "uk-french",
    "uk-dstu-9112-2021-b",
  ],
  ru: [
    "ru-bgn-pcgn-1947",
    "ru-english-traditional",
    "ru-icao-9303",
    "ru-gost-7-79-2000-b",
    "ru-german",
    "ru-polish",
    "ru-french",
    "ru-scholarly",
  ],
};

/** How often each slip befalls a name. */
export type SlipShares = Record<Slip, number>;

/** A column in which values repeat: most cells came out of a form, or were pasted. */
export const REPEATED_SLIPS: SlipShares = {
  typo: 0.2,
  "two-typos": 0.04,
  "look-alike": 0.04,
  apostrophe: 0.6,
  upper: 0.07,
  lower: 0.1,
  generic: 0.25,
  "unit-behind": 0.07,
  spaces: 0.06,
};

/** A column without repeats: there are only so many ways to write a name, so every slip is more frequent. */
export const DISTINCT_SLIPS: SlipShares = {
  typo: 0.35,
  "two-typos": 0.1,
  "look-alike": 0.08,
  apostrophe: 0.7,
  upper: 0.12,
  lower: 0.15,
  generic: 0.4,
  "unit-behind": 0.2,
  spaces: 0.1,
};

/** The official Ukrainian name and the oblast in full: how the first value of every place is written. */
export function cleanValue(place: MeantPlace): DirtyValue {
  return { name: place.names.uk, oblast: unitText(place.oblast, "uk", "whole"), meant: place.id, made: "uk" };
}

/** Writes the name of a place as somebody may have typed it; all randomness comes from `random`. */
export function dirtyValue(
  place: MeantPlace,
  oblasts: readonly MeantPlace["oblast"][],
  shares: SlipShares,
  random: () => number,
): DirtyValue {
  const [spelling, how] = drawSpelling(place, random);
  const made: string[] = [how];
  const happens = (slip: Slip): boolean => random() < shares[slip];
  const note = (slip: Slip, before: string, after: string): string => {
    if (after !== before) made.push(slip);
    return after;
  };
  let { text } = spelling;
  if (happens("typo")) text = note("typo", text, mistyped(text, random));
  else if (happens("two-typos")) text = note("two-typos", text, mistyped(mistyped(text, random), random));
  if (hasApostrophe(text) && happens("apostrophe")) text = note("apostrophe", text, withOtherApostrophe(text, random));
  if (happens("look-alike")) text = note("look-alike", text, withLookAlikes(text, random));
  if (happens("upper")) text = note("upper", text, text.toUpperCase());
  else if (happens("lower")) text = note("lower", text, text.toLowerCase());
  if (happens("generic")) text = note("generic", text, withGeneric({ text, lang: spelling.lang }, place, random));
  if (happens("unit-behind"))
    text = note(
      "unit-behind",
      text,
      `${text}, ${unitText(place.oblast, spelling.lang, random() < 0.5 ? "short" : "whole")}`,
    );
  if (happens("spaces")) text = note("spaces", text, withSpaces(text, random));
  const [oblast, cell] = oblastCell(place, oblasts, random);
  if (cell !== "") made.push(cell);
  return { name: text, oblast, meant: place.id, made: made.join(" ") };
}

function drawSpelling(place: MeantPlace, random: () => number): [Spelling, string] {
  const { names, former, others } = place;
  const kind = random();
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  if (kind < 0.3) return [{ text: names.uk, lang: "uk" }, "uk"];
  if (kind < 0.5) return [{ text: names.ru, lang: "ru" }, "ru"];
  if (kind < 0.6) return [{ text: names.en, lang: "en" }, "en"];
  if (kind < 0.7 && former.length > 0) return [draw(former), "former"];
  if (kind < 0.75 && others.length > 0) return [draw(others), "variant"];
  const lang = random() < 0.6 ? "uk" : "ru";
  return [{ text: romanize(names[lang], draw(SYSTEMS[lang])), lang: "en" }, "romanized"];
}

/** Mostly right, in several ways of writing it; sometimes empty, seldom of another oblast. */
function oblastCell(
  place: MeantPlace,
  oblasts: readonly MeantPlace["oblast"][],
  random: () => number,
): [cell: string, remark: string] {
  const kind = random();
  if (kind < 0.55) return [unitText(place.oblast, "uk", "whole"), ""];
  if (kind < 0.7) return [unitText(place.oblast, "uk", "short"), ""];
  if (kind < 0.78) return [unitText(place.oblast, "uk", "bare"), ""];
  if (kind < 0.84) return [unitText(place.oblast, "ru", "whole"), ""];
  if (kind < 0.87) return [unitText(place.oblast, "ru", "short"), ""];
  if (kind < 0.92) return [unitText(place.oblast, "en", "whole"), ""];
  if (kind < 0.985) return ["", "no-oblast"];
  const other = oblasts[Math.floor(random() * oblasts.length)];
  return [unitText(other, "uk", "whole"), other.uk === place.oblast.uk ? "" : "wrong-oblast"];
}
