import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { AllonymError, type Gazetteer } from "../core";
import { ANSWER_COLUMNS } from "./answer-columns";
import { openAnswerPool } from "./answer-pool";
import { BlockAnswerer } from "./block-answerer";
import { ByteWriter } from "./byte-writer";
import type { CleanOptions } from "./clean-options";
import { type CleanSummary, RowCounters } from "./clean-summary";
import { formatOf, inputFormat, isPacked } from "./file-format";
import { reviewValues, topUnmatched } from "./frequent-values";
import type { RunIdentity } from "./journal";
import { openInput } from "./open-input";
import { openRowOutput } from "./open-row-output";
import { openRows } from "./open-rows";
import { type OutputTarget, openPartialOutput } from "./partial-output";
import { QUESTION_PARTS, type RowBlock } from "./row-source";
import { streamOutput } from "./stream-output";

/** Blocks that are read, answered or waiting to be written at one time. */
const BLOCKS_UNDER_WAY = 4;
/** The journal is written after so long, in milliseconds: what a kill costs at most. */
const KEEP_EVERY = 2_000;
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
  const { prefix = "place_", ambiguous = "empty", decisions, signal } = options;
  const threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const input = await openInput(options.input, options.standardInput ?? process.stdin);
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
  const { resumed } = target;
  const shared = new SharedArrayBuffer(gazetteer.byteLength);
  new Uint8Array(shared).set(gazetteer.bytes.subarray(0, gazetteer.byteLength));
  const parts = QUESTION_PARTS.filter((part) => options.columns[part] !== undefined);
  const pool = await openAnswerPool({ gazetteer: shared, parts, ambiguous, form: output.form, decisions }, threads);
  const counters = new RowCounters(resumed?.counters);
  const answerer = new BlockAnswerer(pool, counters, output.form);
  const writers = [new ByteWriter(), new ByteWriter()];
  let done = 0;
  let kept = Date.now();
  const skip = resumed?.rows ?? 0;

  const write = async (fill: (out: ByteWriter) => void | Promise<void>): Promise<void> => {
    const out = writers.reverse()[0];
    out.clear();
    await fill(out);
    await target.write(out.bytes);
  };
  const finishBlock = async ({ block, answers, keys }: Awaited<ReturnType<BlockAnswerer["answer"]>>): Promise<void> => {
    await write((out) => output.block(block, answers, out));
    for (let row = 0; row < block.rows; row++) counters.answered(keys[row], answers[row].outcome);
    done += block.rows;
    options.onProgress?.({
      rows: done,
      resumedRows: skip,
      bytesRead: rows.bytesRead?.() ?? input.bytesRead(),
      size: input.size,
    });
    if (Date.now() - kept < KEEP_EVERY && !signal?.aborted) return;
    await target.keep(done, counters.state());
    kept = Date.now();
    if (signal?.aborted) {
      throw new AllonymError(
        "interrupted",
        `stopped after ${done} rows; the same command with --resume goes on from there`,
      );
    }
  };

  try {
    if (resumed === undefined) await write((out) => output.head(out));
    const underWay: ReturnType<BlockAnswerer["answer"]>[] = [];
    for await (const block of rows.blocks() as AsyncIterable<RowBlock>) {
      if (done < skip) {
        answerer.skip(block);
        done += block.rows;
        continue;
      }
      const answered = answerer.answer(block);
      answered.catch(() => {}); // it is told in its turn
      underWay.push(answered);
      if (underWay.length >= BLOCKS_UNDER_WAY) await finishBlock(await underWay.shift()!);
    }
    for (const block of underWay) await finishBlock(await block);
    await write((out) => output.end(out));
    await target.finish();
  } catch (error) {
    if (done > skip) await target.keep(done, counters.state()).catch(() => {}); // the error itself is what the caller must know
    await target.abandon();
    throw error;
  } finally {
    await pool.close();
  }
  const known = { gazetteer, parts, questionOf: (key: string) => rows.questionOfKey(key) };
  return {
    ...counters.summary(),
    topUnmatched: topUnmatched(counters, known),
    review: options.review === undefined ? [] : reviewValues(counters, known, options.review),
  };
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
