import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile/compile";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { placeAt, placeIndex } from "../../src/gazetteer/place";
import { StringPool, writeStringPool } from "../../src/gazetteer/string-pool";
import { toponyms } from "../../src/resolve/place";
import { codeOf } from "../fixtures/error-code";
import { MINI, MINI_OPTIONS } from "../fixtures/mini";

const file = compile(MINI, MINI_OPTIONS);

test("same records, same bytes, whatever their order", () => {
  expect(compile([...MINI].reverse(), MINI_OPTIONS)).toEqual(file);
});

test("what goes in comes out", () => {
  const gazetteer = Gazetteer.from(file);
  gazetteer.verify();
  expect(gazetteer.size).toBe(MINI.length);
  expect(gazetteer.dataDate).toBe("2026-01-31");
  for (const record of MINI) {
    const index = placeIndex(gazetteer, record.id);
    const place = placeAt(gazetteer, index);
    expect(place.id).toBe(record.id);
    expect(place.class).toBe(record.class);
    expect(place.within[0]?.id).toBe(record.within);
    expect(place.population).toBe(record.population);
    expect(place.lat).toBe(record.lat);
    const names = toponyms(gazetteer, record.id).filter((name) => name.status !== "derived");
    expect(names.map(({ text, lang, status, source }) => ({ text, lang, status, source }))).toEqual(
      record.toponyms.map(({ text, lang, status, source }) => ({ text, lang, status, source })),
    );
  }
  const pokrovsk = placeAt(gazetteer, placeIndex(gazetteer, "geonames:704422"));
  expect(pokrovsk.names).toEqual({ uk: "Покровськ", ru: "Покровск", en: "Pokrovsk" });
  expect(pokrovsk.ids).toEqual({ katottg: "UA14160210010099403", geonames: "704422" });
  expect(toponyms(gazetteer, pokrovsk.id)[2]).toMatchObject({
    status: "former",
    to: "2016-05-12",
    act: "ВРУ 1353-VIII",
  });
});

test("opens at an odd offset, in shared memory and with bytes behind the end", () => {
  const padded = new Uint8Array(file.byteLength + 13);
  padded.set(file, 3);
  expect(Gazetteer.from(padded.subarray(3)).size).toBe(MINI.length);
  const shared = new SharedArrayBuffer(file.byteLength);
  new Uint8Array(shared).set(file);
  expect(Gazetteer.from(shared).size).toBe(MINI.length);
});

test("refuses what is not a gazetteer, by code", () => {
  expect(codeOf(() => Gazetteer.from(new Uint8Array(0)))).toBe("not-a-gazetteer");
  expect(codeOf(() => Gazetteer.from(new TextEncoder().encode("a page that says 404, longer than a header is")))).toBe(
    "not-a-gazetteer",
  );
  const changed = (at: number, value: number): Uint8Array => {
    const copy = file.slice();
    copy[at] = value;
    return copy;
  };
  expect(codeOf(() => Gazetteer.from(changed(4, 99)))).toBe("format-version");
  expect(codeOf(() => Gazetteer.from(changed(6, 99)))).toBe("fold-version");
});

test("every truncation is refused when it is opened", () => {
  for (let length = 0; length < file.byteLength; length += 7) {
    expect(["truncated", "not-a-gazetteer"]).toContain(codeOf(() => Gazetteer.from(file.slice(0, length))));
  }
});

test("every flipped bit is found by verify, or refused when it is opened", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.nat(file.byteLength * 8 - 1), (bit) => {
      const at = bit >> 3;
      const copy = file.slice();
      copy[at] ^= 1 << (bit & 7);
      expect(codeOf(() => Gazetteer.from(copy).verify())).not.toBe("no error");
      found++;
    }),
    { numRuns: 600 },
  );
  expect(found).toBeGreaterThan(500);
});

test("the string pool gives back any strings", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !text.includes("\0"))),
      (list) => {
        const sorted = [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const { bytes, buckets } = writeStringPool(sorted);
        const pool = new StringPool(bytes, buckets);
        sorted.forEach((text, id) => {
          expect(pool.get(id)).toBe(text);
        });
      },
    ),
  );
});

test("faulty records are refused with the id that is wrong", () => {
  const [country] = MINI;
  expect(codeOf(() => compile([country, country], MINI_OPTIONS))).toBe("invalid-record");
  expect(codeOf(() => compile([{ ...country, within: "allonym:nowhere" }], MINI_OPTIONS))).toBe("invalid-record");
  expect(codeOf(() => compile([{ ...country, within: country.id }], MINI_OPTIONS))).toBe("invalid-record");
  expect(codeOf(() => compile([{ ...country, toponyms: [] }], MINI_OPTIONS))).toBe("invalid-record");
});
