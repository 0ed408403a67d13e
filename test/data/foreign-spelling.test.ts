import { describe, expect, test } from "vitest";
import { isForeignSpelling } from "../../data/join/foreign-spelling";
import { resolve } from "../../src/resolve/resolve";
import { shipped } from "../fixtures/shipped";

describe("a name in Russian letters is no Russian one", () => {
  test.each([
    ["Велика Новосілка", "Велики Новоселка"],
    ["Новий Світ", "Нов.Свет"],
    ["Копайгород", "Капайгарад"],
    ["Голоби", "Галобы"],
    ["Вишневе", "Вишневи"],
    ["Лиманівка", "Лиманивка"],
    ["Турбів", "Турбив"],
    ["Дулово", "Дулове"],
    ["Шацьк", "Шатск"],
  ])("%s: %s", (ukrainian, name) => {
    expect(isForeignSpelling(ukrainian, name)).toBe(true);
  });

  test.each([
    ["Великий Дальник", "Великий Дальник"],
    ["Верхній Рогачик", "Верхний Рогачик"],
    ["Козача Лопань", "Казачья Лопань"],
    ["Помічна", "Помошная"],
    ["Залізничне", "Железнодорожное"],
    ["Бабина Гора", "Бабина Гора"],
  ])("but %s: %s is", (ukrainian, name) => {
    expect(isForeignSpelling(ukrainian, name)).toBe(false);
  });
});

test.each([
  ["Дворічна", "Двуречная"],
  ["Велика Новосілка", "Великая Новосёлка"],
  ["Нова Водолага", "Новая Водолага"],
  ["Бородянка", "Бородянка"],
])("the Russian name of %s is %s", (name, ru) => {
  expect(resolve(shipped(), name).matches[0].names.ru).toBe(ru);
});
