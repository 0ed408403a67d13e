/**
 * Case forms of Ukrainian and Russian place names, and the base form behind them. Written as paradigms: what a base form ends in and
 * what its case forms end in. Sources: Ukrainian orthography of 2019 (§§ 80–120, declension of nouns and adjectives), Zaliznyak's
 * Grammatical Dictionary of Russian for the Russian types.
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

/** One paradigm: base ending, case endings, and how usual it is as a natural logarithm (0 is regular). `-` is no ending. */
type Paradigm = readonly [base: string, forms: string, nats?: number, after?: string];

const CONSONANTS = "бвгґджзклмнпрстфхцчшщ";
const SIBILANTS = "жчшщц";
const VOWELS = "аеєиіїоуюяыэё";

/** An ending that is seldom seen, and one that only a few names have. */
const SELDOM = -0.8;
const RARELY = -1.6;

const UKRAINIAN: readonly Paradigm[] = [
  // masculine: Бахмуту, Миколаєвом, Кременчуці, Тернополя, Гаю
  ["-", "а у ом ові і", 0, CONSONANTS],
  ["к", "ці"],
  ["г", "зі"],
  ["х", "сі"],
  ["ь", "я ю ем еві і", 0, CONSONANTS],
  ["й", "я ю єм єві ї", 0, VOWELS],
  // fleeting vowels: Городка, Стрільця, Олевську, Лугинь
  ["ець", "ця цю цем цеві ці"],
  ["лець", "льця льцю льцем льцеві льці"],
  ["єць", "йця йцю йцем йцеві йці"],
  ["ок", "ка ку ком кові ку", 0, CONSONANTS],
  ["ьок", "ька ьку ьком ькові", SELDOM],
  ["йок", "йка йку йком йкові", SELDOM],
  ["ек", "ка ку ком кові", SELDOM, SIBILANTS],
  ["ень", "ня ню нем неві ні"],
  ["ель", "ля лю лем леві лі", SELDOM, CONSONANTS],
  ["ел", "ла лу лом лі", RARELY, CONSONANTS],
  ["ер", "ра ру ром рі", RARELY, CONSONANTS],
  ["ор", "ра ру ром рі", RARELY, CONSONANTS],
  ["ен", "на ну ном ні", RARELY, CONSONANTS],
  // possessive: Харкова, Києва, Ржищева
  ["ів", "ова ову овом овим ові овові"],
  ["ів", "ева еву евом евим еві евові", 0, SIBILANTS],
  ["ів", "ьова ьову ьовом ьовим ьові", 0, CONSONANTS],
  ["ів", "ового овому", SELDOM],
  ["їв", "єва єву євом євим єві євові"],
  // feminine in a consonant: Керчі, Уманню, Білої Криниці
  ["ь", "і ю", SELDOM, CONSONANTS],
  ["-", "і ю", RARELY, SIBILANTS],
  // neuter: Дніпра, Гуляйполя, Прізвища, Запоріжжю
  ["о", "а у ом ові і", 0, CONSONANTS],
  ["е", "я ю ем і", 0, CONSONANTS],
  ["е", "а у ем і", 0, SIBILANTS],
  ["є", "я ю єм ї"],
  ["я", "ю ям і ї"],
  // feminine: Полтави, Авдіївці, Бучею, Марії
  ["а", "и і у ою", 0, CONSONANTS],
  ["ка", "ці"],
  ["га", "зі"],
  ["ха", "сі"],
  ["а", "і ею", 0, SIBILANTS],
  ["я", "і ю ею", 0, CONSONANTS],
  ["я", "ї ю єю"],
  // plural only: Сум, Прилуками, Чернівцях, Лубен, Прилук
  ["и", "ів ам ами ах", 0, CONSONANTS],
  ["и", "-", 0, CONSONANTS],
  ["і", "ів ей ям ями ях ам ами ах", 0, CONSONANTS],
  ["і", "-", SELDOM, CONSONANTS],
  ["і", "ь", SELDOM, CONSONANTS],
  ["ї", "їв ям ями ях"],
  ["ї", "й", SELDOM],
  ["а", "ам ами ах", SELDOM, CONSONANTS],
  ["а", "-", SELDOM, CONSONANTS],
  ["я", "ям ями ях", SELDOM],
  ["я", "ь", RARELY, CONSONANTS],
  ["ки", "ок"],
  ["ьки", "ьок"],
  ["ки", "ек", 0, SIBILANTS],
  ["йки", "йок"],
  ["ни", "ен"],
  ["ні", "ень"],
  ["лі", "ель"],
  ["ли", "ел", SELDOM],
  ["ри", "ер", SELDOM],
  ["ці", "ець", SELDOM],
  ["на", "ен он", RARELY],
  ["ла", "ел ол", RARELY],
  // adjectives: Покровського, Великій Новосілці, Нижньому, Білих
  ["ий", "ого ому им ім", 0, CONSONANTS],
  ["ій", "ього ьому ім", 0, CONSONANTS],
  ["е", "ого ому им ім", 0, CONSONANTS],
  ["є", "ього ьому ім", 0, CONSONANTS],
  ["а", "ої ій", 0, CONSONANTS],
  ["я", "ьої ій ьою", 0, CONSONANTS],
  ["і", "их им ими", 0, CONSONANTS],
  ["і", "іх ім іми", SELDOM, CONSONANTS],
  // Мукачева beside Мукачевого
  ["ове", "ова ову овом ові", SELDOM],
  ["еве", "ева еву евом еві", SELDOM],
  ["єве", "єва єву євом єві", SELDOM],
  ["ине", "ина ину ином ині", SELDOM],
  ["їне", "їна їну їном їні", SELDOM],
  ["іне", "іна іну іном іні", SELDOM],
];

