import type { RowBlock, RowFault } from "../rows/row-source";
import type { AnswerPool } from "./answer-pool";
import { type AnswerForm, type EncodedAnswer, encodeAnswer } from "./encode-answer";
import { GenerationCache } from "./generation-cache";
import { errorAnswer } from "./question-answerer";

/** Questions in one message to a worker: some 10 ms of work. */
const BATCH = 256;
/** Memory for answers that may be asked for again. */
const CACHE_BYTES = 40 * 1024 * 1024;

/** What an entry of a map costs beside its texts, in bytes. */
const ENTRY_BYTES = 150;
/** The length of most answers; for those that are on their way. */
const USUAL_BYTES = 250;

/** A block with an answer for each row. */
export interface AnsweredBlock<Block extends RowBlock> {
  block: Block;
  answers: EncodedAnswer[];
}

/** Finds the answers to the rows of blocks: in the cache, on their way, or by asking the pool. */
export class BlockAnswerer {
  readonly #pool: AnswerPool;
  readonly #asked: (key: string) => void;
  readonly #form: AnswerForm;
  readonly #cache = new GenerationCache<EncodedAnswer>(CACHE_BYTES, bytesOf);
  readonly #outcomes = new Map<string, string>();
  readonly #faults = new Map<string, EncodedAnswer>();
  /** answers of the block before: a block is ready after it, since it may wait for the same questions */
  #before: Promise<unknown> = Promise.resolve();

  /** @param asked is called with the keys of all questions, at times more than once for one that is asked again */
  constructor(pool: AnswerPool, form: AnswerForm, asked: (key: string) => void) {
    this.#pool = pool;
    this.#asked = asked;
    this.#form = form;
  }

  async answer<Block extends RowBlock>(block: Block): Promise<AnsweredBlock<Block>> {
    const answers: EncodedAnswer[] = new Array(block.rows);
    const asked: Promise<void>[] = [];
    let cells: string[] = [];
    let waiting: EncodedAnswer[] = [];
    const send = (): void => {
      if (waiting.length > 0) asked.push(this.#ask(cells, waiting));
      cells = [];
      waiting = [];
    };
    for (let row = 0; row < block.rows; row++) {
      const fault = block.faultOf(row);
      if (fault !== undefined) {
        answers[row] = this.#faultAnswer(fault);
        continue;
      }
      const key = block.keyOf(row);
      let answer = this.#cache.get(key);
      if (answer === undefined) {
        answer = { suffix: undefined, outcome: "" };
        this.#cache.set(key, answer);
        this.#asked(key);
        cells.push(...block.questionOf(row));
        waiting.push(answer);
        if (waiting.length === BATCH) send();
      }
      answers[row] = answer;
    }
    send();
    const all = Promise.all([this.#before, ...asked]);
    this.#before = all.then(
      () => {}, // not what it holds, which would hold what was before, and so on
      () => {},
    );
    await all;
    return { block, answers };
  }

  /** Passes over rows that an earlier run has answered; their questions were asked all the same. */
  skip(block: RowBlock): void {
    for (let row = 0; row < block.rows; row++) {
      if (block.faultOf(row) === undefined) this.#asked(block.keyOf(row));
    }
  }

  async #ask(cells: string[], waiting: readonly EncodedAnswer[]): Promise<void> {
    const { bytes, lengths, outcomes } = await this.#pool.answer(cells);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (let question = 0; question < waiting.length; question++) {
      const answer = waiting[question];
      answer.suffix = text.toString("latin1", at, (at += lengths[question]));
      answer.outcome = this.#outcome(outcomes[question]);
    }
  }

  /** One string for all answers with the same outcome; each message brings strings of its own. */
  #outcome(outcome: string): string {
    const known = this.#outcomes.get(outcome);
    if (known === undefined) this.#outcomes.set(outcome, outcome);
    return known ?? outcome;
  }

  #faultAnswer({ code, message }: RowFault): EncodedAnswer {
    let answer = this.#faults.get(message);
    if (answer === undefined) {
      const { cells, outcome } = errorAnswer(code, message);
      answer = { suffix: Buffer.from(encodeAnswer(cells, this.#form)).toString("latin1"), outcome };
      if (this.#faults.size < 1_000) this.#faults.set(message, answer);
    }
    return answer;
  }
}

/** Memory that an answer takes in the cache, about. */
function bytesOf({ suffix }: EncodedAnswer, key: string): number {
  return ENTRY_BYTES + key.length + (suffix?.length ?? USUAL_BYTES);
}
