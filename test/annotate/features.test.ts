import { describe, expect, test } from "vitest";
import { annotate } from "../../src/annotate/annotate";
import { normalize } from "../../src/annotate/normalize";
import { codeOf } from "../fixtures/error-code";
import { shipped } from "../fixtures/shipped";

const gazetteer = shipped();
const surfaces = (text: string): string[] => annotate(gazetteer, text).annotations.map(({ surface }) => surface);
const named = (text: string, options = {}): string[] =>
  annotate(gazetteer, text, options).annotations.map(({ surface, match }) => `${surface} → ${match.names.uk}`);

describe("what is a place", () => {
  test.each([
    ["Мир і дружба переможуть, каже Надія Мельник."],
    ["Пан Київський подякував Роману Полтавцю."],
    ["Президент компанії Олександр Харків не відповів."],
    ["Заслужений артист І. С. Козелець співав у понеділок."],
    ["Фрегат «Севастополь» вийшов у море."],
    ["Пані Ольга живе на вулиці Полтавській."],
    ["Счастье и мир вернулись, заметил г. Донской."],
    ["Police said the reading room in Paris was closed on Monday."],
    ["Mr. Kramatorskyi joined the committee of Odesa Street."],
    ["Домен gov.ua та пошта info@lviv.ua не працюють."],
  ])("nothing in: %s", (text) => {
    const annotated = annotate(gazetteer, text).annotations.filter(({ match }) => match.country === "UA");
    expect(annotated.map(({ surface }) => surface)).toEqual([]);
  });

  test("Paris stays in France", () => {
    const [paris] = annotate(gazetteer, "Ministers met in Paris on Friday.").annotations;
    expect(paris.match.country).toBe("FR");
  });

  test("what an American state stands behind is no place here", () => {
    const text = "Fires burned near Odessa, Texas, in Moscow, Idaho, and in Sevastopol, California. Odesa was quiet.";
    const { annotations } = annotate(gazetteer, text);
    expect(annotations.map(({ surface, match }) => `${surface} ${match.country}`)).toEqual([
      "Odessa US",
      "Texas US",
      "Idaho US",
      "California US",
      "Odesa UA",
    ]);
  });

  test("who is addressed is no place, and is none later in the text", () => {
    expect(surfaces("Dr. Lyman spoke in Kyiv. It was mentioned in Lyman's report. Mr. Rovno declined.")).toEqual([
      "Kyiv",
    ]);
    expect(surfaces("Пан Полтава приїхав до Полтави.")).toEqual(["Полтави"]);
    expect(surfaces("Губернатор Брянской области Богомаз сообщил об обстреле Климово.")).toEqual([
      "Брянской области",
      "Климово",
    ]);
  });

  test("a list of villages is told by its neighbours, not by the city of the same name", () => {
    const { annotations } = annotate(
      gazetteer,
      "На Лиманському напрямку ворог атакував поблизу Греківки, Надії, Макіївки, Ямполівки, Колодязів, Тернів та Торського.",
    );
    const makiivka = annotations.find(({ surface }) => surface === "Макіївки");
    expect(makiivka?.match.class).toBe("village");
  });

  test("in a list of cities the city is meant, and a town in it does not stand for its raion", () => {
    const { annotations } = annotate(gazetteer, "Обстріляли Дніпро, Кам'янське, Нікополь і Кривий Ріг.");
    expect(annotations.map(({ match }) => match.class)).toEqual(["city", "city", "city", "city"]);
    const [ivanivka] = annotate(gazetteer, "Ivanivka, Kherson was hit.").annotations;
    expect(ivanivka.match.within.some(({ names }) => names.en.startsWith("Khersonska"))).toBe(true);
  });

  test("a misspelt name is none of a place far from all others of its sentence", () => {
    const text = "Під вогнем Стрілеча, Гоптівка, Тимківка, Чугунівка Харківської області.";
    expect(surfaces(text)).toEqual(["Стрілеча", "Гоптівка", "Чугунівка", "Харківської області"]);
  });

  test("a surname that was told with a first name stays a surname", () => {
    expect(named("Сергій Лиман приїхав. Згодом Лиман виступив.")).toEqual([]);
    expect(named("Бої точаться за Лиман на Донеччині.")).toEqual(["Лиман → Лиман", "Донеччині → Донецька область"]);
  });
});

describe("joint and derived names", () => {
  test.each([
    [
      "Сбили 12 над Брянской, 10 над Курской и по шесть над Орловской и Тульской областями.",
      [
        "Брянской → Брянська область",
        "Курской → Курська область",
        "Орловской → Орловська область",
        "Тульской областями → Тульська область",
      ],
    ],
    [
      "Ворог обстріляв Марганецьку, Покровську, Червоногригорівську та Мирівську громади.",
      [
        "Марганецьку → Марганецька громада",
        "Покровську → Покровська громада",
        "Червоногригорівську → Червоногригорівська громада",
        "Мирівську громади → Мирівська громада",
      ],
    ],
    ["Служив у Луцьку, а живе в Сумській області.", ["Луцьку → Луцьк", "Сумській області → Сумська область"]],
    ["Склад (Лисичанськ, Луганська обл.) згорів.", ["Лисичанськ → Лисичанськ", "Луганська обл → Луганська область"]],
    [
      "У Донецькій та Луганській областях тривають бої.",
      ["Донецькій → Донецька область", "Луганській областях → Луганська область"],
    ],
    [
      "Officials in the Kharkiv and Sumy regions agreed.",
      ["Kharkiv → Харківська область", "Sumy regions → Сумська область"],
    ],
    ["Бої на Покровському напрямку.", ["Покровському → Покровськ"]],
    ["На Купянском направлении тихо.", ["Купянском → Куп’янськ"]],
    ["Fighting in the Volchansk direction eased.", ["Volchansk → Вовчанськ"]],
    ["Обстріляно Харківщину.", ["Харківщину → Харківська область"]],
    ["У Харкові та Донецькій області тихо.", ["Харкові → Харків", "Донецькій області → Донецька область"]],
  ])("%s", (text, expected) => expect(named(text)).toEqual(expected));

  test("chains of towns are parted where all parts are places", () => {
    expect(named("Ремонт траси Львів-Житомир-Черкаси завершено.")).toEqual([
      "Львів → Львів",
      "Житомир → Житомир",
      "Черкаси → Черкаси",
    ]);
    expect(named("Компанія Agro-Україна оголосила тендер.")).toEqual([]);
  });
});

