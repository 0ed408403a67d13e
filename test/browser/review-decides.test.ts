import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../cli/run-command";
import { findBrowser } from "./find-browser";

const browserProgram = findBrowser();
const folder = mkdtempSync(join(tmpdir(), "allonym-review-decides-"));
const file = (name: string): string => join(folder, name);

/** A cell with all that a decisions file has to escape. */
const ODD = "хутір\t\\n \n5\\";

/** Sure, ambiguous with and without a unit, ambiguous twice, no place. */
const INPUT = `n,place,oblast
1,Krasnarmeysk,
2,Іванівка,Одеська область
3,Pokrovske,
4,"вул. Садова, ""5""",
5,Pokrovske,
6,Іванівка,
7,Вовчанськ,Харківська область
8,Миколаївка,
9,"${ODD}",
10,"  Миколаївка ",
`;

type Row = Record<string, string>;

describe.skipIf(browserProgram === undefined)("allonym clean, a review in a browser, allonym clean again", () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file("in.csv"), INPUT);
    browser = await chromium.launch({ executablePath: browserProgram!, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function clean(output: string, ...options: string[]): Promise<Row[]> {
    const columns = ["-c", "place", "--within", "oblast"];
    const { code, stderr } = await runCommand(["clean", file("in.csv"), ...columns, "-o", file(output), ...options]);
    expect(code, stderr).toBe(0);
    return parse(readFileSync(file(output)), { columns: true }) as Row[];
  }

  it("changes the rows that were decided and no other", async () => {
    const before = await clean("before.csv", "--review", file("review.html"));
    expect(before.map(({ place_status }) => place_status)).toEqual([
      "match",
      "ambiguous",
      "ambiguous",
      "none",
      "ambiguous",
      "ambiguous",
      "match",
      "ambiguous",
      "none",
      "ambiguous",
    ]);

    const page = await browser.newPage({ acceptDownloads: true });
    await page.goto(pathToFileURL(file("review.html")).href);
    const names = await page.locator(".value .name").allTextContents();
    expect(names[0]).toBe("Pokrovske"); // two rows: the most frequent one comes first
    expect(names.slice(1).sort()).toEqual(
      ['вул. Садова, "5"', "Іванівка", "Іванівкаin Одеська область", "Миколаївка", ODD, "  Миколаївка "].sort(),
    );
    const openNamed = (name: string): Promise<void> => page.locator(".value .head").nth(names.indexOf(name)).click();
    const choose = async (digit: number): Promise<string | null> => {
      const id = await page
        .locator(".value.open .candidate")
        .nth(digit - 1)
        .getAttribute("data-id");
      await page.keyboard.press(String(digit));
      return id;
    };
    await openNamed("Pokrovske");
    const pokrovske = await choose(2);
    await openNamed("Іванівкаin Одеська область");
    const ivanivka = await choose(1);
    await openNamed('вул. Садова, "5"');
    await page.keyboard.press("0");
    await openNamed(ODD);
    await page.keyboard.press("i");
    await page.keyboard.type("katottg:UA14160210010099403");
    await page.keyboard.press("Enter");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("s")]);
    await download.saveAs(file("decisions.tsv"));

    const after = await clean("after.csv", "--decisions", file("decisions.tsv"), "--review", file("review-2.html"));
    const changed = after.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]));
    expect(changed.map(({ n, place_id, place_status, place_via }) => [n, place_id, place_status, place_via])).toEqual([
      ["2", ivanivka, "match", "decided"],
      ["3", pokrovske, "match", "decided"],
      ["4", "", "none", "decided"],
      ["5", pokrovske, "match", "decided"],
      ["9", "katottg:UA14160210010099403", "match", "decided"],
    ]);
    expect(changed[1].place_en).toBe("Pokrovske");
    expect(changed[1].place_score).toBe("1.000");

    // What has been decided is not asked again.
    await page.goto(pathToFileURL(file("review-2.html")).href);
    expect((await page.locator(".value .name").allTextContents()).sort()).toEqual(
      ["Іванівка", "Миколаївка", "  Миколаївка "].sort(),
    );
  });
});
