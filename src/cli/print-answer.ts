import { styleText } from "node:util";
import type { Match, Resolution, Step } from "../core";

type Style = Parameters<typeof styleText>[0];

/** Colours a text when people read it on a terminal. */
export type Paint = (style: Style, text: string) => string;

export function paintFor(stream: { isTTY?: boolean }): Paint {
  const colours = Boolean(stream.isTTY) && !process.env.NO_COLOR;
  return (style, text) => (colours ? styleText(style, text) : text);
}

const STATUS_STYLE: Record<Resolution["status"], Style> = { match: "green", ambiguous: "yellow", none: "red" };

/** An answer for people: the names, where it is, and how it was found. */
export function printAnswer(answer: Resolution, paint: Paint): string {
  const title = `${paint("bold", answer.name)}  ${paint(STATUS_STYLE[answer.status], answer.status)}`;
  if (answer.status === "none") {
    return `${title}\n  no known place; try a hint (--within "Kharkiv region") or the name in another language\n`;
  }
  const shown = answer.status === "match" ? answer.matches.slice(0, 1) : answer.matches;
  const blocks = shown.map((match) => block(match, paint));
  const others = answer.matches
    .slice(shown.length)
    .map((match) => `${match.names.en} (${where(match)}) ${match.score}`);
  if (others.length > 0) blocks.push(paint("dim", `  or: ${others.join("; ")}`));
  return `${title}\n${blocks.join("\n")}\n`;
}

function block(match: Match, paint: Paint): string {
  const rows: [string, string][] = [
    ["uk", match.names.uk],
    ["ru", match.names.ru],
    ["en", match.names.en],
    ["what", `${match.class}, ${where(match)}`],
    ["id", [match.id, ...otherIds(match)].join("  ")],
    ["score", String(match.score)],
    ["how", match.via.map(inWords).join(" · ")],
  ];
  if (match.lat !== undefined) {
    const precision = match.precision === "point" ? "" : `  (of its ${match.precision})`;
    rows.splice(4, 0, ["at", `${match.lat.toFixed(4)}, ${match.lon?.toFixed(4)}${precision}`]);
  }
  return rows.map(([label, value]) => `  ${paint("dim", label.padEnd(6))}${value}`).join("\n");
}

const otherIds = (match: Match): string[] =>
  Object.entries(match.ids)
    .map(([scheme, value]) => `${scheme}:${value}`)
    .filter((id) => id !== match.id);

function where(match: Match): string {
  const units = match.within.filter((unit) => unit.class !== "hromada").map((unit) => unit.names.en);
  return units.length > 0 ? units.join(", ") : match.country;
}

/** One step of `via` in words. */
function inWords(step: Step): string {
  switch (step.step) {
    case "look-alikes":
      return `look-alike letters read as ${step.to}`;
    case "generic-element":
      return `"${step.element}" read as ${step.classes.join(" or ")}`;
    case "part":
      return `"${step.hint}" read as a hint`;
    case "inflection":
      return `case form of ${step.base}`;
    case "reading":
      return `read the ${step.reading} way`;
    case "toponym":
      return `${step.text} (${[step.lang, step.status, step.derivedBy ?? step.source].join(", ")})`;
    case "romanization":
      return `in ${step.system}`;
    case "edits":
      return `${step.distance} ${step.distance === 1 ? "letter" : "letters"} off (cost ${step.cost})`;
    case "seat":
      return `seat of ${step.of}`;
    case "hint":
      return `${step.hint} ${step.value}`;
  }
}
