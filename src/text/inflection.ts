/**
 * Case endings of Ukrainian and Russian place names, back to the base form. Written as pairs: what a case form ends in, and what the
 * base form may end in instead. The rules overgenerate on purpose: a base form that no place has is not found, so it costs one look-up
 * and brings no false answer. Sources: Ukrainian orthography of 2019 (§§ 80–120, declension of nouns and adjectives), Zaliznyak's
 * Grammatical Dictionary of Russian for the Russian types.
 *
 * `-` stands for no ending. `C` in front of an ending means that the letter before must be a consonant.
 */
const ENDINGS: Record<"uk" | "ru", Record<string, string>> = {
  uk: {
    // nouns: Бахмуту, Харковом, Дніпрі, Полтавою, Гуляйполя, Запоріжжю, Чернівцям, Сумах
    а: "- о",
    у: "- а о",
    ом: "- о",
    ові: "- о",
    еві: "- ь",
    єві: "й",
    і: "- а о я ь е",
    ї: "я й",
    и: "а ь",
    ою: "а",
    ею: "я а",
    єю: "я",
    я: "ь й е",
    ю: "я ь й е",
    ем: "ь - е",
    єм: "й є",
    ям: "я і",
    ями: "і",
    ях: "і",
    ам: "и і а",
    ами: "и і",
    ах: "и і",
    ів: "и і",
    їв: "ї",
    ей: "і",
    "C-": "и і",
    // adjectives: Покровського, Великій Новосілці, Курахового, Нижньому, Білих
    ого: "е ий",
    ому: "е ий",
    им: "е ий і",
    ій: "а",
    ої: "а",
    у_: "а",
    ього: "є ій",
    ьому: "є ій",
    ім: "є ій е",
    ьої: "я",
    ньою: "ня",
    их: "і",
    ими: "і",
    іх: "і",
    // possessive and closed syllables: Харкова, Києва, Ржищева
    ова: "ів",
    ову: "ів",
    овом: "ів",
    овові: "ів",
    ові_: "ів",
    ева: "ів їв",
    еву: "ів",
    еві_: "ів",
    евом: "ів",
    єва: "їв",
    єву: "їв",
    єві_: "їв",
    євом: "їв",
    // fleeting vowels and alternations: Городка, Олевську, Лубен, Новосілці, Празі
    ка: "ок ек",
    ку: "ок ек",
    ком: "ок",
    ця: "ець",
    цю: "ець",
    цем: "ець",
    ці: "ець ка ки",
    цеві: "ець",
    ня: "ень",
    ню: "ень",
    нем: "ень",
    ні: "ень",
    зі: "га",
    сі: "ха",
    ок: "ки",
    ек: "ки",
    ень: "ні",
    ен: "ни",
    ець: "ці",
    ель: "лі",
  },
  ru: {
    а: "- о",
    у: "- а о",
    ом: "- о ое ый ой",
    е: "- а я о ь ье",
    ы: "а -",
    и: "а я ь -",
    ой: "а ая",
    ою: "а ая",
    ей: "я а яя",
    ею: "я",
    я: "ь й е ье",
    ю: "я ь й е",
    ем: "ь - е ее й",
    ём: "ь",
    ью: "ь",
    ии: "ия ий",
    ию: "ия ий",
    ией: "ия",
    ам: "ы и а",
    ами: "ы и",
    ах: "ы и",
    ям: "и я",
    ями: "и",
    ях: "и",
    ов: "ы",
    ев: "ы и",
    "C-": "ы и",
    ого: "ое ый ой",
    его: "ее ий",
    ому: "ое ый ой",
    ему: "ее ий",
    ым: "ое ый ые",
    им: "ое ее ий ие",
    ую: "ая",
    юю: "яя",
    ых: "ые",
    их: "ие",
    ыми: "ые",
    ими: "ие",
    // fleeting vowels: Городка, Ельца, Ромен
    ка: "ок ек",
    ку: "ок ек",
    ком: "ок",
    ке: "ок ек",
    ца: "ец",
    цу: "ец",
    цом: "ец",
    цем: "ец",
    це: "ец ца",
    льца: "лец",
    льцу: "лец",
    льцом: "лец",
    льце: "лец",
    ня: "ень",
    ню: "ень",
    нем: "ень",
    не: "ень",
    ок: "ки",
    ек: "ки",
    ен: "ны",
    ец: "цы",
  },
};

