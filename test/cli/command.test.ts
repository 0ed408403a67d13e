import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMAND, runCommand } from "./run-command";

const PLACES = ["Pokrovsk", "Покровськ", "Покровск", "Donet", "katottg:UA14160210010099403", "2016-05-12", "48.2"];

describe("allonym resolve", () => {
  it("shows people the three names, where it is and how it was found", async () => {
    const { stdout, stderr, code } = await runCommand(["resolve", "Krasnarmeysk"]);
    for (const fact of PLACES) expect(stdout).toContain(fact);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("lists candidates when it cannot tell, and says what to do when it finds none", async () => {
    const { stdout, code } = await runCommand(["resolve", "Pokrovske", "Xqzyvwk"]);
    expect(stdout).toContain("ambiguous");
    expect(stdout.match(/katottg:UA/gu)?.length).toBeGreaterThan(1);
    expect(stdout).toMatch(/Xqzyvwk.*none.*--within/u);
    expect(code).toBe(0);
  });

  it("prints JSON: an array, an answer a name", async () => {
    const { stdout } = await runCommand(["resolve", "Київ", "", "Львів", "--json", "--limit", "1"]);
    const answers = JSON.parse(stdout) as { name: string; status: string }[];
    expect(answers.map(({ status }) => status)).toEqual(["match", "none", "match"]);
  });

  it("colours only for people: no escape in a pipe", async () => {
    expect((await runCommand(["resolve", "Київ"])).stdout).not.toContain("\u001b");
  });

  it("takes southern and western coordinates", async () => {
    const { stdout, code } = await runCommand(["resolve", "Київ", "--near", "-33.9,-18.4", "--json"]);
    expect([JSON.parse(stdout)[0].status, code]).toEqual(["match", 0]);
  });
});

describe("a wrong command line says what, what is expected and what to do", () => {
  it.each([
    [["resolve", "Київ", "--withn", "x"], 2, /--withn[\s\S]*--within[\s\S]*--help/u],
    [["resolve"], 2, /no name[\s\S]*resolve Volchansk/u],
    [["resolve", "Київ", "--ndjson"], 2, /standard input/u],
    [["resolve", "Київ", "--near", "NaN,1"], 2, /--near[\s\S]*48\.28,37\.18/u],
    [["resolve", "Київ", "--near", "48"], 2, /LAT,LON/u],
    [["resolve", "Київ", "--near", "91,0"], 2, /near[\s\S]*invalid-option/u],
    [["resolve", "Київ", "--limit", "many"], 2, /--limit[\s\S]*number/u],
    [["resolve", "Київ", "--limit", "0"], 2, /limit[\s\S]*1 to/u],
    [["resolve", "Київ", "--class", "town"], 2, /--class[\s\S]*village/u],
    [["resolve", "Київ", "--within", "Qwrtzx Plmkjh"], 2, /unknown-within/u],
    [["resolve", "--ndjson", "--within", "Qwrtzx Plmkjh"], 2, /unknown-within/u],
    [["resolve", "Київ", "--within"], 2, /--within/u],
    [["resolv", "Київ"], 2, /resolv[\s\S]*resolve/u],
    [["romanize", "Київ", "--system", "uk-klingon"], 2, /uk-klingon[\s\S]*--list/u],
    [["inspect", "a.bin", "--gazetteer", "b.bin"], 2, /two files/u],
    [["inspect", "no-such-file.bin"], 3, /no-such-file\.bin[\s\S]*path/u],
  ] as const)("%j", async (args, expected, message) => {
    const { stdout, stderr, code } = await runCommand(args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).not.toMatch(/\n\s+at /u); // no stack
  });
});

describe("a bad gazetteer file is refused with a code", () => {
  const whole = readFileSync(join(COMMAND, "../allonym.bin"));
  const changed = (at: number, value: number): Buffer => {
    const bytes = Buffer.from(whole);
    bytes[at] = value;
    return bytes;
  };
  it.each([
    ["not-a-gazetteer", Buffer.from("name,lat,lon\n")],
    ["not-a-gazetteer", changed(0, 0)],
    ["format-version", changed(4, 250)],
    ["fold-version", changed(6, 250)],
    ["truncated", whole.subarray(0, whole.length - 1_000)],
    ["checksum", changed(whole.length >> 1, whole[whole.length >> 1] ^ 1)],
  ])("%s", async (refusal, bytes) => {
    const file = join(await mkdtemp(join(tmpdir(), "allonym-")), "bad.bin");
    writeFileSync(file, bytes);
    const { stdout, stderr, code } = await runCommand(["resolve", "Київ", "--gazetteer", file]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(refusal);
  });
});

describe("allonym inspect", () => {
  it("says what the shipped file holds", async () => {
    const { stdout, code } = await runCommand(["inspect", "--json", "--sections"]);
    const contents = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(contents.dataDate).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(contents.bytes).toBe(readFileSync(join(COMMAND, "../allonym.bin")).length);
    expect(contents.settlements.all).toBeGreaterThan(29_000);
    expect(contents.sources.every((one: { licence?: string; edition?: string }) => one.licence && one.edition)).toBe(
      true,
    );
    expect(contents.sections.keyBytes).toBeGreaterThan(0);
    const { stdout: text } = await runCommand(["inspect"]);
    for (const fact of [contents.dataDate, "village", "derived", "CC BY 4.0"]) expect(text).toContain(fact);
    expect(text).not.toContain("keyBytes");
  });

  it("takes a file, by argument or option", async () => {
    const file = join(COMMAND, "../allonym.bin");
    const [one, two] = await Promise.all([runCommand(["inspect", file]), runCommand(["--gazetteer", file, "inspect"])]);
    expect([one.stdout, one.code]).toEqual([two.stdout, 0]);
  });
});

describe("allonym romanize", () => {
  it("writes a text a line, by the system in force or the one asked for", async () => {
    expect((await runCommand(["romanize", "Єнакієве", "Щастя"])).stdout).toBe("Yenakiieve\nShchastia\n");
    expect((await runCommand(["romanize", "Харьков", "--system", "ru-german"])).stdout).toBe("Charkow\n");
  });

  it("is a filter without texts", async () => {
    expect((await runCommand(["romanize"], "Київ\n\nЛьвів")).stdout).toBe("Kyiv\n\nLviv\n");
  });

  it("leads back to Cyrillic, and lists the systems", async () => {
    const { stdout } = await runCommand(["romanize", "Shchastia", "--reverse", "--system", "uk-national-2010"]);
    expect(stdout.split("\n")[0]).toContain("Щастя");
    expect((await runCommand(["romanize", "--list"])).stdout).toContain("uk-national-2010");
  });
});

describe("allonym --help", () => {
  it.each([["resolve"], ["inspect"], ["romanize"]])("%s: each example prints what the help says", async (command) => {
    const { stdout, code } = await runCommand([command, "--help"]);
    expect(code).toBe(0);
    const examples = [...stdout.matchAll(/^ {2}\$ (.+)\n((?: {2}.*\n|\n(?= {2}(?!\$)))+)/gmu)];
    expect(examples.length).toBeGreaterThanOrEqual(1);
    for (const [, line, output] of examples) {
      const piped = /^echo '(.+)' \| (.+)$/u.exec(line);
      const ran = await runCommand(wordsOf(piped ? piped[2] : line).slice(1), piped ? `${piped[1]}\n` : "");
      expect(ran.code).toBe(0);
      expect(ran.stdout.trimEnd()).toBe(output.replace(/^ {2}/gmu, "").trimEnd());
    }
  });

  it("documents the exit codes, and the version is the package's", async () => {
    expect((await runCommand(["--help"])).stdout).toMatch(/Exit codes:[\s\S]*0[\s\S]*1[\s\S]*2[\s\S]*3/u);
    const { version } = JSON.parse(readFileSync(join(COMMAND, "../../package.json"), "utf8")) as { version: string };
    expect((await runCommand(["--version"])).stdout).toBe(`${version}\n`);
  });
});

/** Words of a command line with double quotes, as a shell splits them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain);
}
