import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Decisions, readDecisions } from "../../src/clean/review/decisions";
import { reviewPage } from "../../src/clean/review/review-page";
import type { ReviewValue } from "../../src/clean/review/review-value";
import { resolve } from "../../src/core";
import { shipped } from "../fixtures/shipped";
import { findBrowser } from "./find-browser";

const browserProgram = findBrowser();
const HOSTILE = "</script><b>\"'&<!--\u2028\u2029\t\\";
const folder = mkdtempSync(join(tmpdir(), "allonym-review-"));
const url = pathToFileURL(join(folder, "review.html")).href;

/** A value with the real answer of the gazetteer. */
function value(name: string, rows: number, within?: string): ReviewValue {
  const { status, matches } = resolve(shipped(), name, { limit: 9 });
  if (status === "match") throw new Error(`${name} is sure: nobody is asked about it`);
  return { name, rows, status, matches, ...(within !== undefined && { within }) };
}

const VALUES = [
  value("вул. Садова 5", 90),
  value("Іванівка", 400, "Одеська"),
  value("Pokrovske", 200),
  value(HOSTILE, 7),
  value("Іванівка", 50, "Херсонська"),
  value("Миколаївка", 30),
];

if (browserProgram === undefined)
  console.warn(
    "test/browser is skipped: no chromium on the PATH, and CHROMIUM does not name one (apt-get install chromium)",
  );

