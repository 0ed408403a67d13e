import { Presets, SingleBar } from "cli-progress";
import type { ReadProgress } from "../clean";

const LINE_EVERY_MS = 5_000;
const MEGABYTE = 1e6;

/** Tells on standard error how far a run is: a bar on a terminal, else a line every five seconds. */
export interface ShownProgress {
  show: (progress: ReadProgress) => void;
  stop: () => void;
}

/** @param quiet nothing is shown */
export function readProgress(stderr: NodeJS.WriteStream, quiet = false): ShownProgress {
  if (quiet) return { show: () => {}, stop: () => {} };
  return stderr.isTTY ? bar(stderr) : lines(stderr);
}

function bar(stream: NodeJS.WriteStream): ShownProgress {
  const startOf = stepClock();
  let shown: SingleBar | undefined;
  let step: string | undefined;
  return {
    show(progress) {
      const { bytesRead, size } = progress;
      const started = startOf(progress.step);
      if (shown === undefined || step !== progress.step) {
        shown?.stop();
        step = progress.step;
        const format = formatOf(progress);
        shown = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.legacy);
        shown.start(size ?? 1, 0, words(progress, started));
      }
      shown.update(size === undefined ? 0 : Math.min(bytesRead, size), words(progress, started));
    },
    stop: () => shown?.stop(),
  };
}

/** When a step began: a step is told after its first block, so it began when the one before was told last. */
function stepClock(): (step: string | undefined) => number {
  let started = Date.now();
  let last = started;
  let known: string | undefined;
  return (step) => {
    if (known !== undefined && step !== known) started = last;
    known = step;
    last = Date.now();
    return started;
  };
}

function formatOf({ bytesRead, size }: ReadProgress): string {
  if (bytesRead === 0) return "{step}{rows} rows";
  if (size === undefined) return "{step}{rows} rows  {rate} rows/s  {megabytes} MB read";
  return "{step}[{bar}] {percentage}%  {rows} rows  {rate} rows/s  {left} left";
}

function lines(stream: NodeJS.WriteStream): ShownProgress {
  const startOf = stepClock();
  let told = Date.now();
  return {
    show(progress) {
      const started = startOf(progress.step);
      if (Date.now() - told < LINE_EVERY_MS) return;
      told = Date.now();
      const { step, rows, rate, left, percent } = words(progress, started);
      const speed = progress.bytesRead === 0 ? "" : `, ${rate} rows/s`;
      const share = percent === undefined ? "" : `, ${percent} %, ${left} left`;
      stream.write(`allonym: ${step}${rows} rows${speed}${share}\n`);
    },
    stop: () => {},
  };
}

function words({ step, rows, resumedRows, bytesRead, size }: ReadProgress, started: number) {
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const share = size === undefined || size === 0 || bytesRead === 0 ? undefined : Math.min(1, bytesRead / size);
  return {
    step: step === undefined ? "" : `${step}: `,
    rows: rows.toLocaleString("en"),
    rate: Math.round((rows - resumedRows) / seconds).toLocaleString("en"),
    megabytes: (bytesRead / MEGABYTE).toFixed(1),
    percent: share === undefined ? undefined : Math.floor(share * 100),
    left: share === undefined || share === 0 ? "?" : duration((seconds / share) * (1 - share)),
  };
}

/** `8 s`, `4 min 10 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
