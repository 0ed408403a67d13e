import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readRecords } from "../../data/derivation/pairs.js";
import { languageByRussian } from "../../data/join/names-by-russian.js";

describe("the language of a name, told by the Russian one", () => {
  it.each([
    ["Адзінцова", "uk", "Одинцово", "be"],
    ["Рцішчава", "uk", "Ртищево", "be"],
    ["Тальяці", "uk", "Тольятти", "be"],
    ["Лакінск", "uk", "Лакинск", "be"],
    ["Соьлж-ГІала", "uk", "Грозный", "und-Cyrl"],
    ["Іалхан-Юрт", "uk", "Алхан-Юрт", "und-Cyrl"],
    ["Енгельс", "ru", "Энгельс", "uk"],
    ["Викса", "ru", "Выкса", "uk"],
    ["Покровська Слобода", "uk", "Энгельс", "uk"],
    ["Брянськ", "uk", "Брянск", "uk"],
    ["Середньоколимськ", "uk", "Среднеколимск", "uk"],
    ["Мирни", "ru", "Мирный", "ru"],
    ["Люберци", "ru", "Люберцы", "ru"],
    ["Новониколаевск", "ru", "Новосибирск", "ru"],
  ])("%s, %s by its letters, of %s is %s", (text, lang, russian, told) => {
    expect(languageByRussian(text, lang, russian)).toBe(told);
  });

  it("leaves each large town of the neighbours a Ukrainian name that Ukrainian writes", () => {
    const folder = fileURLToPath(new URL("../../data/records", import.meta.url));
    const firstOf = new Map(
      readRecords(folder).map(({ id, toponyms }) => [id, toponyms.find(({ lang }) => lang === "uk")?.text]),
    );
    expect(firstOf.get("geonames:563464")).toBe("Енгельс");
    expect(firstOf.get("geonames:1486209")).toBe("Єкатеринбург");
    expect(firstOf.get("geonames:627907")).toBe("Гомель");
    expect(firstOf.get("geonames:618426")).toBe("Кишинів");
    expect(firstOf.get("geonames:629564")).toBeUndefined(); // Буда-Кашалёва is Belarusian, the Ukrainian name is made of Кошелёво
    expect(firstOf.get("geonames:558418")).not.toBe("Соьлж-ГІала");
  });
});
