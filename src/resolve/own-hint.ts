import { peelGeneric } from "../text/generics";
import { KIND, letterKinds } from "../text/letter-kinds";
import type { PlaceClass } from "../types";

/** A name and the hints that were written with it, the nearest unit first. */
export interface OwnHint {
  name: string;
  hints: string[];
  /** the writer set the hint apart by a comma, a bracket or a preposition */
  apart: boolean;
}

/** Generic elements of units that stand behind their name. */
const UNITS: ReadonlySet<string> = new Set(
  "район|районі|району|района|районе|р-н|р-ну|р-на|р-ні|області|область|области|областью|обл|обл.|громада|громади|тг|отг|общин|общины|raion|rayon|region|oblast|obl|obl.|district|hromada|province|rejonu|obwodu".split(
    "|",
  ),
);

/** Three words and more, of which the last two may be a unit: "Бахмутського району", "Донецкой области", "Kharkiv region". */
const LAST_TWO_WORDS = /^(.*\S)\s+(\S+\s+(\S+))$/u;

/** A name and the unit behind it, without a comma between. */
function unitBehind(text: string): [name: string, unit: string] | undefined {
  const last = text.slice(text.lastIndexOf(" ") + 1);
  if (!/\s/u.test(last) && !UNITS.has(last.toLowerCase())) return undefined;
  const words = LAST_TWO_WORDS.exec(text);
  return words && UNITS.has(words[3].toLowerCase()) ? [words[1], words[2]] : undefined;
}

const APART = /\s*[,;()]\s*|\s+[–—]\s+|\s+(?:in|near|im|bei|koło|pod|біля|возле|около)\s+(?=\p{Lu})/u;

const AREA_CLASSES: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["oblast", "raion", "hromada", "region", "country"]);

const namesAnArea = (text: string): boolean => {
  const peeled = peelGeneric(text);
  return peeled !== undefined && !peeled.isDirection && peeled.classes.some((one) => AREA_CLASSES.has(one));
};

/**
 * Splits a name from the hints written with it: behind a comma or in brackets, in front of it when the first part is the unit, or
 * behind it with the unit's generic element.
 *
 * Trap: the parts are only read as names and hints here; whether a hint names a unit is for the caller to find out.
 *
 * @example
 * ownHint("Dymer (Kyiv region)")                       // { name: "Dymer", hints: ["Kyiv region"], apart: true }
 * ownHint("Ізюмський район, с. Чернещина")             // { name: "с. Чернещина", hints: ["Ізюмський район"], apart: true }
 * ownHint("с. Миколаївка Бахмутського району")         // { name: "с. Миколаївка", hints: ["Бахмутського району"], apart: false }
 */
export function ownHint(text: string): OwnHint | undefined {
  const kinds = letterKinds(text);
  if (!(kinds & (KIND.SPACE | KIND.OTHER))) return undefined;
  const parts = text.split(APART).filter((part) => part !== "");
  if (parts.length > 1) {
    const areaFirst = namesAnArea(parts[0]) && !namesAnArea(parts[parts.length - 1]);
    const [name, ...hints] = areaFirst ? parts.reverse() : parts;
    return { name, hints, apart: true };
  }
  const hints: string[] = [];
  let name = text;
  for (let found = unitBehind(name); found; found = unitBehind(name)) {
    name = found[0];
    hints.unshift(found[1]);
  }
  return hints.length > 0 ? { name, hints, apart: false } : undefined;
}
