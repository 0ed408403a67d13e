import { median } from "../round";
import { figures, row, share } from "../table";
import { sum } from "./judge";
import type { PeerResults } from "./run-peers";

/**
 * A table of settings by F1 over the mixed load: of what is right among the answered and right among the names meant, the harmonic
 * mean. It punishes answers to unknown words as much as wrong ones, so no peer is pushed to answer everything or nothing.
 */
export function writeSettings({ ran, notRun }: PeerResults): string {
  const lines = [
    row("setting tried", "F1", "exact %", "typo %", "typo wrong %", "unknown answered %", "rows", "queries/s"),
    row("-", "-:", "-:", "-:", "-:", "-:", "-:", "-:"),
  ];
  for (const [key, { mixed, rates }] of ran) {
    const { exact, typo, unknown } = mixed;
    const all = sum([exact, typo, unknown]);
    const f1 = (2 * all.first) / Math.max(1, all.answered + exact.asked + typo.asked);
    lines.push(
      row(
        key,
        f1.toFixed(3),
        share(exact.first, exact.asked),
        share(typo.first, typo.asked),
        share(typo.answered - typo.first, typo.asked),
        share(unknown.answered, unknown.asked),
        all.asked,
        figures(median(rates)),
      ),
    );
  }
  for (const [key, why] of notRun) lines.push(`${key}: ${why}`);
  return lines.join("\n");
}
