import { NO_PLACE_MEANT } from "../decisions";
import { MOST_CANDIDATES } from "../review-value";
import { counted } from "./counted";
import { element } from "./element";
import type { PageCandidate, PagePlace, PageValue } from "./page-data";

/** What an item of the list shows. */
export interface ItemState {
  value: PageValue;
  /** Decided id. */
  id: string | undefined;
  open: boolean;
  places: readonly PagePlace[];
  /** The place with an id, where the page knows it. */
  placeOf(id: string): PagePlace | undefined;
}

/** An item of the list: one line, and what can be chosen while it is open. What a click does is told by `data-` attributes. */
export function valueItem(state: ItemState): HTMLLIElement {
  const { value, id, open } = state;
  const head = element(
    "button",
    { type: "button", class: "head", "data-do": "open", "aria-expanded": String(open) },
    element("span", { class: "rows" }, value.rows.toLocaleString("en"), element("span", { class: "unseen" }, " rows")),
    element(
      "span",
      { class: "name" },
      element("bdi", {}, value.name === "" ? "(empty)" : value.name),
      value.within !== "" && element("span", { class: "within" }, `in ${value.within}`),
    ),
    verdict(state),
  );
  const kind = id === undefined ? value.status : "decided";
  return element("li", { class: open ? `value open ${kind}` : `value ${kind}` }, head, open && panel(state));
}

function verdict({ value, id, placeOf }: ItemState): HTMLElement {
  if (id === undefined) {
    return element("span", { class: "verdict" }, counted(value.candidates.length, "candidate"));
  }
  if (id === NO_PLACE_MEANT) return element("span", { class: "verdict" }, "✓ no place");
  const place = placeOf(id);
  const words = place ? [place.en, place.class, place.within.at(-1)].filter(Boolean).join(", ") : id;
  return element("span", { class: "verdict" }, `✓ ${words}`);
}

function panel({ value, id, places }: ItemState): HTMLElement {
  const known = value.candidates.some(({ place }) => places[place].id === id);
  const byHand = id !== undefined && id !== NO_PLACE_MEANT && !known;
  return element(
    "div",
    { class: "panel" },
    value.candidates.length === 0 &&
      element(
        "p",
        { class: "hint" },
        "The gazetteer has nothing like it. Type the id of the place, or say that no place is meant.",
      ),
    element(
      "ol",
      { class: "candidates" },
      ...value.candidates.map((candidate, at) => element("li", {}, candidateButton(candidate, places, at, id))),
    ),
    element(
      "div",
      { class: "actions" },
      element(
        "button",
        { type: "button", "data-do": "none", "aria-pressed": String(id === NO_PLACE_MEANT), "aria-keyshortcuts": "0" },
        keyCap("0"),
        "No place",
      ),
      element(
        "form",
        { class: "by-hand" },
        element("input", {
          type: "text",
          "aria-label": "Id of the place",
          placeholder: "katottg:… geonames:… allonym:…",
          autocomplete: "off",
          autocapitalize: "off",
          spellcheck: "false",
          value: byHand ? id : undefined,
        }),
        element("button", { type: "submit", "aria-pressed": String(byHand) }, "Use this id"),
      ),
      id !== undefined &&
        element("button", { type: "button", "data-do": "clear", "aria-keyshortcuts": "c" }, keyCap("c"), "Clear"),
    ),
  );
}

function candidateButton(
  { place, score, how }: PageCandidate,
  places: readonly PagePlace[],
  at: number,
  id: string | undefined,
): HTMLElement {
  const { en, uk, ru, class: kind, within, population, id: own } = places[place];
  const facts = [kind, ...within];
  if (population !== undefined) facts.push(`population\u00A0${population.toLocaleString("en")}`);
  return element(
    "button",
    {
      type: "button",
      class: "candidate",
      "data-do": "choose",
      "data-id": own,
      "aria-pressed": String(own === id),
      "aria-keyshortcuts": at < MOST_CANDIDATES ? String(at + 1) : undefined,
    },
    at < MOST_CANDIDATES ? keyCap(String(at + 1)) : element("span"),
    element(
      "span",
      { class: "place" },
      element(
        "span",
        { class: "names" },
        element("strong", {}, en),
        " ",
        element("span", { lang: "uk" }, uk),
        ru !== uk && " · ",
        ru !== uk && element("span", { lang: "ru" }, ru),
      ),
      element("span", { class: "facts" }, facts.join(" · ")),
      element("span", { class: "how" }, element("span", {}, how), element("span", {}, own)),
    ),
    element(
      "span",
      { class: "score", title: "probability that this place is meant" },
      element("meter", { min: "0", max: "1", value: score.toFixed(3), "aria-hidden": "true" }),
      score.toFixed(2),
    ),
  );
}

/** The key of a button, for the eye; `aria-keyshortcuts` tells it to others. */
const keyCap = (key: string): HTMLElement => element("kbd", { "aria-hidden": "true" }, key);
