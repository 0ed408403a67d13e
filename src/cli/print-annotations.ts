import type Table from "cli-table3";
import type { Annotation } from "../core";
import { paint } from "./paint";
import { NO_BORDERS } from "./print-resolution";

/** Units that tell a reader where a place is. */
const SHOWN_UNITS = new Set(["raion", "oblast", "country"]);

/**
 * A text for people with its places highlighted, and a list of them below: how often, the name, what it is and where, the id. Without
 * colours the places stand in square brackets.
 */
export function printAnnotations(text: string, annotations: readonly Annotation[], TableOf: typeof Table): string {
  const marked = mark(text, annotations, ({ surface, status }) => highlight(surface, status));
  if (annotations.length === 0) return `${marked.trimEnd()}\n\nNo place is named.\n`;
  const table = new TableOf({ chars: NO_BORDERS, style: { head: [], border: [], compact: true } });
  for (const { first, count, surfaces } of grouped(annotations)) {
    const { names, class: kind, within, country, id, score } = first.match;
    const units = within.filter((unit) => SHOWN_UNITS.has(unit.class)).map((unit) => unit.names.en);
    table.push([
      `${count}×`,
      paint("bold", names.en),
      names.uk,
      kind,
      units.join(", ") || country,
      first.status === "match" ? score.toFixed(2) : paint("yellow", `${score.toFixed(2)} ambiguous`),
      id,
      paint("dim", [...surfaces].join(", ")),
    ]);
  }
  const lines = table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
  return `${marked.trimEnd()}\n\n${lines.join("\n")}\n`;
}

const highlight = (surface: string, status: Annotation["status"]): string => {
  const painted = paint(status === "match" ? ["bold", "cyan"] : ["bold", "yellow"], surface);
  return painted === surface ? `[${surface}]` : painted;
};

/** The text with every annotated stretch replaced by what `show` makes of it; `other` is what becomes of the rest. */
export function mark(
  text: string,
  annotations: readonly Annotation[],
  show: (annotation: Annotation) => string,
  other: (text: string) => string = (rest) => rest,
): string {
  let marked = "";
  let from = 0;
  for (const annotation of annotations) {
    marked += other(text.slice(from, annotation.start)) + show(annotation);
    from = annotation.end;
  }
  return marked + other(text.slice(from));
}

/** Annotations by place, in the order in which the places are first named. */
export function grouped(
  annotations: readonly Annotation[],
): { first: Annotation; count: number; surfaces: Set<string> }[] {
  const groups = new Map<string, { first: Annotation; count: number; surfaces: Set<string> }>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.match.id);
    if (!group) {
      groups.set(annotation.match.id, { first: annotation, count: 1, surfaces: new Set([annotation.surface]) });
      continue;
    }
    group.count++;
    group.surfaces.add(annotation.surface);
  }
  return [...groups.values()];
}
