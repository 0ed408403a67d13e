import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { AllonymError, type Gazetteer } from "../core";
import { ANSWER_COLUMNS } from "./answer-columns";
import { openAnswerPool } from "./answers/answer-pool";
import { type AnsweredBlock, BlockAnswerer } from "./answers/block-answerer";
import type { CleanOptions } from "./clean-options";
import { ByteWriter } from "./output/byte-writer";
import type { RunIdentity } from "./output/journal";
import { openRowOutput } from "./output/open-row-output";
import { type OutputTarget, openPartialOutput } from "./output/partial-output";
import type { RowOutput } from "./output/row-output";
import { streamOutput } from "./output/stream-output";
import { readDecisions } from "./review/decisions";
import { formatOf, inputFormat, isPacked } from "./rows/file-format";
import { type Input, openInput } from "./rows/open-input";
import { openRows } from "./rows/open-rows";
import { QUESTION_PARTS, type QuestionPart, type RowBlock, type RowSource } from "./rows/row-source";
import { type CleanSummary, RowCounters } from "./summary/clean-summary";
import { reviewValues, topUnmatched } from "./summary/frequent-values";

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
 * `missing-library`, `invalid-decisions`, `interrupted`
 */
export async function cleanFile(gazetteer: Gazetteer, options: CleanOptions): Promise<CleanSummary> {
  const { prefix = "place_", decisions } = options;
  if (decisions !== undefined) readDecisions(decisions); // wrong ones are wrong at once
  const input = await openInput(options.input, options.standardInput ?? process.stdin, options.signal);
  try {
    const format = inputFormat(options.input, input.head, options.format);
    const outputFormat = options.outputFormat ?? formatOf(options.output) ?? format;
    const rows = await openRows(input, format, outputFormat, options);
    const clash = ANSWER_COLUMNS.find((column) => rows.columns.includes(prefix + column));
    if (clash !== undefined) {
      throw new AllonymError(
        "column-exists",
        `the table has a column ${prefix}${clash} already; give --prefix another beginning for the new columns`,
      );
    }
    const output = await openRowOutput(rows, format, outputFormat, prefix);
    const target = await openTarget(gazetteer, options, input.fingerprint, output.resumable);
    const counters = new RowCounters(target.resumed?.counters);
    await cleanRows(gazetteer, { input, rows, output, target, counters }, options);
    const parts = partsOf(options);
    const known = { gazetteer, parts, questionOf: (key: string) => rows.questionOfKey(key) };
    return {
      ...counters.summary(),
      topUnmatched: topUnmatched(counters, known),
      review: options.review === undefined ? [] : reviewValues(counters, known, options.review),
    };
  } finally {
    input.close();
  }
}

/** What a run works with. */
interface CleanRun {
  input: Input;
  rows: RowSource;
  output: RowOutput;
  target: OutputTarget;
  counters: RowCounters;
}

/** Answers all rows and finishes the output, or keeps what is done. */
async function cleanRows(gazetteer: Gazetteer, run: CleanRun, options: CleanOptions): Promise<void> {
  const { input, rows, output, target, counters } = run;
  const { ambiguous = "empty", decisions, signal, keepEvery = 2 } = options;
  const threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const shared = new SharedArrayBuffer(gazetteer.byteLength);
  new Uint8Array(shared).set(gazetteer.bytes.subarray(0, gazetteer.byteLength));
  const setting = { gazetteer: shared, parts: partsOf(options), ambiguous, form: output.form, decisions };
  const pool = await openAnswerPool(setting, threads);
  const answerer = new BlockAnswerer(pool, counters, output.form);
  const writers = [new ByteWriter(), new ByteWriter()];
  const resumedRows = target.resumed?.rows ?? 0;
  let done = 0;
  let kept = Date.now();

  const write = async (fill: (out: ByteWriter) => void | Promise<void>): Promise<void> => {
    const out = writers.reverse()[0];
    out.clear();
    await fill(out);
    await target.write(out.bytes);
  };
  const finishBlock = async ({ block, answers }: AnsweredBlock<RowBlock>): Promise<void> => {
    await write((out) => output.block(block, answers, out));
    for (let row = 0; row < block.rows; row++) counters.answered(answers[row].outcome, block, row);
    done += block.rows;
    const bytesRead = rows.bytesRead?.() ?? input.bytesRead();
    options.onProgress?.({ rows: done, resumedRows, bytesRead, size: input.size });
    if (!signal?.aborted && Date.now() - kept < 1_000 * keepEvery) return;
    await target.keep(done, counters.state());
    kept = Date.now();
    if (signal?.aborted) throw stopped();
  };
  const stopped = (): AllonymError => {
    const rows = Math.max(done, resumedRows);
    return interrupted(rows, rows > 0 && output.resumable && options.output !== "-");
  };
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
    const blocks = rows.blocks();
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
    await target.finish();
  } catch (error) {
    if (done > resumedRows) await target.keep(done, counters.state()).catch(() => {}); // the caller must know the first error
    await target.abandon();
    throw signal?.aborted ? stopped() : error;
  } finally {
    await pool.close();
  }
}

const partsOf = ({ columns }: CleanOptions): QuestionPart[] =>
  QUESTION_PARTS.filter((part) => columns[part] !== undefined);

function interrupted(rows: number, resumable: boolean): AllonymError {
  const next = resumable ? "the same command with --resume goes on from there" : "begin again";
  return new AllonymError("interrupted", `stopped after ${rows} rows; ${next}`);
}

async function openTarget(
  gazetteer: Gazetteer,
  options: CleanOptions,
  fingerprint: string,
  resumable: boolean,
): Promise<OutputTarget> {
  const { output, resume = false, force = false } = options;
  const gzip = isPacked(output);
  if (gzip && !resumable) {
    throw new AllonymError(
      "invalid-option",
      `${output}: Parquet is packed in itself; give a name that ends in .parquet`,
    );
  }
  if (output === "-") {
    if (resume) throw new AllonymError("cannot-resume", "standard output cannot be resumed; give a file with -o");
    return streamOutput(options.standardOutput ?? process.stdout, { gzip });
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
  return openPartialOutput(output, { gzip: gzip && resumable, resume, force, identity, resumable });
}

const hashOf = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex").slice(0, 32);
