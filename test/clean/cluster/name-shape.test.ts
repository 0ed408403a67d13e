import { describe, expect, it } from "vitest";
import { likeness, mostApart } from "../../../src/clean/cluster/likeness";
import { nameShape } from "../../../src/clean/cluster/name-shape";

const apart = (one: string, other: string): number => likeness(nameShape(one), nameShape(other));

describe("names that are one", () => {
  it.each([
    ["вул. Садова 5", "ул. Садовая, 5"],
    ["вул. Садова 5", "вулиця Садова, буд. 5"],
    ["вул. Садова 5", "Садова вулиця, № 5"],
    ["вул. Садова 5", "ulitsa Sadovaya 5"],
    ["вул.Садова 5", "ВУЛ САДОВА 5"],
    ["вул. Садова 5-А", "вул. Садова 5 а"],
    ["вул. Садова 5/7", "вул. Садова 5 / 7"],
    ["вул. 1-ша Садова", "вул. 1-а Садова"],
    ["вул. Перша Садова", "вул. 1 Садова"],
    ["Іванівка 2", "Іванівка ІІ"],
    ["Іванівка II", "Іванівка Друга"],
    ["Велика Садова", "Большая Садовая"],
    ["Нижня Іванівка", "с. Nyzhnia Ivanivka"],
    ["вул. Тараса Шевченка", "вул. Шевченка Тараса"],
    ["Ново-Селівка", "Новоселівка"],
    ["ФГ «Колос»", 'Фермерське господарство "Колос"'],
    ["пр-т Перемоги", "просп. Перемоги"],
    ["Ферма № 1", "ферма 1"],
    ["Sadova St.", "вул. Садова"],
    ["вул. Гагаріна", " вул. Гагаріна\u00a0"],
  ])("%s, %s", (one, other) => {
    expect(apart(one, other)).toBe(0);
    expect(apart(other, one)).toBe(0);
  });

  it.each([
    ["вул. Шевченка", "вул. Шевченко"],
    ["вул. Грушевського", "вул. Грушевсткого"],
    ["урочище Довгий Яр", "урочище Довгий Ярр"],
    ["Верхня Іванівка", "Верхняя Ивановка"],
    ["вул. Коцюбинського 12", "вул. Коцубинського 12"],
  ])("%s, misspelt %s", (one, other) => {
    expect(apart(one, other)).toBeLessThanOrEqual(2);
    expect(apart(other, one)).toBe(apart(one, other));
  });
});

describe("names that are two, however near the letters are", () => {
  it.each([
    ["вул. Садова 5", "вул. Садова 6"],
    ["вул. Садова 5", "вул. Садова"],
    ["вул. Садова 5", "вул. Садова 5-А"],
    ["вул. Садова 5-А", "вул. Садова 5-Б"],
    ["вул. Садова 12", "вул. Садова 1 кв. 2"],
    ["Іванівка 1", "Іванівка 2"],
    ["Іванівка І", "Іванівка ІІ"],
    ["Іванівка Перша", "Іванівка Друга"],
    ["Верхня Іванівка", "Нижня Іванівка"],
    ["Велика Іванівка", "Мала Іванівка"],
    ["Новий Довгий Яр", "Старий Довгий Яр"],
    ["Новоселівка", "Староселівка"],
    ["вул. Східна", "вул. Західна"],
    ["Східноолександрівська", "Західноолександрівська"],
    ["Skhidna Oleksandrivska", "Zakhidna Oleksandrivska"],
    ["вул. Північна", "вул. Південна"],
    ["вул. Садова", "пров. Садовий"],
    ["вул. Шевченка", "пров. Шевченка"],
    ["вул. Лісова", "вул. Лісна"],
    ["вул. Зірка", "вул. Сірка"],
    ["вул. І. Франка", "вул. П. Франка"],
    ["вул. Івана Сірка", "вул. Івана Зірка"],
    ["Ферма №1", "Ферма №2"],
    ["Траса М12", "Траса М13"],
    ["Шахта 17", "Шахта 71"],
    ["вул. Калинова", "вул. Малинова"],
    ["вул. 40 років Перемоги", "вул. 30 років Перемоги"],
    ["St. Sadova", "Sadova St."],
    ["???", "!!!"],
  ])("%s, %s", (one, other) => {
    expect(apart(one, other)).toBe(Number.POSITIVE_INFINITY);
    expect(apart(other, one)).toBe(Number.POSITIVE_INFINITY);
  });
});

it("an ending that thousands share tells nothing", () => {
  const telling = (name: string): number => nameShape(name).weight;
  expect([telling("Юрівка"), telling("вул. Грушевського"), telling("Ромашка"), telling("Яр")]).toEqual([3, 6, 5, 1]);
});

it("short names must be spelled alike, and a longer name may be further apart", () => {
  const allowed = Array.from({ length: 40 }, (_, letters) => mostApart(letters));
  expect(allowed.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(allowed).toEqual([...allowed].sort((a, b) => a - b));
  expect(Math.max(...allowed)).toBe(2);
});
