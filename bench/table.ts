import { cpus, loadavg } from "node:os";

/** Three significant figures: the machine gives no more. */
export function figures(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 1000) return Math.round(Number(value.toPrecision(3))).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

/** One row of a Markdown table. */
export const row = (...cells: (string | number)[]): string => `| ${cells.join(" | ")} |`;

export const megabytes = (bytes: number): string => figures(bytes / 1e6);

/** Share in percent, or a dash of nothing asked. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : figures(Number(((100 * part) / whole).toFixed(1)));

/** The machine and Node, as every record begins. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpu.model.trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; Node ${process.version}, ${process.platform} ${process.arch}.`;
}

/** What was measured against what was wanted. */
export interface Requirement {
  what: string;
  got: string;
  wanted: string;
  /** undefined: not measured */
  holds: boolean | undefined;
}

export const requirementTable = (requirements: readonly Requirement[]): string[] => [
  row("what", "measured", "wanted", "holds"),
  row("-", "-", "-", "-"),
  ...requirements.map(({ what, got, wanted, holds }) =>
    row(what, got, wanted, holds === undefined ? "–" : holds ? "yes" : "**no**"),
  ),
];