// The page is plain HTML with a script: what is tested is what a browser makes of it, so without a browser nothing is.
describe.skipIf(browserProgram === undefined)(
  "the review page in a browser (skipped where there is no chromium; CHROMIUM names the program)",
  () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      writeFileSync(join(folder, "review.html"), reviewPage(VALUES, { column: "place" }));
      // A sandbox of its own needs rights that a container does not give; the page is ours.
      browser = await chromium.launch({ executablePath: browserProgram!, args: ["--no-sandbox"] });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      faults.length = 0;
      context = await browser.newContext({ acceptDownloads: true });
      await visit();
    });
    afterEach(async () => {
      await context.close();
      expect(faults).toEqual([]);
    });

    async function visit(): Promise<void> {
      page = await context.newPage();
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("request", (request) => {
        if (request.url() !== url && !request.url().startsWith("blob:")) faults.push(`asks for ${request.url()}`);
      });
      await page.goto(url);
    }

    // Not the inner text: items far below are not laid out, and have none.
    const text = (selector: string): Promise<string | null> => page.locator(selector).textContent();
    const names = (): Promise<string[]> => page.locator(".value .name bdi").allTextContents();
    const openName = (): Promise<string | null> => text(".value.open .name");
    const status = (): Promise<string | null> => text("#status");
    const progress = (): Promise<string | null> => text("#progress");
    const candidate = (at: number): Promise<string | null> =>
      page.locator(".value.open .candidate").nth(at).getAttribute("data-id");

    async function saved(how: () => Promise<void>): Promise<Decisions> {
      const [download] = await Promise.all([page.waitForEvent("download"), how()]);
      expect(download.suggestedFilename()).toBe("decisions.tsv");
      return readDecisions(readFileSync(await download.path(), "utf8"));
    }

    it("saves what is chosen by mouse, by keys and by hand", async () => {
      expect(await progress()).toBe("0 of 6 values, 0 of 777 rows decided");
      expect(await names()).toEqual(["Іванівка", "Pokrovske", "вул. Садова 5", "Іванівка", "Миколаївка", HOSTILE]);

      const second = await candidate(1);
      await page.locator(".value.open .candidate").nth(1).click();
      expect(await openName()).toBe("Pokrovske");
      const third = await candidate(2);
      await page.keyboard.press("3");
      expect(await openName()).toContain("Садова");
      await page.keyboard.press("0");
      expect(await status()).toBe("вул. Садова 5 → no place");
      expect(await openName()).toContain("Херсонська");

      await page.keyboard.press("i");
      await page.keyboard.type("katottg:UA65");
      await page.keyboard.press("Enter");
      expect(await status()).toContain("is no id");
      expect(await page.locator(".by-hand input").getAttribute("aria-invalid")).toBe("true");
      expect(await progress()).toBe("3 of 6 values, 690 of 777 rows decided");
      await page.locator(".by-hand input").fill("geonames:706448");
      await page.getByRole("button", { name: "Use this id" }).click();

      expect(await openName()).toBe("Миколаївка");
      await page.getByRole("button", { name: "No place", exact: true }).click();
      expect(await progress()).toBe("5 of 6 values, 770 of 777 rows decided");

      const wanted = [
        { name: "Іванівка", within: "Одеська", id: second },
        { name: "Pokrovske", within: "", id: third },
        { name: "вул. Садова 5", within: "", id: "none" },
        { name: "Іванівка", within: "Херсонська", id: "geonames:706448" },
        { name: "Миколаївка", within: "", id: "none" },
      ];
      expect(new Set([second, third]).size).toBe(2);
      const bySave = await saved(() => page.getByRole("button", { name: "Save decisions" }).click());
      const byKey = await saved(() => page.keyboard.press("s"));
      for (const decisions of [bySave, byKey]) {
        expect(decisions.size).toBe(wanted.length);
        for (const { name, within, id } of wanted) expect(decisions.of(name, within)).toBe(id);
      }
    });

    it("moves by keys, undoes, clears", async () => {
      await page.keyboard.press("j");
      await page.keyboard.press("ArrowDown");
      expect(await openName()).toContain("Садова");
      await page.keyboard.press("k");
      expect(await openName()).toBe("Pokrovske");
      // A Ukrainian layout: the key of k says л.
      await page.evaluate(() =>
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "л", code: "KeyK", bubbles: true })),
      );
      expect(await openName()).toContain("Одеська");
      await page.keyboard.press("j");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await openName()).toContain("Одеська");
      for (const key of ["1", "n", "9"]) await page.keyboard.press(key);
      expect(await status()).toBe("There is no candidate 9");
      await page.keyboard.press("u");
      expect(await openName()).toBe("Pokrovske");
      expect(await progress()).toBe("1 of 6 values, 400 of 777 rows decided");
      await page.keyboard.press("k");
      await page.keyboard.press("c");
      expect(await progress()).toBe("0 of 6 values, 0 of 777 rows decided");
      await page.keyboard.press("u");
      await page.getByRole("button", { name: "Undo" }).click();
      expect(await progress()).toBe("0 of 6 values, 0 of 777 rows decided");
      await page.keyboard.press("u");
      expect(await status()).toBe("Nothing to undo");
    });

    it("takes a double click for one decision, though the next value comes to where the pointer is", async () => {
      await page.locator(".value.open .candidate").first().dblclick();
      expect(await openName()).toBe("Pokrovske");
      expect(await progress()).toBe("1 of 6 values, 400 of 777 rows decided");
    });

    it("searches and filters", async () => {
      await page.keyboard.press("/");
      await page.keyboard.type("іван");
      expect(await names()).toEqual(["Іванівка", "Іванівка"]);
      await page.keyboard.press("Enter");
      await page.keyboard.press("1");
      await page.locator("#search").fill("nothing like it");
      expect(await names()).toEqual([]);
      expect(await page.locator("#nothing").isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      await page.keyboard.press("1"); // no value is open: nothing to decide
      expect(await progress()).toBe("1 of 6 values, 400 of 777 rows decided");
      await page.locator("#search").fill("");
      const shown: Record<string, string[]> = {};
      for (const filter of ["decided", "unmatched", "ambiguous", "undecided"]) {
        await page.locator(`[data-filter=${filter}]`).click();
        shown[filter] = await names();
      }
      expect(shown.decided).toEqual(["Іванівка"]);
      expect(shown.unmatched).toHaveLength(2);
      expect(shown.ambiguous).toEqual(["Іванівка", "Pokrovske", "Іванівка", "Миколаївка"]);
      expect(shown.undecided).toHaveLength(5);
      for (let left = 4; left >= 0; left--) {
        await page.keyboard.press("0");
        expect(await names()).toHaveLength(left);
      }
      expect(await page.locator("#nothing").isVisible()).toBe(true);
      expect(await progress()).toBe("6 of 6 values, 777 of 777 rows decided");
      expect(await status()).toContain("All values are decided");
    });

    it("shows any name as text and gives it back letter by letter", async () => {
      expect(await page.locator("main b").count()).toBe(0);
      expect(await page.locator(".value .name bdi").nth(5).textContent()).toBe(HOSTILE);
      await page.locator(".value .head").nth(5).click();
      await page.keyboard.press("0");
      const decisions = await saved(() => page.keyboard.press("s"));
      expect([...decisions]).toEqual([{ name: HOSTILE, within: "", id: "none" }]);
    });

    it("keeps decisions over a reload", async () => {
      const first = await candidate(0);
      await page.keyboard.press("1");
      await page.keyboard.press("0");
      await page.reload();
      expect(await progress()).toBe("2 of 6 values, 600 of 777 rows decided");
      expect(await status()).toBe("Restored from your last visit: 2 decisions");
      expect(await openName()).toContain("Садова");
      const decisions = await saved(() => page.keyboard.press("s"));
      expect(decisions.of("Іванівка", "Одеська")).toBe(first);
    });

    it("works where the browser refuses to keep anything", async () => {
      await context.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("refused", "SecurityError");
          },
        });
      });
      await visit();
      await page.keyboard.press("1");
      expect(await progress()).toBe("1 of 6 values, 400 of 777 rows decided");
      expect((await saved(() => page.keyboard.press("s"))).size).toBe(1);
    });

    it("goes on from an earlier file, and refuses one that it cannot read", async () => {
      const file = (text: string): Parameters<Page["setInputFiles"]>[1] => ({
        name: "earlier.tsv",
        mimeType: "text/tab-separated-values",
        buffer: Buffer.from(text),
      });
      await page.setInputFiles("#file", file("name\twithin\tid\nPokrovske\t\tKyiv\n"));
      await page.locator("#status.wrong").waitFor();
      expect(await status()).toContain("line 2 of the decisions");
      expect(await progress()).toBe("0 of 6 values, 0 of 777 rows decided");

      await page.setInputFiles("#file", file("name\twithin\tid\nPokrovske\t\tgeonames:1\nхутір\t\tnone\n"));
      await page.locator("#status.done").waitFor();
      expect(await status()).toBe(
        "1 decision taken from earlier.tsv; 1 about other values kept, to be saved with them",
      );
      await page.keyboard.press("0");
      expect([...(await saved(() => page.keyboard.press("s")))]).toEqual([
        { name: "хутір", within: "", id: "none" },
        { name: "Іванівка", within: "Одеська", id: "none" },
        { name: "Pokrovske", within: "", id: "geonames:1" },
      ]);
    });

    it("tells those who do not see it what is open, chosen and done", async () => {
      await page.keyboard.press("2");
      const open = page.getByRole("button", { expanded: true });
      expect(await open.count()).toBe(1);
      expect(await open.textContent()).toContain("Pokrovske");
      expect(await open.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await page.getByRole("status").textContent()).toContain("Іванівка → Ivanivka");
      await page.keyboard.press("k");
      const chosen = page.locator(".candidates").getByRole("button", { pressed: true });
      expect(await chosen.getAttribute("aria-keyshortcuts")).toBe("2");
      await page.getByRole("button", { name: "No place", exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("k");
      expect(await page.getByRole("button", { name: "No place", exact: true, pressed: true }).count()).toBe(1);
    });

    it.each(["light", "dark"] as const)(
      "can be read, %s: contrast 4.5 : 1 at least (WCAG 2.2, 1.4.3)",
      async (colorScheme) => {
        await page.emulateMedia({ colorScheme });
        for (const key of ["1", "0", "k"]) await page.keyboard.press(key);
        const texts = page.locator(
          "h1, .column, #progress, #filters button, .rows, .name, .within, .verdict, .names, .facts, .how, .score, footer p, button, kbd",
        );
        const contrasts = await texts.evaluateAll((nodes) =>
          nodes.map((node) => {
            const light = (color: string): number => {
              const [red, green, blue] = (color.match(/[\d.]+/gu) ?? []).map((part) => {
                const share = Number(part) / 255;
                return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
              });
              return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            };
            let ground: Element = node;
            while (/, 0\)$/u.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement as Element;
            const both = [getComputedStyle(node).color, getComputedStyle(ground).backgroundColor].map(light);
            const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
            return { text: `${node.className || node.tagName}: ${node.textContent?.slice(0, 20)}`, contrast };
          }),
        );
        expect(contrasts.length).toBeGreaterThan(50);
        expect(contrasts.filter(({ contrast }) => !(contrast >= 4.5))).toEqual([]);
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(Number(/\d+/u.exec(ground)?.[0])).toSatisfy((red: number) => red > 128 === (colorScheme === "light"));
      },
    );

    it("stays usable with two thousand values, and fits a narrow screen", async () => {
      const many = Array.from({ length: 2000 }, (_, at) => ({
        ...VALUES[at % 6],
        name: `value ${at}`,
        rows: 3000 - at,
      }));
      writeFileSync(join(folder, "review.html"), reviewPage(many, { column: "place" }));
      try {
        await page.setViewportSize({ width: 360, height: 700 });
        await page.goto(url);
        expect(await page.locator(".value").count()).toBeLessThan(400);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        for (let at = 0; at < 120; at++) await page.keyboard.press("j");
        expect(await openName()).toContain("value 120");
        await page.keyboard.press("0");
        const head = page.locator(".value.open .head");
        await expect.poll(() => head.evaluate((node) => node === document.activeElement)).toBe(true);
        const box = await head.boundingBox();
        expect(box!.y).toBeGreaterThanOrEqual(0);
        expect(box!.y).toBeLessThan(700);
        await page.locator("#search").fill("value 1999");
        expect(await names()).toEqual(["value 1999"]);
      } finally {
        writeFileSync(join(folder, "review.html"), reviewPage(VALUES, { column: "place" }));
      }
    });
  },
);
