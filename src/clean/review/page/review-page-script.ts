/**
 * What runs in the browser. The build makes one file of it (`dist/review-page.js`), which `reviewPage` puts into each page.
 */
import { isDecidedId, NO_PLACE_MEANT, readDecisions } from "../decisions";
import { byId } from "./element";
import { KeptDecisions } from "./kept-decisions";
import type { PageData } from "./page-data";
import { type Filter, ReviewSession } from "./review-session";
import { ValueList } from "./value-list";

const data = JSON.parse(byId("data").textContent ?? "") as PageData;
const session = new ReviewSession(data.values);
const kept = new KeptDecisions(data.fingerprint);
const list = new ValueList(session, data);
const search = byId<HTMLInputElement>("search");
const file = byId<HTMLInputElement>("file");
let saved = true;

/** One sentence at the foot of the page, read out to those who listen to it. */
function say(sentence: string, kind: "done" | "wrong" = "done"): void {
  const status = byId("status");
  status.textContent = sentence;
  status.className = kind;
}

function showProgress(): void {
  const { values, decidedValues, rows, decidedRows } = session.progress();
  const words = (count: number): string => count.toLocaleString("en");
  byId("progress").textContent =
    `${words(decidedValues)} of ${words(values)} values, ${words(decidedRows)} of ${words(rows)} rows decided`;
  byId<HTMLProgressElement>("bar").value = rows === 0 ? 0 : decidedRows / rows;
}

function changed(): void {
  saved = false;
  kept.keep(session);
  showProgress();
}

/** Decides the open value and goes on. */
function decide(id: string, focus: boolean): void {
  const value = list.open;
  if (value < 0) return;
  session.decide(value, id);
  changed();
  list.advance(focus);
  const place = list.placeOf(id);
  const what =
    id === NO_PLACE_MEANT ? "no place" : place ? `${place.en}, ${[place.class, ...place.within].join(", ")}` : id;
  say(`${session.values[value].name} → ${what}`);
}

function decideByHand(input: HTMLInputElement): void {
  const id = input.value.trim();
  const right = isDecidedId(id);
  input.setAttribute("aria-invalid", String(!right));
  if (right) decide(id, true);
  else say(`“${id}” is no id. Ids look like katottg:UA14160210010099403, geonames:706483 or allonym:donbas.`, "wrong");
}

function clear(): void {
  const value = list.open;
  if (value < 0 || session.idOf(value) === undefined) return;
  session.decide(value, undefined);
  changed();
  list.redraw(value);
  list.openValue(value, { focus: true });
  say(`${session.values[value].name} is open again`);
}

function undo(): void {
  const value = session.undo();
  if (value === undefined) {
    say("Nothing to undo");
    return;
  }
  changed();
  list.refresh(value);
  list.openValue(list.open, { focus: true });
  say(`Undone: ${session.values[value].name}`);
}

function save(): void {
  const { decidedValues } = session.progress();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([session.text()], { type: "text/tab-separated-values" }));
  link.download = "decisions.tsv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  saved = true;
  say(`Saved ${decidedValues.toLocaleString("en")} decisions as decisions.tsv`);
}

async function openFile(): Promise<void> {
  const [chosen] = Array.from(file.files ?? []);
  file.value = ""; // the same file can be opened again
  if (!chosen) return;
  try {
    const { taken, others } = session.take(readDecisions(await chosen.text()));
    changed();
    list.refresh();
    const rest = others === 0 ? "" : `; ${others.toLocaleString("en")} about other values are kept and saved with them`;
    say(`${taken.toLocaleString("en")} decisions taken from ${chosen.name}${rest}`);
  } catch (error) {
    say(`${chosen.name} was not opened. ${(error as Error).message}`, "wrong");
  }
}

const BY_KEY: Record<string, () => void> = {
  j: () => list.step(1),
  ArrowDown: () => list.step(1),
  k: () => list.step(-1),
  ArrowUp: () => list.step(-1),
  "0": () => decide(NO_PLACE_MEANT, true),
  n: () => decide(NO_PLACE_MEANT, true),
  u: undo,
  c: clear,
  s: save,
  i: () => document.querySelector<HTMLInputElement>(".by-hand input")?.focus(),
  "/": () => search.focus(),
};

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target instanceof HTMLInputElement) {
    if (event.key === "Escape" || (target === search && event.key === "Enter"))
      list.openValue(list.open, { focus: true });
    return;
  }
  // Other layouts have other letters on the keys: the place of the key counts as well (j is о on a Ukrainian one).
  const letter = /^Key[A-Z]$/u.test(event.code) && !/^[a-z]$/iu.test(event.key) ? event.code.slice(3) : event.key;
  const key = letter.length === 1 ? letter.toLowerCase() : letter;
  const action = BY_KEY[key] ?? (/^[1-9]$/u.test(key) ? () => chooseByDigit(Number(key)) : undefined);
  if (!action) return;
  event.preventDefault();
  action();
}

function chooseByDigit(digit: number): void {
  const candidate = session.values[list.open]?.candidates[digit - 1];
  if (candidate) decide(data.places[candidate.place].id, true);
  else say(`There is no candidate ${digit}`);
}

function onClick(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLElement>("[data-do]");
  // The second click of a double click would fall on the next value, which has come to where this one was.
  if (!button || event.detail > 1) return;
  const { do: what, id } = button.dataset;
  const byKey = event.detail === 0;
  if (what === "open") list.openValue(list.valueAt(button), { focus: true });
  else if (what === "choose" && id !== undefined) decide(id, byKey);
  else if (what === "none") decide(NO_PLACE_MEANT, byKey);
  else if (what === "clear") clear();
}

function setFilter(filter: Filter): void {
  list.filter = filter;
  for (const button of Array.from(document.querySelectorAll<HTMLElement>("[data-filter]")))
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  list.refresh();
}

document.addEventListener("keydown", onKey);
byId("values").addEventListener("click", onClick);
byId("values").addEventListener("submit", (event) => {
  event.preventDefault();
  decideByHand((event.target as HTMLElement).querySelector("input") as HTMLInputElement);
});
search.addEventListener("input", () => {
  list.search = search.value;
  list.refresh();
});
byId("filters").addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-filter]");
  if (button) setFilter(button.dataset.filter as Filter);
});
byId("save").addEventListener("click", save);
byId("open").addEventListener("click", () => file.click());
byId("undo").addEventListener("click", undo);
file.addEventListener("change", () => void openFile());
addEventListener("beforeunload", (event) => {
  if (!saved && !kept.works) event.preventDefault();
});

const restored = kept.restore(session);
showProgress();
list.refresh(session.visible("undecided", "")[0] ?? 0);
if (restored > 0) say(`${restored.toLocaleString("en")} decisions of your last visit are here`);
