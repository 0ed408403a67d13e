import { once } from "node:events";
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import type { PeerNames } from "./peer-names";
import { prepareName, prepareOblast } from "./prepare-cell";

/** Numbers of the keys nearest to a prepared name, best first. */
export type Search = (name: string, limit: number) => readonly number[];

/** Makes a search over keys; `numbers` are what it answers for each. */
export type BuildSearch = (keys: readonly string[]) => Search;

/** What a peer's process prints on its last line. */
export interface PeerRun {
  rows: number;
  distinct: number;
  seconds: number;
  cpuSeconds: number;
  buildSeconds: number;
  peakBytes: number;
  /** the whole file was read before the time was over */
  finished: boolean;
}

/** So many answers are looked through for one that lies in the oblast of the row. */
const CANDIDATES = 50;

/**
 * The script that a plain user writes: reads the CSV with csv-parse, asks for each distinct pair of name and oblast once, and writes the
 * rows with an id. Arguments: NAMES.json IN.csv OUT.csv SECONDS afterwards|blocks.
 *
 * `afterwards`: one index of all names, of whose answers the first in the row's oblast counts. `blocks`: an index for each oblast, made when
 * it is first needed. Where the oblast cell is empty or unknown, all names are asked.
 */
export async function runPeerCleaner(build: BuildSearch): Promise<void> {
  const [namesPath, input, output, limit, how] = process.argv.slice(2);
  const names = JSON.parse(readFileSync(namesPath, "utf8")) as PeerNames;
  const { keys, places, ids, oblastOf } = names;
  const started = performance.now();
  const all = build(keys);
  const buildSeconds = (performance.now() - started) / 1000;
  const oblasts = new Map(Object.entries(names.oblasts));
  const blocks = new Map<number, Search>();
  const blockOf = (oblast: number): Search => {
    let block = blocks.get(oblast);
    if (block === undefined) {
      const own = keys.flatMap((_, key) => (places[key].some((place) => oblastOf[place] === oblast) ? [key] : []));
      const search = build(own.map((key) => keys[key]));
      block = (name, most) => search(name, most).map((found) => own[found]);
      blocks.set(oblast, block);
    }
    return block;
  };
  const answer = (name: string, oblastCell: string): string => {
    const prepared = prepareName(name);
    if (prepared === "") return "";
    const oblast = oblasts.get(prepareOblast(oblastCell));
    if (oblast === undefined) {
      const [first] = all(prepared, 1);
      return first === undefined ? "" : ids[places[first][0]];
    }
    const search = how === "blocks" ? blockOf(oblast) : all;
    for (const key of search(prepared, how === "blocks" ? 1 : CANDIDATES)) {
      const inside = places[key].find((place) => oblastOf[place] === oblast);
      if (inside !== undefined) return ids[inside];
    }
    return "";
  };

  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const end = start + Number(limit) * 1000;
  const known = new Map<string, string>();
  const out = stringify();
  const file = createWriteStream(output);
  out.pipe(file);
  let rows = -1;
  let finished = true;
  for await (const cells of createReadStream(input, { highWaterMark: 1 << 20 }).pipe(parse())) {
    const [, name, oblast] = cells as string[];
    let id = "answered_id";
    if (rows >= 0) {
      const pair = `${name}\0${oblast}`;
      const before = known.get(pair);
      if (before === undefined && performance.now() >= end) {
        finished = false;
        break;
      }
      id = before ?? answer(name, oblast);
      known.set(pair, id);
    }
    rows++;
    if (!out.write([...(cells as string[]), id])) await once(out, "drain");
  }
  out.end();
  await once(file, "finish");
  const { user, system } = process.cpuUsage(cpuBefore);
  const run: PeerRun = {
    rows,
    distinct: known.size,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    buildSeconds,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    finished,
  };
  console.log(JSON.stringify(run));
}
