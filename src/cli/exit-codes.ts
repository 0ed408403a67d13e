/** How the command ends; `--help` prints this table, so it stays true. */
export const EXIT = {
  /** `none` and `ambiguous` are answers too */
  done: 0,
  badLines: 1,
  usage: 2,
  gazetteer: 3,
  /** an input or output file failed */
  file: 4,
} as const;

/** Codes of errors that are no fault of the command line. */
export const FILE_FAULTS: ReadonlySet<string> = new Set(["unreadable-input", "unwritable-output", "missing-library"]);

/** The lines of `--help` about exit codes. */
export const EXIT_HELP = `Exit codes:
  0    done; "none" and "ambiguous" are answers too, and so is a reader that closed the pipe
  1    --ndjson: some lines could not be read; each has an {"error":…} in its place. clean, cluster, dedupe: some rows could not be
       read or asked about; clean gives them the status "error", dedupe no group, cluster no cluster
  2    the command, an option or a hint is wrong; nothing was answered
  3    the gazetteer cannot be read, or is refused
  4    clean, cluster, dedupe: a file cannot be read or written, or a library is missing; clean keeps what is done for --resume
  130, 143    ended by Ctrl-C or SIGTERM, after a whole line`;

/** A wrong command line: the message says what was given, what was expected and what to do next. */
export class UsageError extends Error {}

/** A gazetteer file that cannot be read or that the library refuses. */
export class GazetteerFileError extends Error {}
