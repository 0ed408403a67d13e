import { FORMERLY } from "../../text/generics";
import { KIND } from "../../text/letter-kinds";

/** Signs between the parts of a name: "Dymer (Kyiv region)". */
const SIGNS: ReadonlySet<number> = new Set(Array.from(",;()[]|", (sign) => sign.charCodeAt(0)));

/** What else stands between them: "Ukraine - Kharkiv", "Kyiv/Kiev", "Ivanivka near Bakhmut", "Bakhmut aka Artemovsk". */
const BETWEEN =
  /\s+[–—-]\s+|(?<=\p{L}{3})\s*[/:]\s*(?=\p{L}{3})|\s+(?:in|near|im|bei|koło|pod|біля|возле|около|aka|a\.k\.a\.)\s+(?=\p{Lu})/u;

/** Quick to ask: whether a text may have {@link BETWEEN}, and whether it has any of the signs or that. */
const MAY_BE_BETWEEN = /[/:–—]|\s(?:-|in|near|im|bei|koło|pod|біля|возле|около|aka|a\.k\.a\.)\s/u;
const ANY_BETWEEN = new RegExp(`[,;()[\\]|]|${MAY_BE_BETWEEN.source}`, "u");

/**
 * Whether a text may be of several parts, or holds a number that may be left out.
 *
 * @param kinds a mask of `KIND`, as `letterKinds` makes it
 */
export function mayComeApart(text: string, kinds: number): boolean {
  return (kinds & KIND.DIGIT) !== 0 || ANY_BETWEEN.test(text);
}

/** Postal codes of Ukraine (five digits) and of Russia and Belarus (six) at either end. */
const POSTAL_CODE = /^(?:UA-?|RU-?|BY-?)?\d{5,6}\s+|\s+(?:UA-?|RU-?|BY-?)?\d{5,6}$/gu;

/** Words at either end of a part that is a street: "вул. Сумська", "Sumska Street". */
const STREET_WORDS: ReadonlySet<string> = new Set(
  "вул вулиця ул улица просп проспект пр-т пр-кт бул бульв бульвар б-р площа площадь пл провулок пров переулок пер шосе шоссе набережна набережная наб узвіз vul vulytsia ul ulitsa prosp prospekt".split(
    " ",
  ),
);
const STREETS_BEHIND: ReadonlySet<string> = new Set(
  "street str str. st. avenue ave ave. road lane boulevard blvd blvd. square".split(" "),
);

/** A house, a flat or a number alone: "д. 5", and not "д. Івановка". */
const HOUSE =
  /^(?:буд|будинок|дом|д|кв|квартира|оф|офіс|офис|корп|под|apt|house|bldg|flat)?[.\s№]*\d+\p{L}?(?:[/-]\d+\p{L}?)?$/u;

/** Whether a part says where in a town, in lower case. */
function isWithinATown(part: string): boolean {
  const space = part.indexOf(" ");
  const dot = part.indexOf(".");
  const end = space < 0 ? dot : dot < 0 ? space : Math.min(space, dot);
  if (end > 0 && end < part.length - 1 && STREET_WORDS.has(part.slice(0, end))) return true;
  if (space > 0 && STREETS_BEHIND.has(part.slice(part.lastIndexOf(" ") + 1))) return true;
  return /\d/u.test(part) && HOUSE.test(part);
}

/** Words that say when a name was one: "formerly Dnipropetrovsk", "колишній Артемівськ". */
const WHEN: ReadonlySet<string> = new Set([
  ...FORMERLY.split("|"),
  ..."now ex колишнього кол. раніше нині бывшего быв. ранее ныне".split(" "),
]);

function withoutWhen(part: string): string {
  const space = part.indexOf(" ");
  return space > 0 && WHEN.has(part.slice(0, space).toLowerCase()) ? part.slice(space + 1) : part;
}

/** A distance in front of where it is measured from: "5 km north of Bakhmut", "за 5 км від Бахмута". */
const DISTANCE =
  /^(?:(?:за|в|у|about|some|близько|около)\s+)?\d+(?:[.,–-]\d+)?\s*(?:km|kms|kilometers|kilometres|miles|mi|км|кілометр\p{L}*|километр\p{L}*|миль|mil)\s+(?:(?:from|of|від|от|od|von)\s+)?(?=\p{L})/iu;

/**
 * The parts of a name as it was written that may be names of places, in their order: what stands between commas, brackets, slashes or dashes
 * with spaces. Streets, house numbers and postal codes are left out: who cleans addresses asks for the town.
 *
 * Trap: nothing here knows a place. "Зноб - Новгородське" comes apart, too; look a name up whole first.
 *
 * @example
 * nameParts("61000, м. Харків, вул. Сумська, 5") // ["м. Харків"]
 * nameParts("Bakhmut / Artemivsk")               // ["Bakhmut", "Artemivsk"]
 */
export function nameParts(text: string): string[] {
  const parts: string[] = [];
  const hasDigits = /\d/u.test(text);
  for (const stretch of betweenSigns(text)) {
    for (const part of MAY_BE_BETWEEN.test(stretch) ? stretch.split(BETWEEN) : [stretch]) {
      if (part === "" || isWithinATown(part.toLowerCase())) continue;
      const name = withoutWhen(hasDigits ? part.replace(POSTAL_CODE, "").replace(DISTANCE, "") : part);
      if (name !== "") parts.push(name);
    }
  }
  return parts;
}

/** What stands between the signs, without the white space around it. */
function betweenSigns(text: string): string[] {
  const stretches: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !SIGNS.has(text.charCodeAt(at))) continue;
    if (at > start) stretches.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return stretches;
}
