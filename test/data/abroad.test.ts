import { describe, expect, it } from "vitest";
import { abroad } from "../../data/join/abroad.js";
import {
  firstLevelByGeonamesAdmin1,
  firstLevelUnits,
  oblastIsoOfKatottg,
  oblastNames,
} from "../../data/join/first-level.js";
import { katottgUnits } from "../../data/sources/katottg/import.js";
import { taggedNames } from "../../data/sources/libgeonames-common/import.js";
import { phoneTowns } from "../../data/sources/phonenumbers/import.js";
import type { PlaceRecord } from "../../src/types.js";

const headline = (place: PlaceRecord, lang: string): string | undefined => {
  const names = place.toponyms.filter((name) => name.lang === lang);
  return (names.find((name) => name.status === "standardized") ?? names[0])?.text;
};

const units = firstLevelUnits();
const world = abroad();
const unit = (iso: string): PlaceRecord => units.find((place) => place.ids?.["iso3166-2"] === iso)!;

describe("first-level units", () => {
  it("has every federal subject, voblast and Moldovan unit once", () => {
    const count = (country: string) => units.filter((place) => place.country === country).length;
    expect([count("RU"), count("BY"), count("MD")]).toEqual([83, 7, 37]);
    expect(new Set(units.map((place) => place.id)).size).toBe(units.length);
  });

  // Names by the countries' own constitutions; Ukrainian and English as CLDR and GeoNames write them.
  it.each([
    ["RU-BEL", "Бєлгородська область", "Белгородская область", "Belgorod Oblast"],
    ["RU-KRS", "Курська область", "Курская область", "Kursk Oblast"],
    ["RU-BRY", "Брянська область", "Брянская область", "Bryansk Oblast"],
    ["RU-ROS", "Ростовська область", "Ростовская область", "Rostov Oblast"],
    ["RU-VOR", "Воронезька область", "Воронежская область", "Voronezh Oblast"],
    ["RU-KDA", "Краснодарський край", "Краснодарский край", "Krasnodar Krai"],
    ["RU-KYA", "Красноярський край", "Красноярский край", "Krasnoyarsk Krai"],
    ["RU-SA", "Республіка Саха (Якутія)", "Республика Саха (Якутия)", "Sakha Republic"],
    ["BY-HO", "Гомельська область", "Гомельская область", "Gomel Region"],
    ["MD-AN", "Аненій-Нойський район", "Новоаненский район", "Anenii Noi District"],
    ["MD-SN", "Придністров’я", "Приднестровье", "Transnistria"],
  ])("%s is %s, %s, %s", (iso, uk, ru, en) => {
    expect(["uk", "ru", "en"].map((lang) => headline(unit(iso), lang))).toEqual([uk, ru, en]);
  });

  it("has names in Ukrainian, Russian and English, and in the country's own language a standardized one", () => {
    const own: Record<string, string> = { RU: "ru", BY: "be", MD: "ro" };
    for (const place of units) {
      for (const lang of ["uk", "ru", "en"]) expect(headline(place, lang), `${place.id} ${lang}`).toBeDefined();
      const sanctioned = place.toponyms.filter((n) => n.status === "standardized" && n.lang === own[place.country]);
      expect(sanctioned, place.id).toHaveLength(1);
    }
  });

  it("never prints a claim", () => {
    for (const place of units) {
      for (const lang of new Set(place.toponyms.map((name) => name.lang))) {
        const text = headline(place, lang);
        expect(place.toponyms.some((n) => n.lang === lang && n.text === text && n.status === "claim")).toBe(false);
      }
    }
  });

  it("is found by its GeoNames code", () => {
    expect(firstLevelByGeonamesAdmin1("RU", "09")).toBe(unit("RU-BEL").id);
    expect(firstLevelByGeonamesAdmin1("MD", "58")).toBe(unit("MD-SN").id);
    expect(firstLevelByGeonamesAdmin1("UA", "05")).toBeUndefined();
    expect(firstLevelByGeonamesAdmin1("RU", "00")).toBeUndefined();
  });
});

