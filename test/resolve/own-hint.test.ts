import { describe, expect, test } from "vitest";
import { nameParts } from "../../src/resolve/hints/name-parts";
import { ownHint } from "../../src/resolve/hints/own-hint";
import { codeOfState, unitOfCode } from "../../src/resolve/hints/unit-codes";
import { resolve } from "../../src/resolve/resolve";
import { shipped } from "../fixtures/shipped";

const gazetteer = shipped();

/** Status, id and country of the first match. */
const meant = (name: string, options = {}): string => {
  const { status, matches } = resolve(gazetteer, name, options);
  return [status, matches[0]?.id, matches[0]?.country].filter(Boolean).join(" ");
};

/** A table of names and what each means. */
const means = (rows: [name: string, expected: string][]): void =>
  test.each(rows)("%s", (name, expected) => {
    expect(meant(name)).toBe(expected);
  });

describe("a name is split from its hint", () => {
  test.each([
    ["Артемове Торецької міської ради", "Артемове", ["Торецької міської ради"]],
    [
      "с. Водяне Очеретинської селищної територіальної громади Покровського району",
      "с. Водяне",
      ["Очеретинської селищної територіальної громади", "Покровського району"],
    ],
    ["Артемово Дзержинского горсовета Донецкой области", "Артемово", ["Дзержинского горсовета", "Донецкой области"]],
    ["Київський район міста Харкова", "Київський район", ["Харкова"]],
    ["Kyivskyi district of the city of Donetsk", "Kyivskyi district", ["Donetsk"]],
  ])("%s", (text, name, hints) => {
    expect(ownHint(text)).toMatchObject({ name, hints, apart: false });
  });

  test.each([["Kyiv"], ["Нова Каховка"], ["Republic of Belarus"], ["district of"], ["міської ради"]])(
    "not %s",
    (text) => {
      expect(ownHint(text)).toBeUndefined();
    },
  );

  test("what stands apart is read either way round, the area first", () => {
    expect(ownHint("Київський район, Донецьк")).toMatchObject({
      name: "Донецьк",
      hints: ["Київський район"],
      otherwise: { name: "Київський район", hints: ["Донецьк"] },
    });
  });
});

describe("a hint may stand on either side", () => {
  means([
    ["Київський район, Донецьк", "match katottg:UA14080030010433681 UA"],
    ["Kyivskyi district of Donetsk", "match katottg:UA14080030010433681 UA"],
    ["Київський район Харкова", "match katottg:UA63120270010216514 UA"],
    ["Приморський район, м. Маріуполь", "match katottg:UA14140050010350963 UA"],
    ["Україна, Київ", "match katottg:UA80000000000093317 UA"],
    ["Бахмутський район Опитне", "match katottg:UA14020010170066541 UA"],
    ["Опитне Бахмутського району", "match katottg:UA14020010170066541 UA"],
  ]);
});

describe("what people write around a name", () => {
  test.each([
    ["61000, м. Харків, вул. Сумська, 5", ["м. Харків"]],
    ["г. Киев, ул. Крещатик, д. 22, кв. 7", ["г. Киев"]],
    ["д. Ивановка, Бахмутский район", ["д. Ивановка", "Бахмутский район"]],
    ["Kharkiv 61000", ["Kharkiv"]],
    ["Kharkiv [Kharkov], 23 Sumska Street", ["Kharkiv", "Kharkov"]],
    ["Dnipro (formerly Dnipropetrovsk)", ["Dnipro", "Dnipropetrovsk"]],
    ["Ukraine - Kharkiv", ["Ukraine", "Kharkiv"]],
    ["Кропивницький/Кіровоград", ["Кропивницький", "Кіровоград"]],
    ["Івано-Франківськ", ["Івано-Франківськ"]],
    ["вул. Сумська", []],
    ["5", []],
  ])("%s", (text, parts) => {
    expect(nameParts(text)).toEqual(parts);
  });

  means([
    ["Donetsk Oblast, Ukraine", "match katottg:UA14000000000091971 UA"],
    ["Ukraine: Donetsk Oblast", "match katottg:UA14000000000091971 UA"],
    ["Bucha, Kyiv", "match katottg:UA32080070010087821 UA"],
    ["Bakhmut aka Artemovsk", "match katottg:UA14020010010059145 UA"],
    ["Кропивницький/Кіровоград", "match katottg:UA35040210010019355 UA"],
    ["near Bakhmut", "match katottg:UA14020010010059145 UA"],
    ["5 km north of Bakhmut", "match katottg:UA14020010010059145 UA"],
    ["10 км від Бахмута", "match katottg:UA14020010010059145 UA"],
    ["околиці Бахмута", "match katottg:UA14020010010059145 UA"],
    ["Bakhmut area", "match katottg:UA14020010010059145 UA"],
    ["у Бахмуті", "match katottg:UA14020010010059145 UA"],
    ["н.п. Бахмут", "match katottg:UA14020010010059145 UA"],
    ["н.п.Бахмут", "match katottg:UA14020010010059145 UA"],
    ["Нью-Йорк (Новгородське)", "match katottg:UA14020110050044480 UA"],
    ["Mariupol, Azovstal", "match katottg:UA14140050010029262 UA"],
    ["вул. Шевченка 5, м. Харків", "match katottg:UA63120270010096107 UA"],
  ]);

  test.each([["Kharkiv, Sumy"], ["Харків, Суми, Полтава"], ["Kharkiv/Luhansk"]])(
    "a list is of no single place: %s",
    (name) => {
      expect(meant(name)).toBe("ambiguous katottg:UA63120270010096107 UA");
    },
  );

  means([
    ["Kharkiv Ukraine", "match katottg:UA63120270010096107 UA"],
    ["Донецк ДНР", "match katottg:UA14080030010048113 UA"],
    ["Pokrovsk Donetsk Region Ukraine", "match katottg:UA14160210010099403 UA"],
    ["Украина Киев", "match katottg:UA80000000000093317 UA"],
  ]);

  test("a village with another of its names stays one of many", () => {
    const { status, matches } = resolve(gazetteer, "Peski (Pisky)");
    expect(status).toBe("ambiguous");
    expect(new Set(matches.map(({ names }) => names.uk))).toEqual(new Set(["Піски"]));
    expect(matches.length).toBeGreaterThan(3);
  });

  test("a hint that nobody understands leaves the answer open", () => {
    expect(meant("Kherson Oblast (left bank)")).toBe("ambiguous katottg:UA65000000000030969 UA");
    expect(meant("Sevastopol, Russia")).toBe("ambiguous katottg:UA85000000000065278 UA");
  });
});

