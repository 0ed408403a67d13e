import type { Gazetteer } from "../src/gazetteer/gazetteer";
import type { BenchNames } from "./names";
import { mulberry32 } from "./seeded-random";

/** Sentences without places, of the kinds that surround them in news; a third of a text in each language. */
const PLAIN: Record<Language, readonly string[]> = {
  uk: [
    "Про це повідомили у пресслужбі відомства, не уточнивши подробиць.",
    "За попередніми даними, постраждалих немає, на місці працюють рятувальники та комунальники.",
    "Речник зазначив, що ситуація залишається складною, але контрольованою.",
    "Раніше експерти прогнозували зростання цін на пальне до кінця кварталу на сім відсотків.",
    "Уряд ухвалив постанову, якою змінив порядок виплат для переселенців з дітьми.",
    "Вночі температура знизиться до дванадцяти градусів морозу, на дорогах місцями ожеледиця.",
    "Слідчі встановлюють усі обставини події та опитують свідків, триває експертиза.",
  ],
  ru: [
    "Об этом говорится в сообщении ведомства, подробности не приводятся.",
    "По предварительным данным, пострадавших нет, на месте работают спасатели и медики.",
    "Представитель министерства отметил, что обстановка остаётся сложной, но управляемой.",
    "Ранее аналитики предсказывали рост цен на топливо к концу квартала на семь процентов.",
    "Правительство приняло постановление, которое меняет порядок выплат семьям с детьми.",
    "Ночью температура опустится до двенадцати градусов мороза, на дорогах местами гололёд.",
    "Следователи устанавливают все обстоятельства случившегося и опрашивают свидетелей.",
  ],
  en: [
    "Officials gave no further details and said that an investigation was under way.",
    "According to early reports nobody was hurt, and rescue workers remained at the scene.",
    "A spokesman told reporters that the situation was difficult but under control.",
    "Analysts had expected fuel prices to rise by seven per cent before the end of the quarter.",
    "The government adopted a decree that changes payments for families with children.",
    "Temperatures will fall below freezing overnight, and roads may be slippery in places.",
    "Investigators are establishing the circumstances and have spoken to several witnesses.",
  ],
};

/** Sentences with a place, `@`, and a person, `#`. */
const WITH_PLACE: Record<Language, readonly string[]> = {
  uk: [
    "Увечері вибухи пролунали поблизу населеного пункту @, розповів очевидець #.",
    "# народився у місті @ і закінчив там школу.",
  ],
  ru: [
    "Вечером взрывы прозвучали возле населённого пункта @, рассказал очевидец #.",
    "# родился в городе @ и окончил там школу.",
  ],
  en: [
    "Explosions were heard in the evening near the village of @, said # by telephone.",
    "# was born in the town of @ and went to school there.",
  ],
};

type Language = "uk" | "ru" | "en";
const LANGUAGES: readonly Language[] = ["uk", "ru", "en"];
const SYLLABLES: Record<Language, readonly string[]> = {
  uk: ["ба", "во", "ґра", "ді", "є", "жу", "ко", "лі", "ми", "не", "пе", "ро", "сту", "ти", "хви", "ще"],
  ru: ["ба", "во", "гра", "ды", "ё", "жу", "ко", "ли", "мы", "не", "пе", "ро", "сту", "тэ", "хви", "ще"],
  en: ["ba", "vo", "gra", "dee", "ew", "zhu", "ko", "li", "my", "ne", "pe", "ro", "stu", "th", "wi", "she"],
};
/** Six sentences of ten name nothing: about a place in a hundred and fifty bytes, as in war news. */
const PLAIN_SHARE = 0.6;
const SENTENCES = 24;

/** Three places of four are towns that many know (importance of a raion's seat and more), the others any. */
const KNOWN_SHARE = 0.75;
const KNOWN_FROM = 95;
/** People in the news have so many different names and surnames. */
const PEOPLE = 4000;

/** One text of the load, and how many places were put into it. */
export interface Article {
  text: string;
  places: number;
}

/**
 * Draws articles of mixed news, the same for the same seed and names: a language each, most sentences without places, the others with a
 * toponym of that language and a person whose name is made of syllables. About `bytes` of UTF-8 in all.
 */
export function drawArticles({ gazetteer }: BenchNames, bytes: number, seed: number): Article[] {
  const random = mulberry32(seed);
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const all = namesBy(gazetteer, () => true);
  const known = namesBy(gazetteer, (importance) => importance >= KNOWN_FROM);
  const people = Object.fromEntries(
    LANGUAGES.map((language) => [language, Array.from({ length: PEOPLE }, () => personIn(language, draw, random))]),
  ) as Record<Language, string[]>;
  const articles: Article[] = [];
  for (let written = 0; written < bytes; ) {
    const language = draw(LANGUAGES);
    let places = 0;
    const sentences = Array.from({ length: SENTENCES }, () => {
      if (random() < PLAIN_SHARE) return draw(PLAIN[language]);
      places++;
      return draw(WITH_PLACE[language])
        .replace("@", draw((random() < KNOWN_SHARE ? known : all)[language]))
        .replace("#", `${draw(people[language])} ${draw(people[language])}`);
    });
    const text = sentences.join(" ");
    articles.push({ text, places });
    written += Buffer.byteLength(text);
  }
  return articles;
}

/** The attested toponyms of places by language. */
function namesBy(gazetteer: Gazetteer, accept: (importance: number) => boolean): Record<Language, string[]> {
  const names: Record<Language, string[]> = { uk: [], ru: [], en: [] };
  const { placeToponyms, placeImportance } = gazetteer.columns;
  for (let place = 0; place < gazetteer.size; place++) {
    if (!accept(placeImportance[place])) continue;
    for (let toponym = placeToponyms[place]; toponym < placeToponyms[place + 1]; toponym++) {
      const { lang, status } = gazetteer.tagOf(toponym);
      if (lang in names && status !== "derived") names[lang as Language].push(gazetteer.textOf(toponym));
    }
  }
  return names;
}

function personIn(language: Language, draw: <T>(list: readonly T[]) => T, random: () => number): string {
  const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => draw(SYLLABLES[language])).join("");
  return word[0].toUpperCase() + word.slice(1);
}
