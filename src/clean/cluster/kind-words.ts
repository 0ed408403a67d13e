/**
 * Words that say what a name is of that no gazetteer of settlements has: streets, garden societies, farms. A kind is part of the name: a street
 * and a lane of one name are two. Each row is a kind and how it is written, in Ukrainian, Russian and Latin letters, without points.
 */
const KINDS: Record<string, string> = {
  street: "вул вулиця вулиці вулицю ул улица улицы улице vul vulytsia vulytsya vulitsa vulica ul ulitsa ulytsia ulica street str",
  lane: "пров провулок пер переулок prov provulok per pereulok lane",
  avenue: "просп проспект пр-т пр-кт просп-т prosp prospekt avenue ave",
  boulevard: "бул бульв бульвар б-р bulv bulvar boulevard blvd",
  square: "пл площа площадь ploshcha ploshchad square",
  highway: "шосе шоссе ш shose shosse highway",
  embankment: "наб",
  descent: "узвіз спуск uzviz spusk",
  "dead end": "тупик туп глухий-кут tupyk tupik",
  drive: "проїзд проезд proizd proezd",
  microdistrict: "мкр мкрн мікрорайон микрорайон м-н mikroraion mikrorayon",
  quarter: "квартал кв-л kvartal",
  estate: "ж/м жм житломасив жилмассив",
  station: "ст станція станция stantsiia stantsiya station",
  garden: "с/т снт сдт дск днт ск садове-товариство садовое-товарищество садівниче-товариство",
  farm: "фг ф/г сфг кфх ферма ферми господарство хозяйство fg farm",
}; // biome-ignore format: a table

/** Words before the name of a settlement. They tell little, since sources differ in them, and are left out. */
const SETTLEMENTS =
  "с село села м місто г город гор смт селище с-ще пгт пос поселок посёлок п рп дер деревня д х хут хутір хутор v s selo m misto smt pgt village khutir khutor city town";

/** Words before the number of a house or a flat. */
const HOUSES = "буд будинок дом д house no кв квартира корп корпус";

/** Words of a farm or society that say nothing beside its kind. */
const FILLERS = "фермерське фермерское селянське крестьянское";

const table = (words: string): Set<string> => new Set(words.split(" "));

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(" ").map((word): [string, string] => [word, kind])),
);
const SETTLEMENT_WORDS = table(SETTLEMENTS);
const HOUSE_WORDS = table(HOUSES);
const FILLER_WORDS = table(FILLERS);

/**
 * The kind that a word in lower case says, if it is such a word.
 *
 * @param isLast "St" is a street at the end and a saint before
 */
export const kindOf = (word: string, isLast: boolean): string | undefined =>
  KIND_OF.get(word) ?? (isLast && word === "st" ? "street" : undefined);

/** Whether a word stands before the name of a settlement. */
export const isSettlementWord = (word: string): boolean => SETTLEMENT_WORDS.has(word);

/** Whether a word stands before the number of a house. */
export const isHouseWord = (word: string): boolean => HOUSE_WORDS.has(word);

/** Whether a word says nothing beside a kind. */
export const isFiller = (word: string): boolean => FILLER_WORDS.has(word);
