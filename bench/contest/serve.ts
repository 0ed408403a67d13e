import { createInterface } from "node:readline";
import type { RankingEngine } from "../peers/engine";
import type { AskReply, AskRequest, Ready } from "./protocol";

export type Asker = (request: AskRequest) => AskReply | Promise<AskReply>;

/** Collects garbage where `--expose-gc` lets us, so that no request pays for the one before. */
export const settle = (): void => (globalThis as { gc?: () => void }).gc?.();

const say = (line: Ready | AskReply): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Asks an engine of this process: a clock around each text, the places of the answers after the clock has stopped. */
export function askerOf(engine: RankingEngine): Asker {
  return ({ texts, options, limit, seconds }) => {
    const found: (readonly number[])[] = [];
    const micros: number[] = [];
    let thrown = 0;
    const start = performance.now();
    const end = start + seconds * 1000;
    let now = start;
    for (let at = 0; at < texts.length && (now < end || at % 3 !== 0); at++) {
      const before = performance.now();
      try {
        found.push(engine.rank(texts[at], typeof limit === "number" ? limit : limit[at], options?.[at] ?? undefined));
      } catch {
        found.push([]);
        thrown++;
      }
      now = performance.now();
      micros.push((now - before) * 1000);
    }
    const answers = found.map((answer) => answer.map((one) => [...engine.placesOf(one)]));
    return { seconds: (now - start) / 1000, micros, answers, thrown };
  };
}

/** Says that the index stands, then answers a line for each line until the input ends. */
export async function serve(ready: Ready, ask: Asker): Promise<void> {
  say(ready);
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as AskRequest;
    settle();
    say(await ask(request));
  }
}
