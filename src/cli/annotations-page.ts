import type { Annotation } from "../core";
import { grouped, mark } from "./print-annotations";

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 17px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  mark { background: #cfe6ff; color: #10243b; border-radius: 3px; padding: 0 2px; }
  mark.ambiguous { background: #ffe9b8; }
  table { border-collapse: collapse; margin-top: 2rem; font-size: 15px; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid #8884; }
  th { border-top: 0; font-weight: 600; }
  td.count { font-variant-numeric: tabular-nums; }
  td { overflow-wrap: anywhere; }
  .dim { opacity: .65; }
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A page that needs nothing else: the text with its places marked, and the list of places below. */
export function annotationsPage(title: string, text: string, annotations: readonly Annotation[]): string {
  const marked = mark(
    text,
    annotations,
    ({ surface, status, match }) => {
      const where = [match.names.uk, match.class, ...match.within.slice(-2).map((unit) => unit.names.en)].join(", ");
      return `<mark class="${status}" title="${escaped(`${match.names.en} (${where}) ${match.id}`)}">${escaped(surface)}</mark>`;
    },
    escaped,
  );
  const rows = grouped(annotations).map(({ first, count, surfaces }) => {
    const { names, class: kind, within, id, score } = first.match;
    const units = within.filter((unit) => unit.class !== "hromada").map((unit) => unit.names.en);
    const written = [...surfaces].map(escaped).join(", ");
    return `<tr><td class="count">${count}</td><td><strong>${escaped(names.en)}</strong><br>${escaped(names.uk)}</td><td>${escaped(kind)}<br><span class="dim">${escaped(units.join(", "))}</span></td><td>${written}</td><td>${first.status} ${score.toFixed(2)}<br><span class="dim">${escaped(id)}</span></td></tr>`;
  });
  const table =
    rows.length === 0
      ? "<p>No place is named.</p>"
      : `<table><thead><tr><th>Times</th><th>Place</th><th>What and where</th><th>As written</th><th>Verdict</th></tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  return `<!doctype html>
<html>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<div class="text">${marked}</div>
${table}
</body>
</html>
`;
}