describe("states abroad", () => {
  means([
    ["Odessa, Texas", "match geonames:5527554 US"],
    ["Odessa, TX", "match geonames:5527554 US"],
    ["Odessa (USA)", "match geonames:5527554 US"],
    ["Odessa, UA", "match katottg:UA51100270010076757 UA"],
    ["Odesa, Ukraine", "match katottg:UA51100270010076757 UA"],
    ["London, Ontario", "match geonames:6058560 CA"],
    ["London, ON", "match geonames:6058560 CA"],
    ["Toronto, CA", "match geonames:6167865 CA"],
    ["San Francisco, CA", "match geonames:5391959 US"],
    ["Moscow, Idaho", "none"],
    ["Moscow, ID", "none"],
    ["Kiev, North Dakota", "none"],
  ]);
});

describe("codes", () => {
  test("of ISO 3166 are units, as a hint and alone", () => {
    expect(meant("Покровськ", { within: "UA-14" })).toBe("match katottg:UA14160210010099403 UA");
    expect(meant("Pokrovsk", { within: "RU-SA" })).toContain("RU");
    expect(unitOfCode(gazetteer, "UA-14")).toBe(unitOfCode(gazetteer, "UA-14"));
    expect(unitOfCode(gazetteer, "UA")).toBeGreaterThanOrEqual(0);
  });

  test("mean the country before the state, and only capitals are one", () => {
    expect(codeOfState(gazetteer, "CA")).toBe("US-CA");
    expect(codeOfState(gazetteer, "ON")).toBe("CA-ON");
    expect(unitOfCode(gazetteer, "CA")).not.toBe(unitOfCode(gazetteer, "US-CA"));
    expect(unitOfCode(gazetteer, "TX")).toBe(unitOfCode(gazetteer, "US-TX"));
    for (const none of ["tx", "Ua", "ZZ", "UA-99", "USA", ""]) expect(unitOfCode(gazetteer, none), none).toBe(-1);
  });
});

test.each([
  ["Великоновосілківський напрямок", "Велика Новосілка"],
  ["Великоновоселковское направление", "Велика Новосілка"],
  ["Краснопільський напрямок", "Краснопілля"],
  ["Новопавлівський напрямок", "Новопавлівка"],
  ["Криворізький напрямок", "Кривий Ріг"],
  ["Курський напрямок", "Курськ"],
  ["Волинський напрямок", "Волинь"],
  ["Північно-Слобожанський напрямок", "Слобожанщина"],
  ["Полесское направление", "Полісся"],
  ["Maryinsky direction", "Мар’їнка"],
])("a front's direction is named after a town or a region: %s, %s", (name, uk) => {
  const { status, matches } = resolve(gazetteer, name);
  expect([status, matches[0].names.uk]).toEqual(["match", uk]);
});

test.each([
  ["Миколаївка", "Слов’янський район", "katottg:UA14120130010079249"],
  ["Новоселівка Друга", "Ясинуватський район", "katottg:UA14160190180010485"],
  ["Piski", "Yasynuvata district", "katottg:UA14160190380023078"],
  ["Степне", "Мар’їнський район", "katottg:UA14040050130051556"],
  ["Торське", "Лиманський район", "katottg:UA14120110320081898"],
])("what a raion of before 2020 held is near its seat, in whatever raion of today: %s, %s", (name, within, id) => {
  expect(resolve(gazetteer, name, { within }).matches[0].id).toBe(id);
});
