/** A process of its own for one size of gazetteer: the file and nothing else is in its heap. Started by measure-growth.ts. */
import { readFileSync } from "node:fs";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { decide } from "../../src/resolve/decide";
import { resolve } from "../../src/resolve/resolve";
import { askerOf, serve } from "../contest/serve";
import { ranking } from "../peers/engine";

async function main(path: string, how: string): Promise<void> {
  const started = performance.now();
  const gazetteer = Gazetteer.from(readFileSync(path));
  const buildSeconds = (performance.now() - started) / 1000;
  // Whether there is an answer is all that is looked at: the first one, without its place.
  const answered = [0];
  const nothing: number[] = [];
  const rank =
    how === "decide"
      ? (query: string) => (decide(gazetteer, query, {}).status === "none" ? nothing : answered)
      : (query: string) => (resolve(gazetteer, query).status === "none" ? nothing : answered);
  await serve({ buildSeconds, memoryBytes: 0, memory: "" }, askerOf(ranking(rank, () => [])));
}

const [path, how] = process.argv.slice(2);
main(path, how).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
