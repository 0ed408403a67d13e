import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { stepWords } from "../../core";
import type { PageData, PagePlace } from "./page/page-data";
import type { ReviewValue } from "./review-value";

/** What the page says of the column. */
export interface ReviewPageOptions {
  /** Name of the column that is reviewed. */
  column: string;
  /** Title of the page; "Places in COLUMN" unless told. */
  title?: string;
}

/**
 * A page on which somebody decides what the values mean that no rule could decide: one HTML file that needs no network and no other
 * file. It saves a decisions file, which `readDecisions` reads and `allonym clean --decisions` applies.
 *
 * The trap: the page holds the values in clear, and a browser keeps the decisions. It is as confidential as the column.
 *
 * @example
 * reviewPage([{ name: "Pokrovske", rows: 812, ...resolve(gazetteer, "Pokrovske") }], { column: "place" }) // "<!doctype html>…"
 */
export function reviewPage(values: readonly ReviewValue[], { column, title }: ReviewPageOptions): string {
  const heading = title ?? `Places in ${column}`;
  const script = pageFile("review-page.js");
  const style = pageFile("review-page.css");
  // The policy lets in these two texts and nothing else, from nowhere: whatever stands in the column cannot run or call home.
  const policy = `default-src 'none'; script-src ${hashSource(script)}; style-src ${hashSource(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(heading)}</h1>
<noscript><p>This page needs JavaScript.</p></noscript>
<div class="progress"><progress id="bar" max="1" value="0" aria-labelledby="progress"></progress><span id="progress"></span></div>
<div class="tools">
<input id="search" type="search" aria-label="Search values" placeholder="Search values" autocomplete="off" spellcheck="false">
<div id="filters" role="group" aria-label="Values shown">
${FILTERS.map((filter, at) => `<button type="button" data-filter="${filter}" aria-pressed="${at === 0}">${filter}</button>`).join("\n")}
</div>
<div class="file">
<button type="button" id="undo">Undo</button>
<button type="button" id="open">Open decisions…</button>
<button type="button" id="save" class="main">Save decisions</button>
<input id="file" type="file" accept=".tsv,.txt,text/tab-separated-values" hidden>
</div>
</div>
</header>
<main>
<ol id="values" aria-label="Values"></ol>
<p id="nothing" hidden>No value to show here.</p>
<button type="button" id="more" hidden>Show more</button>
</main>
<footer>
<p id="status" role="status" aria-live="polite"></p>
<p class="help">${HELP.map(([keys, what]) => `<span>${keys.map((key) => `<kbd>${key}</kbd>`).join(" ")} ${what}</span>`).join(" ")}</p>
</footer>
<script type="application/json" id="data">${jsonForScript(pageData(values, column))}</script>
<script>${script}</script>
</body>
</html>
`;
}

const FILTERS = ["all", "undecided", "ambiguous", "unmatched", "decided"];

const HELP: [keys: string[], what: string][] = [
  [["j", "k"], "or arrows: next, previous"],
  [["1", "…", "9"], "choose"],
  [["0"], "or <kbd>n</kbd>: no place"],
  [["i"], "type an id"],
  [["c"], "clear"],
  [["u"], "undo"],
  [["/"], "search"],
  [["s"], "save"],
];

function pageData(values: readonly ReviewValue[], column: string): PageData {
  const places: PagePlace[] = [];
  const indexes = new Map<string, number>();
  const sorted = [...values].sort((one, other) => other.rows - one.rows);
  const data = sorted.map(({ name, within = "", rows, status, matches }) => {
    const candidates = matches.map((match) => {
      const { id, names, class: kind, country, within: units, population, score } = match;
      let place = indexes.get(id);
      if (place === undefined) {
        place = places.length;
        indexes.set(id, place);
        const abroad = country !== "UA" || units.length === 1;
        const held = units.filter((unit) => abroad || unit.class !== "country").map((unit) => unit.names.en);
        places.push({ id, ...names, class: kind, within: held, ...(population !== undefined && { population }) });
      }
      return { place, score, how: stepWords(name, match) };
    });
    return { name, within, rows, status, candidates };
  });
  const asked = JSON.stringify([column, data.map(({ name, within }) => [name, within])]);
  return { fingerprint: createHash("sha256").update(asked).digest("hex").slice(0, 32), values: data, places };
}

/** The script and the style lie beside the built code; where the sources run, they are those that the build has made. */
function pageFile(name: string): string {
  const [beside, built] = ["./", "../../../dist/"].map((folder) => new URL(`${folder}${name}`, import.meta.url));
  return readFileSync(existsSync(beside) ? beside : built, "utf8").trim();
}

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON that cannot end the script it stands in, nor begin a comment in it, whatever the names are. */
function jsonForScript(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
