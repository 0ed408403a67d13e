/** A process of its own for one peer written in JavaScript, or reached from it. Started by measure-peers.ts; JSON lines in and out. */
import { readNames } from "../names";
import { peerOf } from "../peers/peers";
import { startPostgres } from "../peers/postgres";
import { type Asker, askerOf, serve, settle } from "./serve";

async function main(key: string, path: string, postgres: string): Promise<void> {
  const names = readNames(path);
  settle();
  const before = process.memoryUsage();
  const started = performance.now();
  let ask: Asker;
  let memory: { memoryBytes: number; memory: string } | undefined;
  const entry = peerOf(key);
  if (entry.kind === "postgres") ({ ask, memory } = await startPostgres(names, entry.variant, JSON.parse(postgres)));
  else if (entry.kind === "node") ask = askerOf(await entry.peer.build(names));
  else throw new Error(`${key} runs in Python`);
  const buildSeconds = (performance.now() - started) / 1000;
  settle();
  const after = process.memoryUsage();
  const heap = after.heapUsed + after.external - before.heapUsed - before.external;
  await serve({ buildSeconds, ...(memory ?? { memoryBytes: heap, memory: "heap" }) }, ask);
}

const [key, path, postgres] = process.argv.slice(2);
main(key, path, postgres).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
