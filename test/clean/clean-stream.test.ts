import { describe, expect, expectTypeOf, it } from "vitest";
import { type CleanedRow, cleanRows } from "../../src/clean/clean-stream";
import { readDecisions } from "../../src/clean/review/decisions";
import { shipped } from "../fixtures/shipped";

interface Event {
  id: number;
  town: string | null;
  oblast?: string;
}

const EVENTS: Event[] = [
  { id: 1, town: "Krasnarmeysk" },
  { id: 2, town: "Dimitrov", oblast: "Donetsk region" },
  { id: 3, town: null },
  { id: 4, town: "Kyiv", oblast: "Atlantis" },
  { id: 5, town: "Krasnarmeysk" },
];

async function all<Row>(rows: AsyncIterable<CleanedRow<Row>>): Promise<CleanedRow<Row>[]> {
  const list: CleanedRow<Row>[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe("rows that are cleaned as they come", () => {
  it("keep their order and identity, and have an answer each", async () => {
    const cleaned = await all(cleanRows(shipped(), EVENTS, { column: "town", within: "oblast" }));
    expectTypeOf(cleaned).toEqualTypeOf<CleanedRow<Event>[]>();
    for (const [at, { row }] of cleaned.entries()) expect(row).toBe(EVENTS[at]);
    expect(cleaned.map(({ answer }) => `${answer.status} ${answer.en}`)).toEqual([
      "match Pokrovsk",
      "match Myrnohrad",
      "none ",
      "error ",
      "match Pokrovsk",
    ]);
    expect(cleaned[3].answer.via).toMatch(/^unknown-within: /u);
    cleaned[0].answer.en = "changed"; // an answer belongs to its row
    expect(cleaned[4].answer.en).toBe("Pokrovsk");
  });

  it("come from a web stream, with functions for columns, and decisions win", async () => {
    const stream = new ReadableStream<string>({
      start(controller) {
        for (const name of ["Kiev", "Pokrovske"]) controller.enqueue(name);
        controller.close();
      },
    });
    const decisions = readDecisions("name\twithin\tid\nPokrovske\t\tnone\n");
    const cleaned = await all(
      cleanRows(shipped(), stream as unknown as AsyncIterable<string>, { column: (name) => name, decisions }),
    );
    expect(cleaned.map(({ answer }) => [answer.uk, answer.via === "decided"])).toEqual([
      ["Київ", false],
      ["", true],
    ]);
  });

  it("are asked for no faster than they are read", async () => {
    let given = 0;
    const endless = (async function* () {
      for (;;) yield { place: `Kyiv${given++ % 3}` };
    })();
    const cleaned = cleanRows(shipped(), endless, { column: "place" });
    for (let row = 0; row < 5; row++) await cleaned.next();
    await cleaned.return();
    expect(given).toBe(5);
  });

  it("errors of the rows go through", async () => {
    const broken = (async function* () {
      yield { place: "Kyiv" };
      throw new Error("the source broke");
    })();
    await expect(all(cleanRows(shipped(), broken, { column: "place" }))).rejects.toThrow("the source broke");
  });
});
