/** A process of its own for one engine, so that no engine pays for the heap and the compiled code of another. Started by run.ts. */
import { namesThatStandAlone, readNames } from "./names";
import { EXACT, MIXED } from "./peers/all";
import type { Built, RoundRequest, RoundResult, Tally } from "./round";
import { mixedLoad, type Query } from "./workload";

/** A flat copy of a string whose hash nobody has computed yet, in one byte a unit where that is enough. */
function freshCopy(text: string): string {
  let highest = 0;
  for (let at = 0; at < text.length; at++) highest = Math.max(highest, text.charCodeAt(at));
  const encoding = highest < 0x100 ? "latin1" : "utf16le";
  return Buffer.from(text, encoding).toString(encoding);
}

const settle = (): void => (globalThis as { gc?: () => void }).gc?.();

async function main(engineKey: string, path: string, rows: number, seed: number): Promise<void> {
  const names = readNames(path);
  const asked = namesThatStandAlone(names);
  const load: Query[] = mixedLoad(asked, rows, seed);
  const exact: Query[] = load.filter(({ kind }) => kind === "exact");
  const placesOfTarget = (query: Query): readonly number[] => (query.target < 0 ? [] : asked.places[query.target]);
  settle();
  const before = process.memoryUsage();
  const started = performance.now();
  const engine = await (EXACT[engineKey] ?? MIXED[engineKey]).build(names);
  const built = performance.now();
  settle();
  const after = process.memoryUsage();
  const answer: Built = {
    names: names.texts.length,
    buildSeconds: (built - started) / 1000,
    heapBytes: after.heapUsed + after.external - before.heapUsed - before.external,
  };
  process.send?.(answer);

  const round = ({ mode, from, count }: RoundRequest): RoundResult => {
    const pool = mode === "mixed" ? load : exact;
    const queries = Array.from({ length: count }, (_, at) => pool[(from + at) % pool.length]);
    const texts = queries.map(({ text }) => (mode === "exact-cached" ? text : freshCopy(text)));
    const answers = new Int32Array(count);
    const micros = mode === "mixed" ? new Float64Array(count) : undefined;
    settle();
    const start = performance.now();
    for (let at = 0; at < count; at++) answers[at] = engine.ask(texts[at]);
    const seconds = (performance.now() - start) / 1000;
    const tallies: Record<Query["kind"], Tally> = {
      exact: { asked: 0, answered: 0, right: 0 },
      typo: { asked: 0, answered: 0, right: 0 },
      unknown: { asked: 0, answered: 0, right: 0 },
    };
    queries.forEach((query, at) => {
      const tally = tallies[query.kind];
      tally.asked++;
      if (answers[at] < 0) return;
      tally.answered++;
      const wanted = placesOfTarget(query);
      if (engine.placesOf(answers[at]).some((place) => wanted.includes(place))) tally.right++;
    });
    if (micros) {
      // Once more with a clock around each query: the clock costs some 50 ns, which would distort the first pass.
      for (let at = 0; at < count; at++) {
        const one = performance.now();
        engine.ask(texts[at]);
        micros[at] = (performance.now() - one) * 1000;
      }
      micros.sort();
    }
    return {
      seconds,
      tallies,
      p50: micros ? micros[Math.floor(count * 0.5)] : 0,
      p99: micros ? micros[Math.floor(count * 0.99)] : 0,
    };
  };

  process.on("message", (request: RoundRequest | "end") => {
    if (request === "end") process.disconnect();
    else process.send?.(round(request));
  });
}

const [engineKey, path, rows, seed] = process.argv.slice(2);
main(engineKey, path, Number(rows), Number(seed)).catch((error) => {
  console.error(error);
  process.exit(1);
});
