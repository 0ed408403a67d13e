import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { KeyWalk, WALK_DEAD } from "../../src/search/key-walk";
import { wordForms } from "../../src/search/word-forms";
import { foldInto, foldLetters, MAX_FOLD } from "../../src/text/fold";

const { columns } = Gazetteer.from(readFileSync(new URL("../../data/compiled/allonym.bin", import.meta.url)));
const walk = new KeyWalk(
  { mask: columns.trieMask, base: columns.trieBase, slots: columns.trieSlots },
  { bytes: columns.keyBytes, lengths: columns.keyLength, buckets: columns.keyBuckets },
);

/** Words whose letters change what stands before them (ие, тс, яє), and case forms of names. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."аеєиіїйоуюятсцчькнвр’"), minLength: 1, maxLength: 9 }),
  fc
    .tuple(
      fc.constantFrom(
        "київ",
        "миргород",
        "бахмут",
        "южн",
        "кри",
        "ріг",
        "рог",
        "умань",
        "мар’їнк",
        "гуляйпол",
        "донець",
      ),
      fc.constantFrom("", "а", "у", "ом", "ого", "ському", "ою", "ние", "ев", "ю", "ню", "і", "ії"),
    )
    .map(([stem, ending]) => stem + ending),
);

test("the forms that are read on from the stem are those of all forms with which a name begins", () => {
  fc.assert(
    fc.property(word, fc.constantFrom("uk" as const, "ru" as const), (asked, lang) => {
      const told = ({ text, nats, state }: { text: string; nats: number; state: number }) => ({ text, nats, state });
      const all = wordForms(walk, asked, lang, true).filter(({ state }) => state !== WALK_DEAD);
      expect(wordForms(walk, asked, lang, false).map(told)).toEqual(all.map(told));
    }),
    { numRuns: 2000 },
  );
  expect(wordForms(walk, "бахмутом", "uk", false).map(({ text }) => text)).toContain("бахмут");
});

test("every beginning of a word folds to what foldLetters notes of it", () => {
  const out = new Uint8Array(MAX_FOLD);
  const ends = new Uint16Array(MAX_FOLD);
  const lasts = new Uint8Array(MAX_FOLD);
  const codes = new Uint8Array(MAX_FOLD);
  fc.assert(
    fc.property(word, (asked) => {
      const length = foldLetters(asked, out, ends, lasts);
      for (let letters = 1; letters <= asked.length; letters++) {
        const folded = foldInto(asked.slice(0, letters), codes);
        expect(ends[letters]).toBe(folded);
        const noted = [...out.slice(0, Math.max(0, folded - 1)), ...(folded > 0 ? [lasts[letters]] : [])];
        expect(noted).toEqual([...codes.slice(0, folded)]);
      }
      expect(ends[asked.length]).toBe(length);
    }),
  );
});
