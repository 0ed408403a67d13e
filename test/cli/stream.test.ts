import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { answersOf, COMMAND, endOf, runCommand, startCommand } from "./run-command";

const POKROVSK = "katottg:UA14160210010099403";
const ASK = ["stream", "--column", "2", "--columns", "id,uk,status"];

const rowsOf = (stdout: string): string[][] => {
  const lines = stdout.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => line.split("\t"));
};

describe("allonym stream", () => {
  it("appends the twelve columns to rows of tab-separated text", async () => {
    const { stdout, stderr, code } = await runCommand(["stream", "--column", "1"], "Krasnarmeysk\t7\nIванiвка\t8\n");
    const [first, second] = rowsOf(stdout);
    expect(first.slice(0, 8)).toEqual([
      "Krasnarmeysk",
      "7",
      POKROVSK,
      "Покровськ",
      "Покровск",
      "Pokrovsk",
      "city",
      "Donetska oblast",
    ]);
    expect(first).toHaveLength(14);
    expect(second.slice(0, 3)).toEqual(["Iванiвка", "8", "\\N"]);
    expect([second[12], code, stderr]).toEqual(["ambiguous", 0, ""]);
  });

  it("says what resolve --ndjson says", async () => {
    const names = ["Krasnarmeysk", "Волчанск", "Іванівка", "Вулиця Садова", "Kyiv", "C:\\temp", "Кам'янське\t1"];
    const input = names.map((name) => `${JSON.stringify({ name })}\n`).join("");
    const answers = answersOf((await runCommand(["resolve", "--ndjson"], input)).stdout) as {
      status: string;
      matches: { id: string; score: number }[];
    }[];
    const flags = ["stream", "--format", "ndjson", "--column", "name", "--columns", "id,score,status", "--prefix", ""];
    const streamed = answersOf((await runCommand(flags, input)).stdout);
    expect(streamed).toEqual(
      answers.map(({ status, matches }, at) => ({
        name: names[at],
        id: status === "match" ? matches[0].id : null,
        score: matches.length > 0 ? Number(matches[0].score.toFixed(3)) : null,
        status,
      })),
    );
  });

  it("takes hints from a column and for all rows", async () => {
    const rows = "Dimitrov\tDonetsk region\nDimitrov\tBulgaria\nDimitrov\t\\N\n";
    const flags = ["stream", "--column", "1", "--within", "2", "--emit", "only", "--columns", "en,status"];
    const { stdout } = await runCommand(flags, rows);
    expect(rowsOf(stdout)[0]).toEqual(["Myrnohrad", "match"]);
    expect(rowsOf(stdout)).toHaveLength(3);
    const poland = await runCommand(["stream", "--column", "1", "--country", "PL", "--columns", "id"], "Lviv\n");
    expect(rowsOf(poland.stdout)[0][1]).not.toContain("katottg");
  });

  it("writes the likeliest place of an ambiguous row only when told to", async () => {
    const flags = ["stream", "--column", "1", "--columns", "id,status", "--emit", "replace"];
    const cautious = await runCommand(flags, "Pokrovske\n");
    const bold = await runCommand([...flags, "--ambiguous", "likeliest"], "Pokrovske\n");
    expect(cautious.stdout).toBe("\\N\tambiguous\n");
    expect(bold.stdout).toMatch(/^katottg:UA\d+\tambiguous\n$/u);
  });

  it("is UTF-8 whatever the locale", async () => {
    const row = "1\tПокровськ\n";
    const expected = (await runCommand(ASK, row)).stdout;
    for (const locale of ["C", "POSIX", "ru_RU.KOI8-R"]) {
      const env = { PATH: process.env.PATH, LC_ALL: locale, LANG: locale };
      expect(execFileSync(process.execPath, [COMMAND, ...ASK], { input: row, env }).toString()).toBe(expected);
    }
    expect(expected).toContain(POKROVSK);
  });

  it("answers nothing to nothing", async () => {
    expect(await runCommand(ASK)).toMatchObject({ stdout: "", stderr: "", code: 0 });
  });

  it("answers each row before it waits for the next", async () => {
    const child = startCommand(ASK);
    const answers = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    for (const name of ["Kyiv", "Lviv", "Kharkiv"]) {
      child.stdin?.write(`1\t${name}\n`);
      const [answer] = (await once(answers, "line")) as [string];
      expect(answer).toMatch(new RegExp(`^1\t${name}\tkatottg`, "u"));
    }
    child.stdin?.end();
  });

  it("answers each chunk with a header before it waits for the next", async () => {
    const child = startCommand([...ASK, "--chunk-header"]);
    const answers = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    for (const count of [1, 3, 2]) {
      child.stdin?.write(`${count}\n${"1\tKyiv\n".repeat(count)}`);
      for (let row = 0; row < count; row++) expect((await answers.next()).value).toMatch(/^1\tKyiv\tkatottg/u);
    }
    child.stdin?.end();
    expect((await answers.next()).done).toBe(true);
  });

  it("goes on at a bad row, with exit code 0, since engines fail a task for any other", async () => {
    const { stdout, stderr, code } = await runCommand(ASK, "1\tKyiv\nbad\n2\tLviv\n");
    expect(rowsOf(stdout).map(([first]) => first)).toEqual(["1", "bad", "2"]);
    expect(stderr).toMatch(/1 of 3 lines.*line 2.*1 of 2 cells/u);
    expect(code).toBe(0);
  });

  it("--on-error fail ends at the first bad row, behind the answers before it", async () => {
    const { stdout, stderr, code } = await runCommand([...ASK, "--on-error", "fail"], "1\tKyiv\nbad\n2\tLviv\n");
    expect(rowsOf(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/stopped at line 2/u);
    expect(code).toBe(1);
  });

  it("ends quietly when the reader of its output has enough", async () => {
    const child = startCommand(ASK);
    child.stdin?.on("error", () => {});
    const feeding = setInterval(() => child.stdin?.write("1\tKyiv\n".repeat(2_000)), 5);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { code, signal, stderr } = await endOf(child);
    clearInterval(feeding);
    expect([code, signal, stderr]).toEqual([0, null, ""]);
  });

  it("ends quietly when standard input is closed", () => {
    const command = `"${process.execPath}" "${COMMAND}" ${ASK.join(" ")} <&- 2>&1`;
    expect(execFileSync("bash", ["-c", command]).toString()).toBe("");
  });

  it("says so when standard input is a directory, which Node reads as if it were empty", () => {
    const { stderr, status } = spawnSync("bash", ["-c", `"${process.execPath}" "${COMMAND}" ${ASK.join(" ")} < .`]);
    expect(stderr.toString()).toMatch(/is a directory/u);
    expect(status).toBe(2);
  });

  it.skipIf(!existsSync("/dev/full"))("says so when the disk is full", () => {
    const command = `"${process.execPath}" "${COMMAND}" ${ASK.join(" ")} > /dev/full`;
    const { stderr, status } = spawnSync("bash", ["-c", command], { input: "1\tKyiv\n" });
    expect(stderr.toString()).toMatch(/^allonym: the output cannot be written.*ENOSPC.*\n$/u);
    expect(status).toBe(4);
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("ends quietly on %s, after a whole line", async (signal, expected) => {
    const child = startCommand(ASK);
    child.stdin?.write("1\tKyiv\n");
    child.stdout?.once("data", () => child.kill(signal));
    const { code, stdout, stderr } = await endOf(child);
    expect([code, stderr, rowsOf(stdout).length]).toEqual([expected, "", 1]);
  });

  it("keeps its memory flat, whether the names repeat or not", async () => {
    const child = startCommand(ASK);
    let answered = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) answered++;
    });
    const ended = endOf(child);
    let peak = 0;
    for (let round = 0; round < 20; round++) {
      const block = Array.from({ length: 3_000 }, (_, row) => `1\tKyiv ${round * 3_000 + row}\n`).join("");
      if (!child.stdin?.write(block)) await once(child.stdin as NodeJS.WritableStream, "drain");
    }
    const status = `/proc/${child.pid}/status`; // Linux only
    if (existsSync(status)) peak = Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(status, "utf8"))?.[1] ?? 0) / 1024;
    child.stdin?.end();
    await ended;
    expect(answered).toBe(60_000);
    expect(peak).toBeLessThan(400);
  });

  it.each([
    [["stream"], /--column/u],
    [["stream", "--column", "0"], /--column is "0"[\s\S]*from 1/u],
    [["stream", "--column", "town"], /no header/u],
    [["stream", "--column", "1", "--within", "oblast"], /--within is "oblast"/u],
    [["stream", "--column", "1", "--format", "csv"], /tsv[\s\S]*ndjson/u],
    [["stream", "--column", "1", "--emit", "all"], /append/u],
    [["stream", "--column", "1", "--columns", "id,name"], /"name"[\s\S]*id,uk,ru/u],
    [["stream", "--column", "1", "--columns", "id,id"], /each once/u],
    [["stream", "--column", "1", "--prefix", "x"], /ndjson/u],
    [["stream", "--column", "1", "--country", "Ukraine"], /country[\s\S]*invalid-option/u],
    [["stream", "--column", "1", "--class", "town"], /--class[\s\S]*village/u],
    [["stream", "--column", "1", "--on-error", "skip"], /keep/u],
  ] as const)("%j is refused before anything is read", async (args, message) => {
    const { stdout, stderr, code } = await runCommand(args, "1\tKyiv\n");
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("a chunk without its header ends the run with a message", async () => {
    const { stderr, code } = await runCommand([...ASK, "--chunk-header"], "1\tKyiv\n");
    expect(stderr).toMatch(/number of its rows/u);
    expect(code).toBe(2);
  });

  it("each example of --help prints what the help says", async () => {
    const { stdout } = await runCommand(["stream", "--help"]);
    const examples = [...stdout.matchAll(/^ {2}\$ (.+)\n {2}(.+)$/gmu)];
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const [, line, output] of examples) {
      const script = line.replace("| allonym", `| "${process.execPath}" "${COMMAND}"`);
      const child = spawn("bash", ["-c", script], { cwd: dirname(COMMAND) });
      expect((await endOf(child)).stdout.trimEnd()).toBe(output);
    }
  });
});
