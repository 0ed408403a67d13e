import { ADJECTIVES } from "./adjective-paradigms";
import { foldInto, MAX_FOLD } from "./fold";
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

/** An ending of base forms. */
export interface BaseEnding {
  text: string;
  /** its folded codes, as they stand behind a stem with which they do not merge */
  codes: Uint8Array;
}

/** What a case form may end in, read backwards: ending of the form → endings of base forms. */
interface Ending {
  base: BaseEnding;
  nats: number;
  /** 1 for the letters of which the stem must end in one, by code unit; undefined for any */
  after: Uint8Array | undefined;
  /** the last syllable of the stem closes in the base form: Рогу → Ріг */
  closes: boolean;
}

/** The endings of case forms as a trie, read from the last letter on. */
interface EndingNode {
  /** by the code unit of the letter before */
  longer: Map<number, EndingNode>;
  /** rules for the ending that has been read */
  endings: Ending[];
}

/** Behind the last letter of the paradigms, Latin or Cyrillic. */
const LETTERS_END = 0x500;

const tables: Map<string, Uint8Array> = new Map();

/** A table of letters by code unit. Equal strings have one table. */
function tableOf(letters: string): Uint8Array {
  let table = tables.get(letters);
  if (!table) {
    table = new Uint8Array(LETTERS_END);
    for (const letter of letters) table[letter.charCodeAt(0)] = 1;
    tables.set(letters, table);
  }
  return table;
}

const ENDINGS: Record<InflectionRules, EndingNode> = {
  uk: endingsOf(UKRAINIAN, true),
  ru: endingsOf(RUSSIAN, false),
  "uk-adjective": endingsOf(ADJECTIVES.uk, false),
  "ru-adjective": endingsOf(ADJECTIVES.ru, false),
  "latin-adjective": endingsOf(ADJECTIVES.latin, false),
};

function endingsOf(paradigms: readonly Paradigm[], closing: boolean): EndingNode {
  const root: EndingNode = { longer: new Map(), endings: [] };
  for (const [baseEnding, forms, nats = 0, after = ""] of paradigms) {
    const text = baseEnding === "-" ? "" : baseEnding;
    const codes = new Uint8Array(MAX_FOLD);
    const letters = after === "" ? undefined : tableOf(after);
    const base: BaseEnding = { text, codes: codes.slice(0, foldInto(text, codes)) };
    for (const formEnding of forms.split(" ")) {
      const form = formEnding === "-" ? "" : formEnding;
      let node = root;
      for (let at = form.length - 1; at >= 0; at--) {
        let longer = node.longer.get(form.charCodeAt(at));
        if (!longer) {
          longer = { longer: new Map(), endings: [] };
          node.longer.set(form.charCodeAt(at), longer);
        }
        node = longer;
      }
      node.endings.push({ base, nats, after: letters, closes: false });
      // Рогу → Ріг, Тернополя → Тернопіль; the other way round in the plural: Піль → Поля is not written by rule
      if (closing && form !== "" && /^[гкхь]?$/u.test(text))
        node.endings.push({ base, nats: nats - 0.5, after: letters, closes: true });
    }
  }
  return root;
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

/** Letters from the end of a stem among which the vowel is that a closed syllable changes. */
const CLOSED_WITHIN = 3;

/** Closed syllable: рогу → ріг, каменя → камінь; the о or е before the last consonants of a stem becomes і. */
function closed(stem: string): string | undefined {
  for (let at = stem.length - 2; at >= Math.max(0, stem.length - CLOSED_WITHIN); at--) {
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
 * @param begins whether any name begins with these letters; asked once for a stem, and where it says no, longer stems are not tried
 *
 * @example
 * eachBaseForm("Бахмуту", "uk", () => true, (stem, ending, nats) => …) // with "Бахмут", "", 0; "Бахмут", "о", 0; …
 */
export function eachBaseForm(
  word: string,
  rules: InflectionRules,
  begins: (stem: string) => boolean,
  each: (stem: string, ending: BaseEnding, nats: number) => void,
): void {
  const lower = word.toLowerCase();
  const nodes: EndingNode[] = [];
  for (let node: EndingNode | undefined = ENDINGS[rules]; node && nodes.length < word.length; ) {
    nodes.push(node);
    node = node.longer.get(lower.charCodeAt(word.length - nodes.length));
  }
  /** letters with which no name begins */
  let dead = Number.POSITIVE_INFINITY;
  let asked = "";
  let alive = true;
  const tries = (stem: string): boolean => {
    if (stem !== asked) {
      asked = stem;
      alive = begins(stem);
    }
    return alive;
  };
  for (let length = nodes.length - 1; length >= 0; length--) {
    const { endings } = nodes[length];
    if (endings.length === 0) continue;
    const stem = word.slice(0, word.length - length);
    if (stem.length - CLOSED_WITHIN >= dead) return;
    const last = lower.charCodeAt(stem.length - 1);
    for (const { base, nats, after, closes } of endings) {
      if ((!closes && stem.length >= dead) || (after && after[last] !== 1)) continue;
      if (closes) {
        const velar = base.text === "ь" ? "" : base.text;
        const whole = closed(stem + velar);
        if (whole === undefined) continue;
        const other = whole.slice(0, whole.length - velar.length);
        if (tries(other)) each(other, base, nats);
      } else {
        const single =
          base.text === "ь" && lower.charCodeAt(stem.length) === YU && length === 1 ? undoubled(stem) : stem;
        if (tries(single)) each(single, base, nats);
        else dead = single.length;
      }
    }
  }
}

const YU = "ю".charCodeAt(0);

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
  eachBaseForm(
    word,
    rules,
    () => true,
    (stem, ending, nats) => {
      const text = stem + ending.text;
      const known = forms.get(text);
      if (text !== word && (!known || known.nats < nats)) forms.set(text, { text, nats });
    },
  );
  return [...forms.values()];
}