describe("Ukrainian oblasts", () => {
  const firstLevel = katottgUnits().filter((row) => row.category === "O" || row.category === "K");

  it("pairs every register code with the ISO code of the same name", () => {
    const isos = firstLevel.map((row) => oblastIsoOfKatottg(row.code));
    expect(new Set(isos).size).toBe(27);
    for (const row of firstLevel) {
      const names = oblastNames(oblastIsoOfKatottg(row.code)).filter((name) => name.lang === "uk");
      expect(
        names.some((name) => name.text.startsWith(row.name)),
        row.name,
      ).toBe(true);
    }
    expect(() => oblastIsoOfKatottg("99")).toThrow();
  });

  it("gives full Russian and English names first and the slips of the sources not at all", () => {
    const first = (iso: string, lang: string) => oblastNames(iso).find((name) => name.lang === lang)?.text;
    expect([first("UA-14", "ru"), first("UA-14", "en")]).toEqual(["Донецкая область", "Donetsk Oblast"]);
    expect([first("UA-43", "ru"), first("UA-43", "en")]).toEqual([
      "Автономная Республика Крым",
      "Autonomous Republic of Crimea",
    ]);
    expect([first("UA-30", "uk"), first("UA-40", "ru")]).toEqual(["Київ", "Севастополь"]);
    expect(
      oblastNames("UA-43")
        .filter((n) => /^Респуб/.test(n.text))
        .map((n) => n.status),
    ).toEqual(["claim", "claim"]);
    const all = firstLevel.flatMap((row) => oblastNames(oblastIsoOfKatottg(row.code)));
    expect(all.filter((name) => ["uk", "ru", "be"].includes(name.lang) && /[a-z]/i.test(name.text))).toEqual([]);
    expect(all.filter((name) => name.status === "standardized")).toEqual([]);
  });
});

describe("abroad", () => {
  it("has every country with Ukrainian, Russian and English names", () => {
    const countries = world.filter((place) => place.class === "country");
    expect(countries).toHaveLength(250);
    for (const place of countries) {
      for (const lang of ["uk", "ru", "en"]) expect(headline(place, lang), `${place.country} ${lang}`).toBeDefined();
    }
    const ukraine = countries.find((place) => place.country === "UA")!;
    expect(["uk", "ru", "en", "pl"].map((lang) => headline(ukraine, lang))).toEqual([
      "Україна",
      "Украина",
      "Ukraine",
      "Ukraina",
    ]);
  });

  it("has cities of other countries only, each within its country", () => {
    const ids = new Set(world.map((place) => place.id));
    const cities = world.filter((place) => place.class !== "country");
    expect(cities.length).toBeGreaterThan(5000);
    for (const place of cities) {
      expect(["UA", "RU", "BY", "MD"]).not.toContain(place.country);
      expect(ids.has(place.within!), place.id).toBe(true);
    }
  });

  it("has no airport codes, no fragments, no script but Latin and Cyrillic, and few names a city", () => {
    for (const place of world) {
      if (place.class === "country") continue;
      expect(place.toponyms.length, place.id).toBeLessThan(25);
      for (const { text, lang } of place.toponyms) {
        expect(text, place.id).toMatch(/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d’().,/–— -]{3,}$/u);
        if (lang === "und-Latn" && text !== place.toponyms[0].text) expect(text, place.id).not.toMatch(/^[A-Z]{3}$/);
        if (["uk", "ru", "be"].includes(lang)) expect(text, place.id).not.toMatch(/\p{Script=Latin}/u);
      }
    }
  });

  it("knows Paris, and Przemyśl near the border", () => {
    const paris = world.find((place) => place.id === "geonames:2988507")!;
    expect(["uk", "ru", "en"].map((lang) => headline(paris, lang))).toEqual(["Париж", "Париж", "Paris"]);
    expect(world.some((place) => place.country === "PL" && place.toponyms.some((n) => n.text === "Przemyśl"))).toBe(
      true,
    );
  });

  it("comes out the same twice", () => {
    expect(JSON.stringify(abroad())).toBe(JSON.stringify(world));
  });
});

describe("sources", () => {
  it("keeps a tagged name only in the alphabet of its language", () => {
    for (const row of taggedNames()) {
      if (row.lang === "uk") expect(row.text, row.key).not.toMatch(/[ыэёъЫЭЁЪa-zA-Z]/);
      if (row.lang === "ru") expect(row.text, row.key).not.toMatch(/[іїєґІЇЄҐa-zA-Z]/);
    }
  });

  it("splits towns that share an area code and drops translated names", () => {
    const towns = phoneTowns();
    expect(towns.filter((row) => row.prefix === "375214").map((row) => row.names)).toEqual([
      { be: "Полацк", en: "Polotsk", ru: "Полоцк" },
      { be: "Наваполацк", en: "Navapolatsk", ru: "Новополоцк" },
    ]);
    expect(towns.find((row) => row.prefix === "3805763")).toEqual({
      country: "UA",
      prefix: "3805763",
      kind: "town",
      names: { uk: "Дергачі" },
      oblast: { en: "Kharkiv", uk: "Харків" },
    });
    expect(towns.find((row) => row.prefix === "38044")?.names).toEqual({ en: "Kyiv", uk: "Київ" });
  });
});
