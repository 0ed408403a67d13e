import lists from "../../data/text/people.json";

const names: ReadonlySet<string> = new Set(lists.firstNames.join(" ").split(" "));
/** First names without their last vowel: what their case forms share. */
const stems: ReadonlySet<string> = new Set([...names].map((name) => name.replace(/(?:ій|ий|[аяйоьі])$/u, "")));
const CASES = /(?:ові|еві|єві|ою|ею|єю|ами|ом|ем|єм|ої|ій|ой|ей|ы|а|у|я|ю|і|ї|и|е|о)$/u;

/**
 * Whether a word is a first name, in whatever case form.
 *
 * Trap: case endings are cut off, not led back, so a word that shares the stem of a first name passes for one.
 *
 * @example
 * isFirstName("Сергеем")   // true
 * isFirstName("Покровськ") // false
 */
export function isFirstName(word: string): boolean {
  const lower = word.toLowerCase().replace(/[’ʼ]/g, "'");
  if (names.has(lower)) return true;
  if (lower.length <= 3) return false;
  const stem = lower.replace(CASES, "");
  return stem.length >= 3 && stems.has(stem);
}

const POSSESSIVE = /(?:ів|їв|ов(?:а|е|у|ого|ому|им|ій|ої|ою|і)|ин(?:а|е|у|ого|ому|им|ій|ої|ою|і)?)$/u;

/**
 * Whether a word in lower case is the possessive adjective of a first name: "Павлового саду".
 *
 * @example
 * isPossessive("павлового") // true
 */
export function isPossessive(lower: string): boolean {
  const stem = lower.replace(POSSESSIVE, "");
  return (
    stem.length < lower.length &&
    stem.length >= 3 &&
    ["", "й", "о", "а", "я"].some((ending) => names.has(stem + ending))
  );
}

const SURNAME =
  /(?:енк[оауи]|енком|[чш]ук[ауи]?|[чш]уком|юк[ауи]?|юком|ськ(?:ий|ого|ому|им)|цьк(?:ий|ого|ому|им)|[иі]ч[ауі]?|[ео]в[ау]?|[ео]вим|[ео]вым|[иі]н[ау]?|[иі]ним|иным|ін|єв|ск(?:ий|ого|ому|им)|цк(?:ий|ого|ому|им)|enko|chuk|yuk|sky|skyi|skiy|ov|ev|in|yn|ich|ych)$/u;

/**
 * Whether a word in lower case ends as East Slavic surnames do, in any case form.
 *
 * Trap: many places do too; this counts only beside a first name, an initial or a title. `surnameLike` of resolve is stricter and reads
 * base forms.
 *
 * @example
 * looksLikeSurname("лисенка") // true
 * looksLikeSurname("харків")  // false
 */
export function looksLikeSurname(lower: string): boolean {
  return SURNAME.test(lower);
}

const SURNAME_CASES =
  /(?:ського|ському|ським|ського|ского|скому|ским|ової|овій|овою|ової|овой|вим|вым|ом|ем|ою|ой|ові|еві|а|у|е|и|і|ы|о|я|ю)$/u;

/**
 * What the case forms of a surname share.
 *
 * Trap: no base form, and different surnames may share it; good for finding the same person again in one text.
 *
 * @example
 * surnameStem("смирновим") // "смирно"
 * surnameStem("смирнова")  // "смирно"
 */
export function surnameStem(lower: string): string {
  const stem = lower.replace(/['’]s$/u, "").replace(SURNAME_CASES, "");
  return stem.length >= 3 ? stem.replace(/(?<=...)в$/u, "") : lower;
}
