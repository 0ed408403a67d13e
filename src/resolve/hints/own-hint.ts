import { peelGeneric } from "../../text/generics";
import { KIND, letterKinds } from "../../text/letter-kinds";
import type { PlaceClass } from "../../types";
import { mayComeApart, nameParts } from "./name-parts";

/** A name and the hints that were written with it, the nearest unit first; none where it was only cleaned of a street or a postal code. */
export interface OwnHint {
  name: string;
  hints: string[];
  /** the writer set the hint apart by a comma, a bracket or a preposition */
  apart: boolean;
  /** what else the words may mean, the other way round: "Київський район, Донецьк" is a district of Donetsk */
  otherwise?: OwnHint;
}

/** Generic elements of units that stand behind their name, of one word to three. */
const UNITS: ReadonlySet<string> = new Set([
  ..."район|районі|району|района|районе|р-н|р-ну|р-на|р-ні|області|область|области|областью|обл|обл.|громада|громади|тг|отг|общин|общины|raion|rayon|region|oblast|obl|obl.|district|hromada|province|rejonu|obwodu|горсовет|горсовета|сельсовет|сельсовета|с/с".split(
    "|",
  ),
  ...["міської", "селищної", "сільської", "територіальної"].flatMap((kind) => [
    `${kind} ради`,
    `${kind} громади`,
    `${kind} територіальної громади`,
    `${kind} тг`,
    `${kind} отг`,
  ]),
  ...["городского", "поселкового", "сельского"].map((kind) => `${kind} совета`),
]);

const MOST_WORDS_OF_GENERIC = 3;

/** A name and the unit behind it without a comma between: "Бахмутського району", "Донецкой области", "Торецької міської ради". */
function unitBehind(text: string): [name: string, unit: string] | undefined {
  const last = text.slice(text.lastIndexOf(" ") + 1);
  if (!/\s/u.test(last) && !ENDS_A_UNIT.has(last.toLowerCase())) return undefined;
  const words = text.split(/\s+/u);
  for (let taken = Math.min(MOST_WORDS_OF_GENERIC, words.length - 2); taken > 0; taken--) {
    if (!UNITS.has(words.slice(-taken).join(" ").toLowerCase())) continue;
    return [words.slice(0, -taken - 1).join(" "), words.slice(-taken - 1).join(" ")];
  }
  return undefined;
}

const ENDS_A_UNIT: ReadonlySet<string> = new Set(
  [...UNITS].map((generic) => generic.slice(generic.lastIndexOf(" ") + 1)),
);

/** A district and, without a comma, the town that it is a part of: "Kyivskyi district of Donetsk", "Ленінський район міста Донецька". */
const DISTRICT_OF =
  /^(\S+(?:\s+\S+)?\s+(?:район\p{Ll}{0,2}|р-н\p{Ll}?|district|raion|rayon|rajon|rejon))\s+(?:of\s+(?:the\s+)?(?:city\s+of\s+)?|(?:м\.|міста|г\.|города)\s*)?(\p{Lu}.*)$/u;

const AREA_CLASSES: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["oblast", "raion", "hromada", "region", "country"]);

/** Whether a generic element says that a name is one of a unit: "Kyiv region", "Бахмутський р-н". */
export function namesAnArea(text: string): boolean {
  const peeled = peelGeneric(text);
  return peeled !== undefined && !peeled.isDirection && peeled.classes.some((one) => AREA_CLASSES.has(one));
}

/** Whether it may be one of a town's districts: "Київський район". */
export function namesADistrict(text: string): boolean {
  return peelGeneric(text)?.classes.includes("city-district") ?? false;
}

/**
 * Splits a name from the hints written with it: behind a comma or in brackets, in front of it when the first part is the unit, or
 * behind it with the unit's generic element.
 *
 * Trap: the parts are only read as names and hints here; whether a hint names a unit is for the caller to find out.
 *
 * @example
 * ownHint("Dymer (Kyiv region)")?.hints                // ["Kyiv region"]
 * ownHint("Ізюмський район, с. Чернещина")?.name       // "с. Чернещина"
 * ownHint("Київський район, Донецьк")?.otherwise?.name // "Київський район"
 * ownHint("с. Миколаївка Бахмутського району")         // { name: "с. Миколаївка", hints: ["Бахмутського району"], apart: false }
 */
export function ownHint(text: string): OwnHint | undefined {
  const kinds = letterKinds(text);
  if (!(kinds & (KIND.SPACE | KIND.OTHER))) return undefined;
  const parts = mayComeApart(text, kinds) ? nameParts(text) : [text];
  if (parts.length === 1 && parts[0] !== text) return { name: parts[0], hints: [], apart: true };
  if (parts.length > 1) {
    const asWritten = hinted(parts);
    const reversed = hinted(parts.slice().reverse());
    const [first] = parts;
    const last = parts[parts.length - 1];
    // "Kherson Oblast (left bank)": what is written small beside a name is none.
    const areaFirst = namesAnArea(first) && !namesAnArea(last) && (!isSmall(last) || isSmall(first));
    return areaFirst ? { ...reversed, otherwise: asWritten } : { ...asWritten, otherwise: reversed };
  }
  const hints: string[] = [];
  let name = text;
  for (let found = unitBehind(name); found; found = unitBehind(name)) {
    name = found[0];
    hints.unshift(found[1]);
  }
  const district = DISTRICT_OF.exec(name);
  if (district) {
    const [, part, whole] = district;
    const ofTown: OwnHint = { name: part, hints: [whole, ...hints], apart: false };
    return { ...ofTown, otherwise: { name: whole, hints: [part, ...hints], apart: false } };
  }
  return hints.length > 0 ? { name, hints, apart: false } : undefined;
}

const isSmall = (text: string): boolean => /^\p{Ll}/u.test(text) && peelGeneric(text) === undefined;

const hinted = ([name, ...hints]: readonly string[]): OwnHint => ({ name, hints, apart: true });
