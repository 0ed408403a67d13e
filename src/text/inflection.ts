import { ADJECTIVES } from "./adjective-paradigms";
import { type Paradigm, RUSSIAN, UKRAINIAN, VOWELS } from "./paradigms";

/**
 * Case forms of Ukrainian and Russian place names, and the base form behind them. Written as paradigms in
 * `paradigms.ts` and `adjective-paradigms.ts`: what a base form ends in and what its case forms end in. Here they are read backwards.
 *
 * The rules overgenerate on purpose: a base form that no place has is not found, so it costs a few steps in the index and brings no
 * false answer.
 */

/** Languages whose case forms are read. */
export type InflectedLang = "uk" | "ru";

/**
 * Which rules lead back: from the case forms of a language, or from the adjective that is made of a place's name in any case and gender
 * ("Покровський напрямок", "Kupyansky direction").
 */
export type InflectionRules = InflectedLang | "uk-adjective" | "ru-adjective" | "latin-adjective";

/** What a case form may end in, read backwards: ending of the form → endings of base forms. */
interface Ending {
  /** ending of the base form */
  base: string;
  nats: number;
  /** letters of which the stem must end in one; "" for any */
  after: string;
  /** the last syllable of the stem closes in the base form: Рогу → Ріг */
  closes: boolean;
}

const LONGEST_ENDING = 10;

const ENDINGS: Record<InflectionRules, ReadonlyMap<string, readonly Ending[]>> = {
  uk: endingsOf(UKRAINIAN, true),
  ru: endingsOf(RUSSIAN, false),
  "uk-adjective": endingsOf(ADJECTIVES.uk, false),
  "ru-adjective": endingsOf(ADJECTIVES.ru, false),
  "latin-adjective": endingsOf(ADJECTIVES.latin, false),
};

function endingsOf(paradigms: readonly Paradigm[], closing: boolean): Map<string, Ending[]> {
  const endings = new Map<string, Ending[]>();
  for (const [baseEnding, forms, nats = 0, after = ""] of paradigms) {
    const base = baseEnding === "-" ? "" : baseEnding;
    for (const formEnding of forms.split(" ")) {
      const form = formEnding === "-" ? "" : formEnding;
      const list = endings.get(form) ?? [];
      list.push({ base, nats, after, closes: false });
      // Рогу → Ріг, Тернополя → Тернопіль; the other way round in the plural: Піль → Поля is not written by rule
      if (closing && form !== "" && /^[гкхь]?$/u.test(base)) {
        list.push({ base, nats: nats - 0.5, after, closes: true });
      }
      endings.set(form, list);
    }
  }
  return endings;
}

/** One base form a word may have. */
export interface BaseForm {
  text: string;
  /** How usual the ending is, as a natural logarithm: 0 is regular */
  nats: number;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["о", "і"],
  ["е", "і"],
  ["є", "ї"],
]);

/** Closed syllable: рогу → ріг, каменя → камінь; the о or е before the last consonants of a stem becomes і. */
function closed(stem: string): string | undefined {
  for (let at = stem.length - 2; at >= Math.max(0, stem.length - 3); at--) {
    const letter = stem[at].toLowerCase();
    const vowel = CLOSING.get(letter);
    if (vowel) return stem.slice(0, at) + vowel + stem.slice(at + 1);
    if (VOWELS.includes(letter)) return undefined;
  }
  return undefined;
}

/**
 * Calls `each` with every base form that a single word may be a case form of, as a stem and an ending, the likelier rules (longer
 * endings) first. Written for searches that try each without making strings of all of them.
 *
 * Trap: the word itself and the same base form twice may come up.
 *
 * @example
 * eachBaseForm("Бахмуту", "uk", (stem, ending, nats) => …) // with "Бахмут", "", 0; "Бахмут", "о", 0; …
 */
export function eachBaseForm(
  word: string,
  rules: InflectionRules,
  each: (stem: string, ending: string, nats: number) => void,
): void {
  const lower = word.toLowerCase();
  for (let length = Math.min(LONGEST_ENDING, word.length - 1); length >= 0; length--) {
    const ending = lower.slice(word.length - length);
    const endings = ENDINGS[rules].get(ending);
    if (!endings) continue;
    const stem = word.slice(0, word.length - length);
    const last = lower[stem.length - 1];
    for (const { base, nats, after, closes } of endings) {
      if (after !== "" && !after.includes(last)) continue;
      if (!closes) each(base === "ь" && ending === "ю" ? undoubled(stem) : stem, base, nats);
      else {
        const velar = base === "ь" ? "" : base;
        const whole = closed(stem + velar);
        if (whole !== undefined) each(whole.slice(0, whole.length - velar.length), base, nats);
      }
    }
  }
}

/** Уманню → Умань: the instrumental doubles the consonant. */
function undoubled(stem: string): string {
  return stem.length > 2 && stem[stem.length - 1] === stem[stem.length - 2] ? stem.slice(0, -1) : stem;
}

/**
 * Base forms that a single word may be a case form of, without the word itself; the likelier rules (longer endings) first.
 *
 * Trap: most of what comes back is no word. Look each up.
 *
 * @example
 * baseForms("Покровському", "uk") // [{ text: "Покровський", nats: 0 }, { text: "Покровське", nats: 0 }, …]
 * baseForms("Рогу", "uk")         // […, { text: "Ріг", nats: -0.5 }, …]
 * baseForms("Лиманському", "uk-adjective") // […, { text: "Лиман", nats: -0.3 }, …]
 */
export function baseForms(word: string, rules: InflectionRules): BaseForm[] {
  const forms = new Map<string, BaseForm>();
  eachBaseForm(word, rules, (stem, ending, nats) => {
    const text = stem + ending;
    const known = forms.get(text);
    if (text !== word && (!known || known.nats < nats)) forms.set(text, { text, nats });
  });
  return [...forms.values()];
}
