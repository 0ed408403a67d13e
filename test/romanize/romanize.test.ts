import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lettersOf } from "../../src/romanize/alphabets";
import { romanize } from "../../src/romanize/romanize";
import { completeSystem, romanizationSystems, type SystemId } from "../../src/romanize/systems";

const goldenFolder = new URL("../golden/romanization/", import.meta.url);
const goldenFiles = readdirSync(goldenFolder).sort();

/** Words of a source alphabet as nobody would write them: whatever the letters, the system must take them. */
function words(letters: string): fc.Arbitrary<string> {
  const either = [...letters].flatMap((letter) => [letter, letter.toUpperCase()]);
  return fc.string({ unit: fc.constantFrom(...either, " ", "-"), maxLength: 20 });
}

describe("golden rows", () => {
  for (const file of goldenFiles) {
    const system = file.replace(".tsv", "") as SystemId;
    const rows = readFileSync(new URL(file, goldenFolder), "utf8").split("\n");
    for (const row of rows.filter((line) => line !== "" && !line.startsWith("#"))) {
      const [source = "", expected] = row.split("\t");
      test(`${system}: ${source}`, () => expect(romanize(source, system)).toBe(expected));
    }
  }
});

describe.each(romanizationSystems.map((system) => [system.id, completeSystem(system.id)] as const))(
  "%s",
  (id, system) => {
    const letters = lettersOf(system.language);

    test("gives a Latin form for every letter of the alphabet and for no other", () => {
      expect(Object.keys(system.letters).sort()).toEqual([...letters].sort());
    });

    test("gets every sample of its act right", () => {
      for (const [source, target] of system.samples ?? [])
        expect([source, romanize(source, id)]).toEqual([source, target]);
    });

    test("writes its declared Latin letters only, and uses each of them", () => {
      const written = [...Object.values(system.letters), ...system.rules.map((rule) => rule.to)].join("");
      expect([...new Set(written)].sort().join("")).toBe([...new Set(system.latin)].sort().join(""));
      expect(written.normalize("NFC")).toBe(written);
      for (const char of system.latin) expect(char).toMatch(/\p{Script=Latin}|[ʹʺ’”'`]|\u0300|\u0361/u);
    });

    test("every rule is written in the alphabet, and no rule hides behind an earlier one", () => {
      for (const [n, rule] of system.rules.entries()) {
        for (const letter of rule.from) expect(letters).toContain(letter);
        for (const letter of (rule.after ?? "") + (rule.before ?? "")) expect(`${letters}#VC`).toContain(letter);
        const hidden = system.rules
          .slice(0, n)
          .some((earlier) => rule.from.startsWith(earlier.from) && !earlier.after && !earlier.before);
        expect([rule, hidden]).toEqual([rule, false]);
      }
    });

    test("leaves no Cyrillic letter, whatever the word", () => {
      fc.assert(
        fc.property(words(letters), (word) => {
          // An apostrophe at the edge of a word is punctuation and stays.
          const out = romanize(word, id).toLowerCase().replaceAll("'", "");
          for (const char of out) expect(`${system.latin} -`).toContain(char);
        }),
      );
    });

    test("capitals change nothing but the case", () => {
      fc.assert(
        fc.property(words(letters), (word) => {
          expect(romanize(word.toUpperCase(), id).toUpperCase()).toBe(romanize(word, id).toUpperCase());
          expect(romanize(word.toLowerCase(), id)).toBe(romanize(word, id).toLowerCase());
        }),
      );
    });

    test("leaves Latin text as it is, its own output too", () => {
      expect(romanize("L'Aquila’s Łódź, Saint-Étienne 24/7", id)).toBe("L'Aquila’s Łódź, Saint-Étienne 24/7");
      fc.assert(fc.property(words(letters), (word) => romanize(romanize(word, id), id) === romanize(word, id)));
    });

    test("never throws and keeps all that is not a letter, a mark or an apostrophe", () => {
      const rest = (text: string) => text.replace(/[\p{L}\p{M}'’`]/gu, "");
      fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => rest(romanize(text, id)) === rest(text)));
    });
  },
);

describe("romanize", () => {
  test("refuses an unknown system by code", () => {
    expect(() => romanize("Київ", "uk-national-2011" as SystemId)).toThrow(
      expect.objectContaining({ code: "unknown-system" }),
    );
  });

  test("takes letters typed in two parts, and stress marks", () => {
    expect(romanize("Запорі\u0301жжя, Миколаїв, Гай".normalize("NFD"), "uk-national-2010")).toBe(
      "Zaporizhzhia, Mykolaiv, Hai",
    );
  });
});

describe("the list of systems", () => {
  test("has one file, one golden table and one entry for each id", () => {
    const files = readdirSync(new URL("../../data/romanization/", import.meta.url));
    const ids = romanizationSystems.map((system) => system.id).sort();
    expect(files.filter((file) => /^(uk|ru|be)-.*\.json$/.test(file)).sort()).toEqual(ids.map((id) => `${id}.json`));
    expect(goldenFiles).toEqual(ids.map((id) => `${id}.tsv`));
  });
});
