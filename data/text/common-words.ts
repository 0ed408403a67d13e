/**
 * Maintainer only: which words that lead to a place of the gazetteer are also words of the language, `data/text/common-words.json`.
 *
 *     npx tsx data/text/common-words.ts uk=DIR/uk_UA ru=DIR/index en=DIR/index
 *
 * Each path names a Hunspell dictionary without `.aff` and `.dic`. See README.md for which ones, and for why only facts are kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { lexiconOf, type WordLang } from "../../src/annotate/lexicon";
import { Gazetteer } from "../../src/gazetteer/gazetteer";

type Language = "uk" | "ru" | "en";

/** Adjectives of places are told by the words behind them, not by this list. */
const ADJECTIVE = /(?:[сц]ь?к)(?:а|ий|е|ого|ому|им|ій|ої|ою|у|і|их|ими|ый|ая|ое|ой|ую|ом|ым|ие|ые|ых)$/u;
/** A form whose base form is no word is listed when it leads to something that is named at all: log10 of people. */
const NAMED_FROM = 2;
const SHORTEST = 3;

interface Affix {
  strip: string;
  add: string;
  condition: RegExp | undefined;
}

/** The lower-case words of a Hunspell dictionary with their suffixes; prefixes and second affixes are left out. */
function formsOf(path: string): Set<string> {
  const affixes = new Map<string, Affix[]>();
  let flags = "short";
  for (const line of readFileSync(`${path}.aff`, "utf8").split("\n")) {
    const [kind, flag, strip, add, condition = "."] = line.trim().split(/\s+/u);
    if (kind === "FLAG") flags = flag;
    if (kind !== "SFX" || add === undefined) continue;
    const list = affixes.get(flag) ?? [];
    affixes.set(flag, list);
    list.push({
      strip: strip === "0" ? "" : strip,
      add: add.split("/")[0].replace(/^0$/u, ""),
      condition: condition === "." ? undefined : new RegExp(`${condition}$`, "u"),
    });
  }
  const forms = new Set<string>();
  for (const line of readFileSync(`${path}.dic`, "utf8").split("\n")) {
    const [word, flagText = ""] = line.split(/[\t ]/u)[0].split("/");
    if (word === "" || word !== word.toLowerCase() || !/^[\p{L}']+$/u.test(word)) continue;
    forms.add(word);
    const own = flags === "num" ? flagText.split(",") : (flagText.match(flags === "long" ? /../gsu : /./gsu) ?? []);
    for (const flag of own)
      for (const { strip, add, condition } of affixes.get(flag) ?? [])
        if (word.endsWith(strip) && (condition?.test(word) ?? true))
          forms.add(word.slice(0, word.length - strip.length) + add);
  }
  return forms;
}

/** Words of a dictionary that lead to a place: base forms that are words, and forms that are while their base form is none. */
function collisions(gazetteer: Gazetteer, language: Language, forms: ReadonlySet<string>): string[] {
  const lexicon = lexiconOf(gazetteer);
  const lang: WordLang = language === "en" ? "" : language;
  const words = new Set<string>();
  for (const word of forms) {
    if (word.length < SHORTEST) continue;
    const reading = lexicon.alone(lexicon.opening(lexicon.words.of(word), lang), lang);
    if (!reading) continue;
    const { base, prominence } = reading;
    if (forms.has(base)) {
      if (!ADJECTIVE.test(base) && base.length >= SHORTEST) words.add(base);
    } else if (language !== "en" && prominence >= NAMED_FROM && !ADJECTIVE.test(word)) words.add(word);
  }
  return [...words].sort();
}

/** Sorted words in one line: each begins with how many letters are those of the word before. */
function frontCoded(words: readonly string[]): string {
  let last = "";
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 9 && shared < last.length && word[shared] === last[shared]) shared++;
      last = word;
      return `${shared}${word.slice(shared)}`;
    })
    .join(" ");
}

const gazetteer = Gazetteer.from(readFileSync(new URL("../compiled/allonym.bin", import.meta.url)));
const lists: Partial<Record<Language, string>> = {};
for (const argument of process.argv.slice(2)) {
  const [language, path] = argument.split("=") as [Language, string];
  const words = collisions(gazetteer, language, formsOf(path));
  lists[language] = frontCoded(words);
  console.error(`${language}: ${words.length} words`);
}
writeFileSync(new URL("common-words.json", import.meta.url), `${JSON.stringify(lists, null, 1)}\n`);
