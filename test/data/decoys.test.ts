import { describe, expect, it } from "vitest";
import { DECOY_LISTS, readDecoys } from "../../data/decoys/read";
import { isDecoy, plainLetters } from "../../src/gazetteer/decoys";
import { placeNames } from "../../src/gazetteer/place";
import { shipped } from "../fixtures/shipped";

describe("the shipped decoys", () => {
  it("are lists of strings as they are compared, sorted, each in one list", () => {
    const seen = new Set<string>();
    for (const list of DECOY_LISTS) {
      const texts = readDecoys(list);
      expect(texts.length).toBeGreaterThan(1_000);
      expect(texts.filter((text) => plainLetters(text) !== text || text.length < 3)).toEqual([]);
      expect(texts.filter((text, at) => at > 0 && texts[at - 1] >= text)).toEqual([]);
      for (const text of texts) seen.add(text);
    }
    expect(seen.size).toBe(DECOY_LISTS.reduce((sum, list) => sum + readDecoys(list).length, 0));
  });

  it("are known again, unless they have become a name of the records", () => {
    const gazetteer = shipped();
    const names = new Set<string>();
    for (let at = 0; at < gazetteer.meta.counts.toponyms; at++)
      if (gazetteer.tagOf(at).status !== "derived") names.add(plainLetters(gazetteer.textOf(at)));
    const forgotten = DECOY_LISTS.flatMap(readDecoys).filter((text) => !names.has(text) && !isDecoy(gazetteer, text));
    expect(forgotten).toEqual([]);
  });

  it.each(["Marinate", "Kitchen", "Кухонь", "Дорогою"])("%s is one", (text) => {
    expect(isDecoy(shipped(), text)).toBe(true);
  });

  it.each(["Покровськ", "Pokrovsk", "Авдіївці", "Дніпром", "Мариуполя"])("%s is none", (text) => {
    expect(isDecoy(shipped(), text)).toBe(false);
  });

  it("let a few others in a thousand pass for decoys: names, case forms and slips alike", () => {
    const gazetteer = shipped();
    const decoys = new Set(DECOY_LISTS.flatMap(readDecoys));
    const strings: string[] = [];
    for (let place = 0; place < gazetteer.size; place++) {
      const { uk } = placeNames(gazetteer, place);
      strings.push(uk, `${uk.slice(0, -1)}ом`, uk.replace(/(.)(.)$/u, "$2$1"));
    }
    const others = strings.filter((text) => text.length > 2 && !decoys.has(plainLetters(text)));
    const taken = others.filter((text) => isDecoy(gazetteer, text));
    expect(others.length).toBeGreaterThan(100_000);
    expect(taken.length / others.length).toBeLessThan(0.003);
  });
});
