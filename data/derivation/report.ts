/** The text of `REPORT.md`. */
import { folded, type Judged, loose, score } from "./evaluate";

const ENDINGS: readonly (readonly [string, RegExp])[] = [
  ["-івка, -ївка", /[ії]вка$/],
  ["-ськ, -цьк", /[сц]ьк$/],
  ["-ське, -цьке", /[сц]ьке$/],
  ["-ове, -еве, -єве", /[оеє]ве$/],
  ["-не", /не$/],
  ["-ів, -їв", /[ії]в$/],
  ["-ка, not -івка", /(?<![ії]в)ка$/],
  ["-иця, -ець", /(?:иця|ець)$/],
  ["-и, -і, -ї", /[иії]$/],
];

const MISSES_SHOWN = 40;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function row(title: string, rows: readonly Judged[]): string {
  if (rows.length === 0) return `| ${title} | 0 | – | – | – | – |`;
  const { names, exactFirst, exactFour, foldedFirst, foldedFour } = score(rows);
  return `| ${title} | ${names} | ${[exactFirst, exactFour, foldedFirst, foldedFour].map(percent).join(" | ")} |`;
}

function calibration(rows: readonly Judged[]): string[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const within = rows.filter(({ derived }) => Math.min(9, Math.floor(derived[0].probability * 10)) === bin);
    if (within.length === 0) return `| ${bin / 10}–${(bin + 1) / 10} | 0 | – | – |`;
    const said = within.reduce((sum, { derived }) => sum + derived[0].probability, 0) / within.length;
    return `| ${bin / 10}–${(bin + 1) / 10} | ${within.length} | ${percent(said)} | ${percent(score(within).exactFirst)} |`;
  });
}

function misses(rows: readonly Judged[]): string[] {
  const wrong = rows.filter(({ derived, gold }) => !derived.some(({ text }) => folded(text) === folded(gold)));
  const step = Math.max(1, Math.floor(wrong.length / MISSES_SHOWN));
  return wrong
    .filter((_, i) => i % step === 0)
    .slice(0, MISSES_SHOWN)
    .map(({ source, gold, derived }) => {
      const given = derived.map(({ text, probability }) => `${loose(text)} ${probability.toFixed(2)}`);
      return `- ${source}: attested ${gold}, derived ${given.join(", ")}`;
    });
}

const HEAD = [
  "| names | number | first right | in four | first, folded | in four, folded |",
  "|---|---|---|---|---|---|",
];

export function report(russian: readonly Judged[], ukrainian: readonly Judged[], dataDate: string): string {
  return [
    "# Derived names: how often they are right",
    "",
    `Written by \`tsx data/derivation/fit.ts\` from the records of ${dataDate}. Five-fold cross-validation by distinct name: no name is`,
    "judged by a model that has seen it. ё counts as е. *Folded*: и = ы, э = е, no soft or hard sign, no doubled letter.",
    "The attested names are themselves wrong in places (README.md), so these figures are low rather than high.",
    "",
    "## Russian from Ukrainian (places of Ukraine)",
    "",
    ...HEAD,
    row("all", russian),
    ...ENDINGS.map(([title, pattern]) =>
      row(
        title,
        russian.filter(({ source }) => pattern.test(source)),
      ),
    ),
    row(
      "several words",
      russian.filter(({ source }) => /[ -]/.test(source)),
    ),
    "",
    "## Ukrainian from Russian (places of Russia and Belarus)",
    "",
    ...HEAD,
    row("all", ukrainian),
    "",
    "## Calibration of the first name's probability",
    "",
    "| Russian, probability | names | said | right |",
    "|---|---|---|---|",
    ...calibration(russian),
    "",
    "| Ukrainian, probability | names | said | right |",
    "|---|---|---|---|",
    ...calibration(ukrainian),
    "",
    "## Forty Russian names that none of the four has, even folded",
    "",
    ...misses(russian),
    "",
  ].join("\n");
}