const LONGEST_ENDING = 5;
const CONSONANT = /[бвгґджзклмнпрстфхцчшщьБВГҐДЖЗКЛМНПРСТФХЦЧШЩЬ]$/u;

/** Shortest stem that is inflected: Ел|ьца. */
const SHORTEST_STEM = 1;

/** The rules by ending, with the marks taken off. */
const RULES: Record<"uk" | "ru", Map<string, string[]>> = { uk: rulesOf("uk"), ru: rulesOf("ru") };

function rulesOf(lang: "uk" | "ru"): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const [ending, bases] of Object.entries(ENDINGS[lang])) {
    const key = ending.replaceAll("_", "").replace("C-", "");
    const list = bases.split(" ").map((base) => (base === "-" ? "" : base));
    rules.set(key, [...(rules.get(key) ?? []), ...list]);
  }
  return rules;
}

/** Closed syllables: рогу → ріг, каменя → камінь; the о or е before the last consonants of a stem becomes і. */
function closed(stem: string): string | undefined {
  const found = /^(.*)([оеє])([^аеєиіїоуюя]{1,2}ь?)$/iu.exec(stem);
  return found ? `${found[1]}${found[2] === "є" ? "ї" : "і"}${found[3]}` : undefined;
}

/**
 * Base forms that a single word may be a case form of, without the word itself; the likelier rules (longer endings) first.
 *
 * Trap: most of what comes back is no word. Look each up.
 *
 * @example
 * baseForms("Покровському", "uk") // ["Покровське", "Покровський", …]
 * baseForms("Рогу", "uk")         // […, "Ріг", …]
 */
export function baseForms(word: string, lang: "uk" | "ru"): string[] {
  const forms: string[] = [];
  const add = (form: string): void => {
    if (form !== word && !forms.includes(form)) forms.push(form);
  };
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_STEM); length >= 0; length--) {
    const stem = word.slice(0, word.length - length);
    const bases = RULES[lang].get(word.slice(word.length - length).toLowerCase());
    if (!bases || (length === 0 && !CONSONANT.test(stem))) continue;
    for (const base of bases) {
      add(stem + base);
      if (lang === "uk" && (base === "" || base === "ь")) {
        const other = closed(stem + base);
        if (other) add(other);
      }
    }
  }
  return forms;
}

/** Most combinations of base forms that are tried for a name of several words. */
const MOST_NAMES = 96;

/**
 * Base forms of a name of one or several words, each of which may be inflected; the name itself is not among them.
 *
 * @example
 * baseNames("Великій Новосілці", "uk") // […, "Велика Новосілка", …]
 * baseNames("Ростове-на-Дону", "ru")   // […, "Ростов-на-Дону", …]
 */
export function baseNames(name: string, lang: "uk" | "ru"): string[] {
  if (!/[\s-]/u.test(name)) return baseForms(name, lang).slice(0, MOST_NAMES);
  const pieces = name.split(/([\s-]+)/u);
  let names: string[] = [""];
  const words = pieces.filter((_, at) => at % 2 === 0).length;
  if (words > 4) return [];
  const most = words === 2 ? 12 : 5;
  for (const [at, piece] of pieces.entries()) {
    const forms = at % 2 === 1 ? [piece] : [piece, ...baseForms(piece, lang).slice(0, most)];
    const next: string[] = [];
    for (const form of forms) for (const start of names) next.push(start + form);
    names = next.slice(0, MOST_NAMES * 4);
  }
  return names.filter((form) => form !== name).slice(0, MOST_NAMES);
}
