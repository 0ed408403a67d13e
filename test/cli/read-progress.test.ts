import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dedupeFile, type ReadProgress } from "../../src/clean";
import { readProgress } from "../../src/cli/read-progress";
import { CleanFolder } from "../clean/clean-text";
import { shipped } from "../fixtures/shipped";

/** A standard error, and what was written to it. */
function recorded(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  const stream = new PassThrough();
  let text = "";
  stream.on("data", (data) => {
    text += data;
  });
  const terminal = { isTTY, columns: 120, cursorTo: () => true, moveCursor: () => true, clearLine: () => true };
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => text };
}

const at = (rows: number, more: Partial<ReadProgress> = {}): ReadProgress => ({
  ...{ rows, resumedRows: 0, bytesRead: rows * 10, size: 1_000_000 },
  ...more,
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("in a log is a plain line every five seconds", () => {
    const { stream, text } = recorded(false);
    const { show, stop } = readProgress(stream);
    show(at(10, { step: "reading" }));
    vi.advanceTimersByTime(5_000);
    show(at(50_000, { step: "reading" }));
    vi.advanceTimersByTime(2_000);
    show(at(60_000, { step: "reading" }));
    vi.advanceTimersByTime(2_999);
    show(at(60_000, { step: "writing" }));
    vi.advanceTimersByTime(1);
    show(at(60_000, { step: "writing" }));
    vi.advanceTimersByTime(5_000);
    show(at(70_000, { step: "comparing", bytesRead: 0 }));
    stop();
    expect(text()).toBe(
      "allonym: reading: 50,000 rows, 10,000 rows/s, 50 %, 5 s left\n" +
        "allonym: writing: 60,000 rows, 20,000 rows/s, 60 %, 2 s left\n" +
        "allonym: comparing: 70,000 rows\n",
    );
  });

  it("on a terminal is a bar for each step", () => {
    const { stream, text } = recorded(true);
    const { show, stop } = readProgress(stream);
    show(at(50_000, { step: "reading" }));
    vi.advanceTimersByTime(1_000);
    show(at(100_000, { step: "reading" }));
    vi.advanceTimersByTime(1_000);
    show(at(100_000, { step: "comparing", bytesRead: 0 }));
    stop();
    expect(text()).toMatch(/reading: \[=+-*\] \d+% {2}100,000 rows[\s\S]*comparing: 100,000 rows/u);
  });

  it("is silent where that is wanted", () => {
    const { stream, text } = recorded(true);
    const { show, stop } = readProgress(stream, true);
    show(at(1));
    stop();
    expect(text()).toBe("");
  });
});

it("a file is read, compared and written, and each step says how far it is", async () => {
  const folder = new CleanFolder();
  const rows = Array.from({ length: 5_000 }, (_, row) => `Kyiv,${50 + row / 1e5},30.52\n`).join("");
  const input = folder.write("in.csv", `place,lat,lon\n${rows}`);
  const told: ReadProgress[] = [];
  await dedupeFile(shipped(), {
    ...{ input, output: folder.file("out.csv"), columns: { name: "place", lat: "lat", lon: "lon" } },
    onProgress: (progress) => told.push(progress),
  });
  expect(told.map(({ step, rows }) => [step, rows])).toEqual([
    ["reading", 4_096],
    ["reading", 5_000],
    ["comparing", 5_000],
    ["writing", 4_096],
    ["writing", 5_000],
  ]);
  const size = folder.size("in.csv");
  for (const one of told) expect(one).toMatchObject({ size, resumedRows: 0 });
  expect(told.at(-1)?.bytesRead).toBe(size);
  folder.remove();
});
