import { afterAll, expect, it } from "vitest";
import { MOST_CANDIDATES } from "../../../src/clean/review/review-value";
import { CleanFolder } from "../clean-text";

const folder = new CleanFolder();
afterAll(() => folder.remove());

it("values for review come by frequency, with as many candidates as the page has keys", async () => {
  folder.write("in.csv", `place\n${"вулиця Садова\n".repeat(2)}${"Іванівка\n".repeat(3)}Kyiv\n`);
  const { review } = await folder.clean("in.csv", "out.csv", { review: 10 });
  expect(review.map(({ name, rows, status }) => [name, rows, status])).toEqual([
    ["Іванівка", 3, "ambiguous"],
    ["вулиця Садова", 2, "none"],
  ]);
  expect(MOST_CANDIDATES).toBe(9);
  expect(review[0].matches).toHaveLength(9);
  expect(new Set(review[0].matches.map(({ id }) => id)).size).toBe(9);
});
