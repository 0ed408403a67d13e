import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { AllonymError, type Gazetteer } from "../core";
import { ANSWER_COLUMNS } from "./answer-columns";
import { openAnswerPool } from "./answers/answer-pool";
import { type AnsweredBlock, BlockAnswerer } from "./answers/block-answerer";
import type { CleanOptions } from "./clean-options";
import { ByteWriter } from "./output/byte-writer";
import type { RunIdentity } from "./output/journal";
import { openOutput } from "./output/open-output";
import { openRowOutput } from "./output/open-row-output";
import type { OutputTarget } from "./output/output-target";
import type { RowOutput } from "./output/row-output";
import { readDecisions } from "./review/decisions";
import { formatOf, isPacked } from "./rows/file-format";
import { type OpenTable, openTable } from "./rows/open-table";
import { partsOf, type RowBlock } from "./rows/row-source";
import type { CleanSummary } from "./summary/clean-summary";
import { reviewValues, topUnmatched } from "./summary/frequent-values";
import { RowCounters } from "./summary/row-counters";

/** Blocks that are read, answered or waiting to be written at one time. */
const BLOCKS_UNDER_WAY = 4;
const MOST_THREADS = 4;

/**
 * Cleans a column of a file: every row stays as it is, in its place, and gets the cells of an answer. Memory stays flat whatever the size;
 * a question that repeats is answered once. The output has its name only when it is whole; see `openPartialOutput`.
 *
 * The trap: the summary counts rows that could not be read or asked about as `errors`. They are in the output, marked, and nothing is thrown.
 *
 * @throws AllonymError `unknown-column`, `column-exists`, `unreadable-input`, `unwritable-output`, `output-exists`, `cannot-resume`,
 * `missing-library`, `invalid-decisions`, `invalid-option`, `interrupted`
 */
export async function cleanFile(gazetteer: Gazetteer, options: CleanOptions): Promise<CleanSummary> {
  const { prefix = "place_", decisions, columns, review } = options;
  if (decisions !== undefined) readDecisions(decisions); // wrong ones are wrong at once
  const asked = options.outputFormat ?? formatOf(options.output);
  const table = await openTable(options, asked);
  try {
    const { rows, format, input } = table;
    const clash = ANSWER_COLUMNS.find((column) => rows.columns.includes(prefix + column));
    if (clash !== undefined) {
      throw new AllonymError(
        "column-exists",
        `the table has a column ${prefix}${clash} already; give --prefix another beginning for the new columns`,
      );
    }
    const output = await openRowOutput(rows, format, asked ?? format, prefix);
    const target = await openTarget(gazetteer, options, input.fingerprint, output.resumable);
    const { whole, resumed } = target;
    if (options.resume) {
      const found = whole !== undefined ? "whole" : resumed !== undefined ? "part" : "nothing";
      options.onResume?.({ found, rows: (whole ?? resumed)?.rows ?? 0 });
    }
    const counters = new RowCounters((whole ?? resumed)?.counters);
    if (whole === undefined) await answerRows(gazetteer, { table, output, target, counters }, options);
    const known = { gazetteer, parts: partsOf(columns), questionOf: (key: string) => rows.questionOfKey(key) };
    return {
      ...counters.summary(whole?.counters.distinct),
      topUnmatched: topUnmatched(counters, known),
      review: review === undefined ? [] : reviewValues(counters, known, review),
    };
  } finally {
    table.input.close();
  }
}

/** What a run works with. */
interface CleanRun {
  table: OpenTable;
  output: RowOutput;
  target: OutputTarget;
  counters: RowCounters;
}

