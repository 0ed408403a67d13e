import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { answersOf, endOf, runCommand, startCommand } from "./run-command";

const NDJSON = ["resolve", "--ndjson"];
const POKROVSK = "katottg:UA14160210010099403";

interface Answer {
  name?: string;
  status?: string;
  matches?: Record<string, unknown>[];
  error?: { code: string; message: string };
}

async function ask(
  input: string | Uint8Array,
  ...args: string[]
): Promise<{ answers: Answer[]; code: number | null; stderr: string }> {
  const { stdout, stderr, code } = await runCommand([...NDJSON, ...args], input);
  return { answers: answersOf(stdout) as Answer[], stderr, code };
}

const lines = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const codes = (answers: Answer[]): (string | undefined)[] => answers.map(({ error, status }) => error?.code ?? status);

describe("allonym resolve --ndjson", () => {
  it("answers with the fields of the contract", async () => {
    const { answers, code, stderr } = await ask(lines({ name: "Krasnoarmiisk", within: "Donetsk region" }));
    expect(Object.keys(answers[0])).toEqual(["name", "status", "matches"]);
    const [match] = answers[0].matches ?? [];
    const fields = ["id", "ids", "names", "class", "country", "within", "lat", "lon", "score", "toponym", "via"];
    expect(Object.keys(match)).toEqual(expect.arrayContaining(fields));
    expect(match).toMatchObject({ id: POKROVSK, names: { uk: "Покровськ", ru: "Покровск", en: "Pokrovsk" } });
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("takes every hint, and treats null as not given", async () => {
    const hints = { near: [48.28, 37.18], country: "UA", class: "city", lang: "ru", asOf: "2015-06-01", limit: 1 };
    const none = { within: null, near: null, country: null, class: null, lang: null, asOf: null, limit: null };
    const { answers } = await ask(lines({ name: "Красноармейск", ...hints }, { name: "Вовчанськ", ...none }));
    expect(codes(answers)).toEqual(["match", "match"]);
    expect(answers[0].matches).toHaveLength(1);
    expect(answers[0].matches?.[0].id).toBe(POKROVSK);
  });

  it("uses hints of the command line for lines that do not say otherwise", async () => {
    const rows = lines({ name: "Pokrovske" }, { name: "Pokrovske", limit: 2 });
    const { answers } = await ask(rows, "--limit", "1", "--country", "UA");
    expect(answers.map(({ matches }) => matches?.length)).toEqual([1, 2]);
  });

  it("answers nothing to nothing", async () => {
    expect(await ask("")).toEqual({ answers: [], code: 0, stderr: "" });
  });

  it("answers 10,000 lines in order, one each, whatever the chunks", async () => {
    const names = Array.from(
      { length: 10_000 },
      (_, row) => `${["Kyiv", "Харків", "Lvov", "Nowhereville"][row % 4]} ${row}`,
    );
    const { answers } = await ask(lines(...names.map((name) => ({ name, limit: 1 }))));
    expect(answers.map(({ name }) => name)).toEqual(names);
  });

  it("puts an error in the place of a bad line, goes on, and says so at the end", async () => {
    const bad = [
      "{",
      "",
      "   ",
      "null",
      "[1]",
      '"Kyiv"',
      "{}",
      '{"name":5}',
      '{"name":null}',
      '{"name":"Kyiv"',
      "{'name':'x'}",
    ];
    const { answers, code, stderr } = await ask(`{"name":"Kyiv"}\n${bad.join("\n")}\n{"name":"Lviv"}`);
    expect(answers).toHaveLength(bad.length + 2);
    expect(codes([answers[0], answers[answers.length - 1]])).toEqual(["match", "match"]);
    for (const { error } of answers.slice(1, -1)) {
      expect(error?.code).toMatch(/^invalid-(line|name)$/u);
      expect(error?.message).not.toBe("");
    }
    expect(code).toBe(1);
    expect(stderr).toContain(`${bad.length} of ${bad.length + 2}`);
  });

  it.each([
    ["within", "Qwrtzx Plmkjh", "unknown-within"],
    ["within", 5, "invalid-option"],
    ["near", [Number.NaN, 1], "invalid-option"], // NaN becomes null in JSON
    ["near", ["48", "37"], "invalid-option"],
    ["near", [91, 0], "invalid-option"],
    ["near", "48,37", "invalid-option"],
    ["near", [1], "invalid-option"],
    ["country", "Ukraine", "invalid-option"],
    ["country", ["UA"], "invalid-option"],
    ["class", 5, "invalid-option"],
    ["lang", 5, "invalid-option"],
    ["asOf", "yesterday", "invalid-option"],
    ["asOf", 2015, "invalid-option"],
    ["limit", 0, "invalid-option"],
    ["limit", 1e9, "invalid-option"],
    ["limit", "3", "invalid-option"],
  ])("refuses %s %j with %s", async (option, value, code) => {
    const { answers } = await ask(lines({ name: "Kyiv", [option]: value }, { name: "Kyiv" }));
    expect(codes(answers)).toEqual([code, "match"]);
  });

  it("takes a byte order mark, CR LF, and a last line without its end", async () => {
    const { answers, code } = await ask(`\ufeff{"name":"Kyiv"}\r\n{"name":"Lviv"}`);
    expect([codes(answers), code]).toEqual([["match", "match"], 0]);
  });

  it("takes control characters, emoji and lone surrogates, and writes them as valid JSON", async () => {
    const names = ["Ky\u0000iv", "\u001b[31mKyiv", "🇺🇦", "Kyiv 🎉", "\ud83d", "a\u2028b"];
    const { stdout, code } = await runCommand(NDJSON, lines(...names.map((name) => ({ name }))));
    expect(answersOf(stdout).map(({ name }) => name)).toEqual(names);
    expect(stdout).toContain('"name":"\\ud83d"');
    expect(code).toBe(0);
  });

  it("takes bytes that are no UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}\n')]);
    expect(codes((await ask(bytes)).answers)).toEqual(["none"]);
  });

  it("answers a line of 10 MB in its place", async () => {
    const long = `{"name":"${"x".repeat(10_000_000)}"}`;
    const { answers } = await ask(`{"name":"Kyiv"}\n${long}\n{"name":"Lviv"}\n${long}`);
    expect(codes(answers)).toEqual(["match", "invalid-line", "match", "invalid-line"]);
  });

  it("answers none to names longer than 256 characters", async () => {
    expect(codes((await ask(lines({ name: "Київ ".repeat(60) }, { name: "x".repeat(900_000) }))).answers)).toEqual([
      "none",
      "none",
    ]);
  });

  it("answers each line before it waits for the next", async () => {
    const child = startCommand(NDJSON);
    const answers = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    for (const name of ["Kyiv", "Lviv", "Kharkiv"]) {
      child.stdin?.write(lines({ name }));
      const [answer] = (await once(answers, "line")) as [string];
      expect(JSON.parse(answer)).toMatchObject({ name, status: "match" });
    }
    child.stdin?.end();
  });

  it("ends quietly when the reader of its output has enough", async () => {
    const child = startCommand(NDJSON);
    child.stdin?.on("error", () => {});
    const feeding = setInterval(() => child.stdin?.write(lines({ name: "Kyiv" }).repeat(200)), 5);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, signal, stderr } = await endOf(child);
    clearInterval(feeding);
    expect([code, signal, stderr]).toEqual([0, null, ""]);
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("ends quietly on %s, after a whole line", async (signal, expected) => {
    const child = startCommand(NDJSON);
    child.stdin?.write(lines({ name: "Kyiv" }));
    child.stdout?.once("data", () => child.kill(signal));
    const { code, stdout, stderr } = await endOf(child);
    expect([code, stderr, answersOf(stdout).length]).toEqual([expected, "", 1]);
  });

  it("keeps its memory flat", async () => {
    const child = startCommand(NDJSON);
    const ended = endOf(child);
    let peak = 0;
    const block = lines({ name: "Kyiv", limit: 1 }).repeat(1_000);
    for (let round = 0; round < 60; round++) {
      if (!child.stdin?.write(block)) await once(child.stdin as NodeJS.WritableStream, "drain");
    }
    const { readFileSync, existsSync } = await import("node:fs");
    const status = `/proc/${child.pid}/status`; // Linux only
    if (existsSync(status)) peak = Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(status, "utf8"))?.[1] ?? 0) / 1024;
    child.stdin?.end();
    expect(answersOf((await ended).stdout)).toHaveLength(60_000);
    expect(peak).toBeLessThan(400);
  });
});