const RUSSIAN: readonly Paradigm[] = [
  // masculine: Волчанска, Мирграду, Ростове; Тернополя, Гая
  ["-", "а у ом е", 0, CONSONANTS],
  ["-", "ем", 0, SIBILANTS],
  ["-", "ым", RARELY, "вн"],
  ["ь", "я ю ем ём е", 0, CONSONANTS],
  ["й", "я ю ем е", 0, VOWELS],
  ["ий", "ия ию ием ии", SELDOM],
  // fleeting vowels: Городка, Ельца, Гусятинa, Орла
  ["ок", "ка ку ком ке", 0, CONSONANTS],
  ["ёк", "ька ьку ьком ьке", SELDOM],
  ["ек", "ька ьку ьком ьке", SELDOM],
  ["ек", "йка йку йком йке", SELDOM],
  ["ек", "ка ку ком ке", SELDOM, SIBILANTS],
  ["ец", "ца цу цом цем це", 0, CONSONANTS],
  ["лец", "льца льцу льцом льцем льце"],
  ["ец", "йца йцу йцом йцем йце", SELDOM, VOWELS],
  ["ень", "ня ню нем нём не"],
  ["ел", "ла лу лом ле", RARELY, CONSONANTS],
  ["ёл", "ла лу лом ле", RARELY, CONSONANTS],
  // feminine in a consonant: Керчи, Керчью, Любани
  ["ь", "и ью", 0, CONSONANTS],
  ["овь", "ви вью"],
  // neuter: Комсомольском is adjectival; Иваново, Запорожья
  ["о", "а у ом е", 0, CONSONANTS],
  ["е", "а у ем", 0, SIBILANTS],
  ["е", "я ю ем", 0, CONSONANTS],
  ["ье", "ья ью ьем"],
  ["ьё", "ья ью ьём ье"],
  // feminine: Полтавы, Авдеевки, Буче, Александрии
  ["а", "ы е у ой ою", 0, CONSONANTS],
  ["а", "и", 0, "гкхжчшщ"],
  ["а", "ей ею", 0, SIBILANTS],
  ["я", "и е ю ей ею ёй"],
  ["ия", "ии ию ией"],
  // plural only: Сум, Черкассам, Прилуках, Барановичей
  ["ы", "ов ев ам ами ах", 0, CONSONANTS],
  ["ы", "-", 0, CONSONANTS],
  ["и", "ов ам ами ах", 0, "гкхжчшщ"],
  ["и", "-", 0, "гкхжчшщ"],
  ["и", "ей ям ями ях", 0, CONSONANTS],
  ["и", "ев ям ями ях", 0, VOWELS],
  ["и", "ь", SELDOM, CONSONANTS],
  ["и", "ей", 0, SIBILANTS],
  ["а", "ам ами ах", SELDOM, CONSONANTS],
  ["а", "-", SELDOM, CONSONANTS],
  ["ья", "ьев ьям ьями ьях", SELDOM],
  ["я", "ей ям ями ях", SELDOM],
  ["ки", "ок"],
  ["ки", "ек"],
  ["ьки", "ек"],
  ["йки", "ек"],
  ["ны", "ен"],
  ["ни", "ен ень", SELDOM],
  ["цы", "ец", SELDOM],
  ["ла", "ел ол", RARELY],
  ["на", "ен он", RARELY],
  // adjectives: Покровского, Великой Новосёлке, Нижнему, Белых
  ["ое", "ого ому ым ом", 0, CONSONANTS],
  ["ое", "им", 0, "гкхжчшщ"],
  ["ее", "его ему им ем", 0, CONSONANTS],
  ["ый", "ого ому ым ом", 0, CONSONANTS],
  ["ий", "ого ому им ом", 0, "гкх"],
  ["ий", "его ему им ем", 0, CONSONANTS],
  ["ой", "ого ому ым им ом", 0, CONSONANTS],
  ["ая", "ой ую ою", 0, CONSONANTS],
  ["ая", "ей", 0, SIBILANTS],
  ["яя", "ей юю ею", 0, CONSONANTS],
  ["ье", "ьего ьему ьим ьем", SELDOM],
  ["ья", "ьей ью", SELDOM],
  ["ые", "ых ым ыми", 0, CONSONANTS],
  ["ие", "их им ими", 0, CONSONANTS],
];

