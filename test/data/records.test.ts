import { beforeAll, describe, expect, it } from "vitest";
import { readRecords } from "../../data/records.js";
import { katottgFormerNames, katottgUnits } from "../../data/sources/katottg/import.js";
import type { PlaceRecord } from "../../src/types.js";

let places: PlaceRecord[];
let byId: Map<string, PlaceRecord>;

beforeAll(() => {
  places = readRecords();
  byId = new Map(places.map((place) => [place.id, place]));
});

const named = (id: string, lang: string): PlaceRecord["toponyms"] =>
  byId.get(id)!.toponyms.filter((name) => name.lang === lang);

describe("records", () => {
  it("hold every unit of the register, in its class", () => {
    const classes = {
      O: "oblast",
      K: "city",
      P: "raion",
      H: "hromada",
      M: "city",
      X: "settlement",
      C: "village",
      B: "city-district",
    };
    const units = katottgUnits();
    expect(units).toHaveLength(31_744);
    const wrong = units.filter((unit) => byId.get(`katottg:${unit.code}`)?.class !== classes[unit.category]);
    expect(wrong).toEqual([]);
  });

  it("have no id twice and no GeoNames id on two places", () => {
    expect(byId.size).toBe(places.length);
    const geonames = places.flatMap((place) => place.ids?.geonames ?? []);
    expect(new Set(geonames).size).toBe(geonames.length);
  });

  it("know Покровськ under its GeoNames id, its former names and its seats", () => {
    const pokrovsk = byId.get("katottg:UA14160210010099403")!;
    expect(pokrovsk.ids?.geonames).toBe("704422");
    expect(pokrovsk.seatOf).toEqual(["katottg:UA14160000000061982", "katottg:UA14160210000011148"]);
    const former = pokrovsk.toponyms.filter((name) => name.status === "former" && name.lang === "uk");
    expect(former.map((name) => name.text)).toContain("Красноармійськ");
    const russian = named(pokrovsk.id, "ru").map((name) => `${name.text} ${name.status}`);
    expect(russian[0]).toBe("Покровск variant");
    expect(russian).toContain("Красноармейск former");
  });

  it("begin with the register's name", () => {
    const areas = { O: " область", P: " район", B: " район", H: " громада" } as Record<string, string>;
    const wrong = katottgUnits().filter((unit) => {
      const first = byId.get(`katottg:${unit.code}`)!.toponyms[0];
      return first.text !== unit.name && first.text !== unit.name + areas[unit.category];
    });
    expect(wrong).toEqual([]);
  });

  it("keep every former name of older editions", () => {
    const lost = katottgFormerNames().filter(
      ({ code, oldName }) => !named(`katottg:${code}`, "uk").some((name) => name.text.startsWith(oldName)),
    );
    expect(lost).toEqual([]);
  });

  it("place at least 95 % of the settlements, one in seven at its own point", () => {
    const settlements = places.filter(
      (place) => place.id.startsWith("katottg:") && ["city", "settlement", "village"].includes(place.class),
    );
    expect(settlements.filter((place) => place.lat !== undefined).length / settlements.length).toBeGreaterThan(0.95);
    expect(settlements.filter((place) => place.precision === "point").length).toBeGreaterThan(settlements.length / 7);
  });

  it("give every oblast, raion and hromada of the register one seat", () => {
    const seats = new Map<string, number>();
    for (const place of places) for (const area of place.seatOf ?? []) seats.set(area, (seats.get(area) ?? 0) + 1);
    const wrong = katottgUnits().filter(
      (unit) => "OPH".includes(unit.category) && seats.get(`katottg:${unit.code}`) !== 1,
    );
    expect(wrong).toEqual([]);
  });
});
