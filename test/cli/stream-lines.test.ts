import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerRow } from "../../src/cli/stream-answers";
import { decodeText, encodeText } from "../../src/cli/stream-bytes";
import { escapeCell, unescapeCell } from "../../src/cli/stream-cells";
import type { StreamEmit, StreamFormat } from "../../src/cli/stream-format";
import { jsonMembers } from "../../src/cli/stream-json";
import { LONGEST_STREAM_LINE, type StreamCounts, type StreamRun, streamLines } from "../../src/cli/stream-lines";
import { StreamMemory } from "../../src/cli/stream-memory";
import { ndjsonFormat } from "../../src/cli/stream-ndjson";
import { tsvFormat } from "../../src/cli/stream-tsv";
import { shipped } from "../fixtures/shipped";

const question = { gazetteer: shipped(), hints: {}, columns: ["id", "via", "lat"], ambiguous: "empty" } as const;
const tsv = (emit: StreamEmit = "append", name = 1): StreamFormat => tsvFormat(question, { name, within: 2 }, emit);
const ndjson = (emit: StreamEmit = "append"): StreamFormat => ndjsonFormat(question, { name: "name" }, emit, "place_");

async function run(
  format: StreamFormat,
  chunks: Uint8Array[],
  { onError = "null", chunkHeader = false }: Partial<StreamRun> = {},
): Promise<{ bytes: Buffer; counts: StreamCounts }> {
  const written: Buffer[] = [];
  const output = new Writable({
    decodeStrings: true,
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  const counts = await streamLines(Readable.from(chunks, { objectMode: true }), output, format, {
    onError,
    chunkHeader,
  });
  return { bytes: Buffer.concat(written), counts };
}

/** Bytes cut at these places, which may lie in the middle of a letter. */
function cut(bytes: Buffer, at: number[]): Buffer[] {
  const ends = [...new Set([0, ...at.map((one) => one % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return ends.slice(1).map((end, index) => bytes.subarray(ends[index], end));
}

const linesOf = (bytes: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end));
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
};

/** What engines and people put into cells, and what nobody should. */
const piece = fc.oneof(
  fc.constantFrom(
    "Київ",
    "Krasnarmeysk",
    "\t",
    "\n",
    "\r",
    "\\",
    "\\N",
    "\\t",
    "\\n",
    "\\\\",
    "\\x41",
    "\0",
    "\u{1f1fa}\u{1f1e6}",
  ),
  fc.constantFrom('{"name":"Kyiv"}', '{"name":null,"a":[{"b":"}"}]}', "{", '"', ",", '{"name":5}', "\ufeff", " "),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const anyBytes = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((all) => Buffer.from(all.join(""))),
  fc
    .array(fc.oneof(fc.constantFrom(9, 10, 13, 92, 78), fc.integer({ min: 0, max: 255 })), { maxLength: 200 })
    .map(Buffer.from),
);
const emits: StreamEmit[] = ["append", "replace", "only"];

describe("one line out for each line in", () => {
  const format = fc.oneof(
    fc.constantFrom(...emits).map((emit) => tsv(emit)),
    fc.constantFrom(...emits).map(ndjson),
  );

  it("whatever the bytes, the format and the chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyBytes,
        fc.array(fc.nat(), { maxLength: 5 }),
        format,
        fc.constantFrom("null" as const, "keep" as const),
        async (bytes, at, chosen, onError) => {
          const whole = await run(chosen, [bytes], { onError });
          expect(linesOf(whole.bytes)).toHaveLength(linesOf(bytes).length);
          expect(whole.counts.lines).toBe(linesOf(bytes).length);
          if (bytes.length > 0) expect(whole.bytes.at(-1)).toBe(10);
          const parts = await run(chosen, cut(bytes, at), { onError });
          expect(parts.bytes.equals(whole.bytes)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("tsv appends behind the bytes of the line, whatever they are, and three cells", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const mark = Buffer.from("\ufeff");
        const lines = linesOf(bytes.subarray(0, 3).equals(mark) ? bytes.subarray(3) : bytes);
        const answers = linesOf((await run(tsv(), [bytes])).bytes);
        for (const [at, line] of lines.entries()) {
          expect(answers[at].subarray(0, line.length).equals(line)).toBe(true);
          expect(answers[at].subarray(line.length).toString().split("\t")).toHaveLength(4);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("ndjson answers an object, and keeps every other member to the letter", async () => {
    const row = fc.dictionary(fc.string({ unit: "binary", maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 5,
    });
    await fc.assert(
      fc.asyncProperty(row, fc.constantFrom("Kyiv", "Львів", "x\ty", null), fc.nat(4), async (others, name, space) => {
        const { place_id: _, ...rest } = others;
        const line = JSON.stringify({ ...others, name, big: 1 }, null, space).replaceAll("\n", " ");
        const big = line.replace(/1(?=\s*\}$)/u, "12345678901234567890.10");
        const { bytes } = await run(ndjson(), [Buffer.from(big)]);
        const answer = JSON.parse(bytes.toString()) as Record<string, unknown>;
        expect(bytes.toString()).toContain("12345678901234567890.10");
        expect(answer).toMatchObject({ ...JSON.parse(JSON.stringify(rest)), name });
        expect(Object.keys(answer)).toEqual(expect.arrayContaining(["place_id", "place_via", "place_lat"]));
      }),
      { numRuns: 300 },
    );
  });

  it("a line longer than is kept is answered in its place", async () => {
    const long = Buffer.alloc(LONGEST_STREAM_LINE + 1, "x");
    const chunks = [Buffer.from("1\tKyiv\t\n"), long, Buffer.from("\n2\tLviv\t\n"), Buffer.from("3\tKyiv\t")];
    for (const onError of ["null", "keep"] as const) {
      const { bytes, counts } = await run(tsv(), chunks, { onError });
      expect(linesOf(bytes).map((line) => line.toString().split("\t")[0])).toEqual(["1", "\\N", "2", "3"]);
      expect([counts.lines, counts.bad]).toEqual([4, 1]);
      expect(counts.firstBad).toMatch(/^line 2: the line is longer than/u);
    }
  });

  it("a line of 10 MB is kept whole", async () => {
    const long = `${"x".repeat(10_000_000)}\tKyiv\t`;
    const { bytes } = await run(tsv(), cut(Buffer.from(long), [65_536, 131_072]));
    expect(bytes.toString().startsWith(`${long}\tkatottg:UA80`)).toBe(true);
  });
});

describe("chunks with a header", () => {
  it("gives the rows of all chunks, without the headers, however the bytes arrive", async () => {
    const cell = fc.constantFrom("Kyiv", "Львів", "", "\\N", "5", "\\n");
    const chunks = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.array(fc.nat(), { maxLength: 5 }), async (all, at) => {
        const rows = all.map((names) => names.map((name) => `1\t${name}\t\n`).join(""));
        const input = all.map((names, index) => `${names.length}\n${rows[index]}`).join("");
        const plain = await run(tsv(), [Buffer.from(rows.join(""))]);
        const headed = await run(tsv(), cut(Buffer.from(input), at), { chunkHeader: true });
        expect(headed.bytes.equals(plain.bytes)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each(["two", "-1", "1.5", "", "1\tKyiv\t", "9".repeat(20)])("refuses the header %j", async (header) => {
    const input = [Buffer.from(`1\n1\tKyiv\t\n${header}\n1\tKyiv\t\n`)];
    await expect(run(tsv(), input, { chunkHeader: true })).rejects.toThrow(
      expect.objectContaining({ code: "invalid-line", message: expect.stringContaining("--chunk-header") }),
    );
  });

  it("says when rows are missing at the end", async () => {
    const input = [Buffer.from("3\n1\tKyiv\t\n")];
    await expect(run(tsv(), input, { chunkHeader: true })).rejects.toThrow(/2 rows before the end/u);
  });
});

describe("bad lines", () => {
  const input = [Buffer.from("1\tKyiv\t\nshort\n2\tLviv\t\n")];

  it("get NULLs, stay as they are, or end the run behind what was answered", async () => {
    const lines = async (onError: "null" | "keep" | "fail") => {
      const { bytes, counts } = await run(tsv(), input, { onError });
      return [linesOf(bytes).map(String), counts.bad, counts.stopped];
    };
    const [first, , third] = linesOf((await run(tsv(), input)).bytes).map(String);
    expect(await lines("null")).toEqual([[first, "short\t\\N\t\\N\t\\N", third], 1, undefined]);
    expect(await lines("keep")).toEqual([[first, "short", third], 1, undefined]);
    expect(await lines("fail")).toEqual([[first], 1, true]);
  });

  it("in ndjson keep the members that can be read, and the value that is no name", async () => {
    const bad = ["{", "[1]", "null", "5", "", "{'a':1}", '{"n":1}', '{"name":5}'];
    for (const emit of emits) {
      const { bytes, counts } = await run(ndjson(emit), [Buffer.from(bad.join("\n"))]);
      const answers = linesOf(bytes).map((line) => JSON.parse(line.toString()));
      const empty = { place_id: null, place_via: null, place_lat: null };
      const kept = emit === "only" ? [{}, {}] : [{ n: 1 }, { name: 5 }];
      expect(answers).toEqual([...Array(6).fill(empty), { ...kept[0], ...empty }, { ...kept[1], ...empty }]);
      expect(counts.bad).toBe(8);
    }
  });
});

describe("cells", () => {
  it("escaped and read again are the same, and never break a table", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const cell = escapeCell(value);
        expect(cell).not.toMatch(/[\t\n\r]/u);
        expect(unescapeCell(cell)).toBe(value);
      }),
    );
  });

  it.each([
    ["\\N", undefined],
    ["\\\\N", "\\N"],
    ["a\\Nb", "a\\Nb"],
    ["\\t\\n\\r\\b\\f\\0\\'", "\t\n\r\b\f\0'"],
    ["\\xd0\\x9a", "К"],
    ["C:\\dir", "C:\\dir"],
    ["end\\", "end\\"],
    ["\\\\t", "\\t"],
  ])("%j is %j", (cell, value) => {
    const read = unescapeCell(cell);
    expect(read === undefined ? undefined : decodeText(read)).toBe(value);
  });

  it("text becomes the bytes of its UTF-8 and comes back", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => decodeText(encodeText(text)) === text));
    expect(decodeText("\xff\xd0")).toBe("\ufffd\ufffd");
  });
});

describe("members of an object", () => {
  it("stand where they are said to stand", () => {
    const row = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(row, fc.nat(3), (object, space) => {
        const text = encodeText(JSON.stringify(object, null, space));
        const members = jsonMembers(text);
        expect(members.map(({ key }) => key)).toEqual(Object.keys(JSON.parse(decodeText(text))));
        const again = members.map(({ start, end }) => text.slice(start, end)).join();
        expect(JSON.parse(decodeText(`{${again}}`))).toEqual(JSON.parse(decodeText(text)));
      }),
    );
  });
});

describe("the memory of answers", () => {
  it("answers what was set, or forgets it, and never holds more than two generations", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 300 }), (steps) => {
        const memory = new StreamMemory<number>(5);
        for (const [key, sets] of steps) {
          if (sets) memory.set(String(key), key);
          else expect([key, undefined]).toContain(memory.get(String(key)));
        }
        const known = Array.from({ length: 31 }, (_, key) => memory.get(String(key))).filter(
          (one) => one !== undefined,
        );
        expect(known.length).toBeLessThanOrEqual(10);
      }),
    );
    const memory = new StreamMemory<string>(2);
    for (const key of ["a", "b", "c"]) memory.set(key, key);
    expect(["a", "b", "c"].map((key) => memory.get(key))).toEqual(["a", "b", "c"]);
  });

  it("changes no answer", async () => {
    const names = ["Kyiv", "Львів", "Krasnarmeysk", "nowhere at all", "\\N", ""];
    const rows = Array.from(
      { length: 60 },
      (_, at) => `${at}\t${names[at % 6]}\t${at % 4 === 0 ? "Donetsk region" : ""}\n`,
    );
    const together = linesOf((await run(tsv(), [Buffer.from(rows.join(""))])).bytes);
    for (const [at, row] of rows.entries()) {
      expect(
        (await run(tsv(), [Buffer.from(row)])).bytes.equals(Buffer.concat([together[at], Buffer.from("\n")])),
      ).toBe(true);
    }
  });
});

describe("a unit that nobody knows", () => {
  it("is no reason to look elsewhere", () => {
    const [id, via] = answerRow(question, "Odessa", "Qwrtzx Plmkjh");
    expect(id).toBe("");
    expect(via).toMatch(/^unknown-within: no unit is known as "Qwrtzx Plmkjh"/u);
    expect(answerRow({ ...question, columns: ["status"] }, "Odessa", "Qwrtzx Plmkjh")).toEqual(["error"]);
    expect(answerRow(question, "Odessa", " ")[0]).toMatch(/^katottg:UA51/u);
    expect(answerRow(question, "Odessa", undefined)).toEqual(answerRow(question, "Odessa", ""));
  });
});
