import { KIND } from "../text/letter-kinds";

/** Signs and words between the parts of a name: "Dymer (Kyiv region)", "Ukraine - Kharkiv", "Kyiv/Kiev", "Ivanivka near Bakhmut", "Bakhmut aka Artemovsk". */
const BETWEEN =
  /\s*[,;()[\]|]+\s*|\s+[–—-]\s+|(?<=\p{L}{3})\s*[/:]\s*(?=\p{L}{3})|\s+(?:in|near|im|bei|koło|pod|біля|возле|около|aka|a\.k\.a\.)\s+(?=\p{Lu})/u;

/** What of {@link BETWEEN} is made of letters, spaces and hyphens. */
const BETWEEN_WORDS = /\s(?:-|in|near|im|bei|koło|pod|біля|возле|около|aka)\s/u;

/**
 * Whether a text may be of several parts, or may hold something that is left out: told by the kinds of its letters for nearly all names.
 *
 * @param kinds a mask of `KIND`, as `letterKinds` makes it
 */
export function mayComeApart(text: string, kinds: number): boolean {
  return (kinds & (KIND.OTHER | KIND.DIGIT)) !== 0 || BETWEEN_WORDS.test(text);
}

/** Postal codes of Ukraine (five digits) and of Russia and Belarus (six) at either end. */
const POSTAL_CODE = /^(?:UA-?|RU-?|BY-?)?\d{5,6}\s+|\s+(?:UA-?|RU-?|BY-?)?\d{5,6}$/gu;

/** Parts that say where in a town: streets and houses, and numbers alone. "д. 5" is a house, "д. Івановка" a village. */
const WITHIN_A_TOWN =
  /^(?:(?:вул|вулиця|ул|улица|просп|проспект|пр-т|пр-кт|бул|бульв|бульвар|б-р|площа|площадь|пл|провулок|пров|переулок|пер|шосе|шоссе|набережна|набережная|наб|узвіз|vul|vulytsia|ul|ulitsa|prosp|prospekt)(?:\.\s*|\s+)\S.*|(?:буд|будинок|дом|д|кв|квартира|оф|офіс|офис|корп|под|apt|house|bldg|flat)?[.\s№]*\d+\p{L}?(?:[/-]\d+\p{L}?)?|.*\s(?:street|str\.|st\.|avenue|ave\.?|road|lane|boulevard|blvd\.?|square))$/iu;

/** Words that say when a name was one: "formerly Dnipropetrovsk", "колишній Артемівськ". */
const WHEN =
  /^(?:formerly|former|now|ex|previously|колишн\p{L}+|кол\.|раніше|нині|бывш\p{L}+|быв\.|ранее|ныне|до \d{4}(?: р\.| г\.)?)\s+(?=\p{L})/iu;

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
  for (const part of text.split(BETWEEN)) {
    if (part === "" || WITHIN_A_TOWN.test(part)) continue;
    const name = part.replace(POSTAL_CODE, "").replace(DISTANCE, "").replace(WHEN, "");
    if (name !== "") parts.push(name);
  }
  return parts;
}
