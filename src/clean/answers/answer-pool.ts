import { fileURLToPath } from "node:url";
import { BatchAnswerer, type BatchAnswers, type BatchSetting } from "./batch-answerer";

/** Where batches of questions are answered. */
export interface AnswerPool {
  readonly threads: number;
  answer(cells: string[]): Promise<BatchAnswers>;
  close(): Promise<void>;
}

/** A worker keeps what it answers with, some 40 MB, and no answers; with less room it clears up what is left over sooner. */
const WORKER_MEGABYTES = 76;
/** What a letter of a decisions file takes as a decision, about. */
const DECISION_BYTES = 10;
/** Batches waiting at a worker, so that it has work while the main thread writes. */
const BATCHES_A_WORKER = 4;

/**
 * Threads that answer; with 0 threads, or where piscina is not installed, the thread that asks answers itself.
 *
 * @throws whatever the setting's decisions throw
 */
export async function openAnswerPool(setting: BatchSetting, threads: number): Promise<AnswerPool> {
  const Piscina = threads > 0 ? (await import("piscina").catch(() => undefined))?.Piscina : undefined;
  if (Piscina === undefined) {
    const answerer = new BatchAnswerer(setting);
    return { threads: 0, answer: async (cells) => answerer.answer(cells), close: async () => {} };
  }
  const megabytes = WORKER_MEGABYTES + Math.ceil(((setting.decisions?.length ?? 0) * DECISION_BYTES) / 1e6);
  const pool = new Piscina<string[], BatchAnswers>({
    filename: fileURLToPath(new URL("./clean-worker.js", import.meta.url)),
    name: "answerBatch",
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: BATCHES_A_WORKER,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 },
    execArgv: [],
    workerData: setting,
  });
  return { threads, answer: (cells) => pool.run(cells), close: () => pool.destroy() };
}
