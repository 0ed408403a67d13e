import fc from "fast-check";
import { expect, test } from "vitest";
import { CaseFormSearch } from "../../src/search/case-forms";
import { KeyWalk } from "../../src/search/key-walk";
import { packKeys } from "../../src/search/keys";
import { buildTrie } from "../../src/search/trie";
import { foldCode } from "../../src/text/alphabet";
import { fold } from "../../src/text/fold";
import type { InflectedLang } from "../../src/text/inflection";

/** Case forms after the grammars named in inflection.ts; the paradigms are our own choice of towns. */
const UKRAINIAN: readonly [base: string, ...forms: string[]][] = [
  ["Покровськ", "Покровська", "Покровську", "Покровськом"],
  ["Покровське", "Покровського", "Покровському", "Покровським"],
  ["Харків", "Харкова", "Харкову", "Харковом", "Харкові"],
  ["Київ", "Києва", "Києву", "Києвом", "Києві"],
  ["Кривий Ріг", "Кривого Рогу", "Кривому Рогу", "Кривим Рогом", "Кривому Розі"],
  ["Полтава", "Полтави", "Полтаві", "Полтаву", "Полтавою"],
  ["Авдіївка", "Авдіївки", "Авдіївці", "Авдіївку", "Авдіївкою"],
  ["Суми", "Сум", "Сумам", "Сумами", "Сумах"],
  ["Чернівці", "Чернівців", "Чернівцям", "Чернівцями", "Чернівцях"],
  ["Дніпро", "Дніпра", "Дніпру", "Дніпром", "Дніпрі"],
  ["Запоріжжя", "Запоріжжю", "Запоріжжям"],
  ["Гуляйполе", "Гуляйполя", "Гуляйполю", "Гуляйполем"],
  ["Велика Новосілка", "Великої Новосілки", "Великій Новосілці", "Велику Новосілку", "Великою Новосілкою"],
  ["Куп’янськ", "Куп’янська", "Куп’янську", "Куп’янськом"],
  ["Торецьк", "Торецька", "Торецьку"],
  ["Лубни", "Лубен", "Лубнам", "Лубнах"],
];

const RUSSIAN: readonly [base: string, ...forms: string[]][] = [
  ["Волчанск", "Волчанска", "Волчанску", "Волчанском", "Волчанске"],
  ["Харьков", "Харькова", "Харькову", "Харьковом", "Харькове"],
  ["Елец", "Ельца", "Ельцу", "Ельцом", "Ельце"],
  ["Авдеевка", "Авдеевки", "Авдеевке", "Авдеевку", "Авдеевкой"],
  ["Великая Новосёлка", "Великой Новосёлки", "Великой Новосёлке", "Великую Новосёлку", "Великой Новосёлкой"],
  ["Часов Яр", "Часова Яра", "Часову Яру", "Часове Яре"],
  ["Сумы", "Сум", "Сумам", "Сумами", "Сумах"],
  ["Керчь", "Керчи", "Керчью"],
  ["Покровское", "Покровского", "Покровскому", "Покровским", "Покровском"],
  ["Запорожье", "Запорожья", "Запорожью", "Запорожьем"],
  ["Ростов-на-Дону", "Ростова-на-Дону", "Ростове-на-Дону"],
];

/** A search over an index that holds nothing but these names. */
function searchOver(names: readonly string[]): CaseFormSearch {
  const keys = [...new Set(names.map((name) => fold(name)))];
  const codes = keys.map((key) => Uint8Array.from(key, (letter) => foldCode(letter)));
  const order = codes
    .map((_, index) => index)
    .sort((a, b) => compare(codes[a], codes[b]))
    .map((index) => codes[index]);
  const trie = buildTrie(Uint32Array.from(order.keys()), (key, depth) => order[key][depth] ?? 0);
  return new CaseFormSearch(new KeyWalk(trie, packKeys(order)));
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return a[at] - b[at];
  return a.length - b.length;
}

const SEARCH = { uk: searchOver(UKRAINIAN.map(([base]) => base)), ru: searchOver(RUSSIAN.map(([base]) => base)) };
const basesOf = (form: string, lang: InflectedLang): string[] => SEARCH[lang].find(form, lang).map(({ text }) => text);

test.each(UKRAINIAN)("%s from its Ukrainian case forms", (base, ...forms) => {
  for (const form of forms) expect(basesOf(form, "uk"), form).toContain(base);
});

test.each(RUSSIAN)("%s from its Russian case forms", (base, ...forms) => {
  for (const form of forms) expect(basesOf(form, "ru"), form).toContain(base);
});

test("only names of the index come back, never the text itself, and the search is not left in disorder", () => {
  const text = fc.string({ unit: fc.constantFrom(..."аеиоуюяіїйлкцвмнсьгх -"), maxLength: 60 });
  fc.assert(
    fc.property(text, (name) => {
      for (const lang of ["uk", "ru"] as const) {
        const known = new Set((lang === "uk" ? UKRAINIAN : RUSSIAN).map(([base]) => fold(base)));
        for (const form of basesOf(name, lang)) {
          expect(form).not.toBe(name);
          expect(known).toContain(fold(form));
        }
      }
      expect(basesOf("Великій Новосілці", "uk")).toEqual(["Велика Новосілка"]);
    }),
  );
});
