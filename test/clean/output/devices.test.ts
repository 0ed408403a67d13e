import { execFile, execFileSync } from "node:child_process";
import { closeSync, openSync, readdirSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND, runCommand } from "../../cli/run-command";
import { CleanFolder, rowsOf } from "../clean-text";

const folder = new CleanFolder();
afterAll(() => folder.remove());
folder.write("in.csv", "place,lat,lon\nKyiv,50.45,30.52\nКиїв,50.45,30.52\n");

/** The commands that write a table, without the output. */
const COMMANDS: [string, string[]][] = [
  ["clean", ["clean", folder.file("in.csv"), "-c", "place", "--threads", "0"]],
  ["dedupe", ["dedupe", folder.file("in.csv"), "-c", "place", "--lat", "lat", "--lon", "lon"]],
  ["cluster", ["cluster", folder.file("in.csv"), "-c", "place"]],
];

describe.concurrent.each(COMMANDS)("%s writes straight to", (_, args) => {
  it("/dev/null, which stays a device", async () => {
    const { code, stderr } = await runCommand([...args, "-o", "/dev/null"]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/2 rows/u)]);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(readdirSync("/dev").filter((name) => name.startsWith("null."))).toEqual([]);
  });

  it("/dev/full, which says that it is full", async () => {
    const { code, stderr } = await runCommand([...args, "-o", "/dev/full"]);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/\/dev\/full cannot be written/u)]);
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });

  it("a FIFO, whose reader gets the table", async () => {
    const [name] = args;
    const pipe = folder.file(`${name}.pipe`);
    execFileSync("mkfifo", [pipe]);
    const holder = openSync(pipe, "r+"); // so that neither end waits for the other
    const { code } = await runCommand([...args, "-o", pipe]);
    const read = promisify(execFile)("head", ["-n", "2", pipe]);
    const { stdout } = await read;
    closeSync(holder);
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});

it("/dev/stdout is the file that standard output goes to", async () => {
  const out = folder.file("redirected.csv");
  const line = `"$0" "$@" -o /dev/stdout > '${out}'`;
  await promisify(execFile)("bash", ["-c", line, process.execPath, COMMAND, ...COMMANDS[0][1]]);
  expect(rowsOf(folder.read("redirected.csv"))).toMatchObject([{ place_uk: "Київ" }, { place_uk: "Київ" }]);
});
