import { workerData } from "node:worker_threads";
import { BatchAnswerer, type BatchAnswers, type BatchSetting } from "./batch-answerer";

// piscina hands over [its own data, ours].
const setting = (Array.isArray(workerData) ? workerData[1] : workerData) as BatchSetting;
const answerer = new BatchAnswerer(setting);

/** The task of the pool: a batch of questions in, their answers out. */
export function answerBatch(cells: string[]): BatchAnswers {
  return answerer.answer(cells);
}