/** Answers all rows and finishes the output, or keeps what is done. */
async function answerRows(gazetteer: Gazetteer, run: CleanRun, options: CleanOptions): Promise<void> {
  const { table, output, target, counters } = run;
  const { ambiguous = "empty", decisions, signal, keepEvery = 2 } = options;
  const threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const shared = new SharedArrayBuffer(gazetteer.byteLength);
  new Uint8Array(shared).set(gazetteer.bytes.subarray(0, gazetteer.byteLength));
  const setting = { gazetteer: shared, parts: partsOf(options.columns), ambiguous, form: output.form, decisions };
  const pool = await openAnswerPool(setting, threads);
  const answerer = new BlockAnswerer(pool, output.form, (key) => counters.asked(key));
  const writers = [new ByteWriter(), new ByteWriter()];
  const resumedRows = target.resumed?.rows ?? 0;
  let done = 0;
  let kept = Number.NEGATIVE_INFINITY; // the first block is kept, whatever its time

  const write = async (fill: (out: ByteWriter) => void | Promise<void>): Promise<void> => {
    const out = writers.reverse()[0];
    out.clear();
    await fill(out);
    await target.write(out.bytes);
  };
  const keep = (): Promise<void> => target.keep({ rows: done, counters: counters.state() });
  const finishBlock = async ({ block, answers }: AnsweredBlock<RowBlock>): Promise<void> => {
    await write((out) => output.block(block, answers, out));
    for (let row = 0; row < block.rows; row++) counters.answered(answers[row].outcome, block, row);
    done += block.rows;
    options.onProgress?.({ rows: done, resumedRows, bytesRead: table.bytesRead(), size: table.input.size });
    if (!signal?.aborted && Date.now() - kept < 1_000 * keepEvery) return;
    await keep();
    kept = Date.now();
    if (signal?.aborted) throw stopped();
  };
  const stopped = (): AllonymError => interrupted(Math.max(done, resumedRows), target.resumable);
  // A stop must not wait for input that does not come, or for answers that take long. No Promise.race: a promise of the stop that is never
  // settled would hold on to every block that has raced with it.
  let stop: ((error: AllonymError) => void) | undefined;
  signal?.addEventListener("abort", () => stop?.(stopped()));
  const unlessStopped = <Value>(wanted: Promise<Value>): Promise<Value> =>
    new Promise((done, fail) => {
      stop = fail;
      wanted.then(done, fail);
    });

  try {
    if (target.resumed === undefined) await write((out) => output.head(out));
    const underWay: Promise<AnsweredBlock<RowBlock>>[] = [];
    const blocks = table.rows.blocks();
    for (;;) {
      const { value: block, done: end } = await unlessStopped(blocks.next());
      if (signal?.aborted) throw stopped();
      if (end) break;
      if (done < resumedRows) {
        answerer.skip(block);
        done += block.rows;
        continue;
      }
      const answered = answerer.answer(block);
      answered.catch(() => {}); // it is told in its turn
      underWay.push(answered);
      if (underWay.length >= BLOCKS_UNDER_WAY) {
        await finishBlock(await unlessStopped(underWay.shift()!));
      }
    }
    for (const block of underWay) await finishBlock(await unlessStopped(block));
    await write((out) => output.end(out));
    await target.finish({ rows: done, counters: counters.state() });
  } catch (error) {
    if (done > resumedRows) await keep().catch(() => {}); // the caller must know the first error
    await target.abandon();
    throw signal?.aborted ? stopped() : error;
  } finally {
    await pool.close();
  }
}

function interrupted(rows: number, resumable: boolean): AllonymError {
  const next = resumable && rows > 0 ? "the same command with --resume goes on from there" : "begin again";
  return new AllonymError("interrupted", `stopped after ${rows} rows; ${next}`);
}

async function openTarget(
  gazetteer: Gazetteer,
  options: CleanOptions,
  fingerprint: string,
  resumable: boolean,
): Promise<OutputTarget> {
  const { output, resume = false, force = false, standardOutput } = options;
  const gzip = isPacked(output);
  if (gzip && !resumable) {
    throw new AllonymError(
      "invalid-option",
      `${output}: Parquet is packed in itself; give a name that ends in .parquet`,
    );
  }
  if (resume && options.input === "-") {
    throw new AllonymError("cannot-resume", "standard input cannot be read again; give a file to resume");
  }
  const { columns, format, outputFormat, encoding, delimiter, quote, prefix, ambiguous, decisions } = options;
  const identity: RunIdentity = {
    input: fingerprint,
    options: hashOf(
      JSON.stringify([columns, format, outputFormat, encoding, delimiter, quote, prefix, ambiguous, decisions]),
    ),
    gazetteer: `${gazetteer.dataDate} ${hashOf(gazetteer.bytes)}`,
  };
  const to = standardOutput === undefined ? {} : { standardOutput };
  return openOutput(output, { gzip, resume, force, identity, resumable, ...to });
}

const hashOf = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex").slice(0, 32);
