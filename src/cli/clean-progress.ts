import { Presets, SingleBar } from "cli-progress";
import type { CleanProgress } from "../clean";

const LINE_EVERY_MS = 5_000;
const MEGABYTE = 1e6;

/** Tells on standard error how far a run is: a bar on a terminal, else a line every five seconds. */
export interface ShownProgress {
  show: (progress: CleanProgress) => void;
  stop: () => void;
}

/** @param quiet nothing is shown */
export function cleanProgress(stderr: NodeJS.WriteStream, quiet = false): ShownProgress {
  if (quiet) return { show: () => {}, stop: () => {} };
  return stderr.isTTY ? bar(stderr) : lines(stderr);
}

function bar(stream: NodeJS.WriteStream): ShownProgress {
  const started = Date.now();
  let shown: SingleBar | undefined;
  return {
    show(progress) {
      const { rows, bytesRead, size } = progress;
      if (shown === undefined) {
        const format =
          size === undefined
            ? "{rows} rows  {rate} rows/s  {megabytes} MB read"
            : "[{bar}] {percentage}%  {rows} rows  {rate} rows/s  {left} left";
        shown = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.legacy);
        shown.start(size ?? 1, 0, words(progress, started));
      }
      shown.update(size === undefined ? 0 : Math.min(bytesRead, size), words({ ...progress, rows }, started));
    },
    stop: () => shown?.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ShownProgress {
  const started = Date.now();
  let told = started;
  return {
    show(progress) {
      if (Date.now() - told < LINE_EVERY_MS) return;
      told = Date.now();
      const { rows, rate, left, percent } = words(progress, started);
      const share = percent === undefined ? "" : `, ${percent} %, ${left} left`;
      stream.write(`allonym: ${rows} rows, ${rate} rows/s${share}\n`);
    },
    stop: () => {},
  };
}

function words({ rows, resumedRows, bytesRead, size }: CleanProgress, started: number) {
  const seconds = Math.max(0.001, (Date.now() - started) / 1000);
  const share = size === undefined || size === 0 ? undefined : Math.min(1, bytesRead / size);
  return {
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