describe("which of the namesakes", () => {
  const oblastOf = (text: string, surface: string, options = {}): string | undefined =>
    annotate(gazetteer, text, options)
      .annotations.find((annotation) => annotation.surface === surface)
      ?.match.within.find((unit) => unit.class === "oblast")?.names.uk;

  test("the unit behind it, the unit in the sentence, the neighbours", () => {
    expect(oblastOf("Обстріляно Миколаївку Донецької області.", "Миколаївку")).toBe("Донецька область");
    expect(oblastOf("Обстріляно Миколаївку Сумської області.", "Миколаївку")).toBe("Сумська область");
    expect(oblastOf("Shells fell on Ivanivka, Kherson region.", "Ivanivka")).toBe("Херсонська область");
    expect(oblastOf("На Сумщині снаряд влучив у Степанівку.", "Степанівку")).toBe("Сумська область");
  });

  test("what the caller knows", () => {
    const text = "Снаряд влучив у Степанівку.";
    expect(oblastOf(text, "Степанівку", { within: "Вінницька область" })).toBe("Вінницька область");
    expect(oblastOf(text, "Степанівку", { near: [46.6, 32.6] })).toBe("Херсонська область");
    expect(named("Делегація прибула до Києва.", { within: "Вінницька область" })).toEqual(["Києва → Київ"]);
  });

  test("namesakes that nothing tells apart are ambiguous, with the others in order", () => {
    const [annotation] = annotate(gazetteer, "Снаряд влучив у село Іванівка.").annotations;
    expect(annotation.status).toBe("ambiguous");
    expect(annotation.alternatives.length).toBeGreaterThan(2);
    const scores = [annotation.match, ...annotation.alternatives].map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

test("a unit behind the name that holds none of its namesakes: no verdict", () => {
  const [village] = annotate(gazetteer, "Дрон упав у селі Олексіївка Липецької області.").annotations;
  expect([village.surface, village.status]).toEqual(["Олексіївка", "ambiguous"]);
  expect(village.match.score).toBeLessThan(0.4);
});

test("a list of towns and oblasts contradicts nobody", () => {
  const { annotations } = annotate(gazetteer, "Обстріляно Харків, Сумську область, Вовчанськ і Чернігівську область.");
  expect(annotations.map(({ surface, status }) => `${surface} ${status}`)).toEqual([
    "Харків match",
    "Сумську область match",
    "Вовчанськ match",
    "Чернігівську область match",
  ]);
});

describe("normalize", () => {
  test("headline names, the original on request", () => {
    const text = "Forces took Krasnarmeysk and Volchansk.";
    expect(normalize(gazetteer, text, { to: "en" }).text).toBe("Forces took Pokrovsk and Vovchansk.");
    expect(normalize(gazetteer, text, { to: "en", style: "keep-original" }).text).toBe(
      "Forces took Pokrovsk [Krasnarmeysk] and Vovchansk [Volchansk].",
    );
    expect(normalize(gazetteer, "Жителі Красноармійська чекали.", { to: "uk", style: "append" }).text).toBe(
      "Жителі Красноармійська [Покровськ] чекали.",
    );
  });

  test("case forms of the headline name and ambiguous mentions stay", () => {
    expect(normalize(gazetteer, "Бої під Бахмутом.", { to: "uk" }).text).toBe("Бої під Бахмутом.");
    expect(normalize(gazetteer, "Снаряд влучив у село Іванівка.", { to: "en" }).text).toBe(
      "Снаряд влучив у село Іванівка.",
    );
  });
});

test("misuse is told by code", () => {
  expect(codeOf(() => annotate(gazetteer, 5 as unknown as string))).toBe("invalid-text");
  expect(codeOf(() => annotate(gazetteer, "", { minScore: 2 }))).toBe("invalid-option");
  expect(codeOf(() => annotate(gazetteer, "", { within: "Atlantis" }))).toBe("unknown-within");
  expect(codeOf(() => normalize(gazetteer, "", { to: "xx" as "en" }))).toBe("invalid-option");
});

test("a name has one sense in a text: what one sentence tells holds for the others", () => {
  const text = "У Степанівці згоріла школа. Діти зі Степанівки на Сумщині вчитимуться вдома.";
  const ids = annotate(gazetteer, text).annotations.map(({ match }) => match.id);
  expect(ids[0]).toBe(ids[1]);
  expect(annotate(gazetteer, text).annotations[0].match.within.map(({ names }) => names.uk)).toContain(
    "Сумська область",
  );
});

test("a misspelt name is found in a case form, too", () => {
  expect(named("Бои идут у Краматурска и в районе Белагоровки.")).toEqual([
    "Краматурска → Краматорськ",
    "Белагоровки → Білогорівка",
  ]);
});