/** Endings of adjectives, in every case and gender. */
const UKRAINIAN_ADJECTIVE = "ий ого ому им ім а ої ій у ою е і их ими".split(" ");
const RUSSIAN_ADJECTIVE = "ий ого ому им ом ая ой ую ою ое ие их ими".split(" ");
const LATIN_ADJECTIVE = "y yy yi iy ij i ii oye oe aya oi oy".split(" ");

/**
 * Adjectives of place names: base endings, and the suffix in which the adjective's stem ends. Ukrainian orthography of 2019, §§ 32–33;
 * Русская грамматика, 1980, §§ 620–640.
 */
const RELATIONAL: Record<"uk" | "ru" | "latin", readonly Paradigm[]> = {
  uk: [
    ["ськ", "ськ"],
    ["-", "ськ", -0.3, "бвгґджзклмнпрстфхцчшщь"],
    ["ка", "ськ", -0.3],
    ["а", "ськ", -0.5],
    ["и", "ськ", -0.5],
    ["і", "ськ", SELDOM],
    ["е", "ськ", SELDOM],
    ["о", "ськ вськ", SELDOM],
    ["я", "ськ", SELDOM],
    ["ки", "ськ", SELDOM],
    ["цьк", "цьк"],
    ["к", "цьк"],
    ["ця", "цьк", -0.3],
    ["ці", "ецьк цьк", -0.3],
    ["ець", "ецьк", -0.5],
    ["ка", "цьк", SELDOM],
    ["г", "зьк", -0.3],
    ["зьк", "зьк"],
    ["піль", "пільськ"],
    ["поле", "пільськ"],
    ["пілля", "пільськ", -0.5],
    ["ріжжя", "різьк"],
  ],
  ru: [
    ["ск", "ск"],
    ["-", "ск", -0.3, "бвгджзклмнпрстфхцчшщь"],
    ["ка", "ск", -0.3],
    ["а", "ск", -0.5],
    ["ы", "ск", -0.5],
    ["и", "ск", SELDOM],
    ["о", "ск", SELDOM],
    ["е", "ск", SELDOM],
    ["я", "ск", SELDOM],
    ["ки", "ск", SELDOM],
    ["цк", "цк"],
    ["к", "цк"],
    ["ца", "цк", -0.3],
    ["цы", "ецк цк", -0.3],
    ["ец", "ецк", -0.5],
    ["поль", "польск"],
    ["полье", "польск", -0.5],
    ["поле", "польск", -0.5],
    ["рожье", "рожск"],
  ],
  latin: [
    ["sk", "sk"],
    ["-", "sk", -0.3],
    ["ka", "sk", -0.3],
    ["a", "sk", -0.5],
    ["y", "sk", SELDOM],
    ["tsk", "tsk"],
    ["k", "tsk", -0.3],
    ["tsa", "tsk", SELDOM],
  ],
};

const relational = (paradigms: readonly Paradigm[], endings: readonly string[]): Paradigm[] =>
  paradigms.map(([base, suffixes, nats = 0, after = ""]) => {
    const forms = suffixes.split(" ").flatMap((suffix) => endings.map((ending) => suffix + ending));
    return [base, forms.join(" "), nats, after];
  });

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

const LONGEST_ENDING = 9;

const ENDINGS: Record<InflectionRules, ReadonlyMap<string, readonly Ending[]>> = {
  uk: endingsOf(UKRAINIAN, true),
  ru: endingsOf(RUSSIAN, false),
  "uk-adjective": endingsOf(relational(RELATIONAL.uk, UKRAINIAN_ADJECTIVE), false),
  "ru-adjective": endingsOf(relational(RELATIONAL.ru, RUSSIAN_ADJECTIVE), false),
  "latin-adjective": endingsOf(relational(RELATIONAL.latin, LATIN_ADJECTIVE), false),
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
