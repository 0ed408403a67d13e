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

/** The lines of `--help` about exit codes. */
export const EXIT_HELP = `Exit codes:
  0    done; "none" and "ambiguous" are answers too, and so is a reader that closed the pipe
  1    --ndjson: some lines could not be read; each has an {"error":…} in its place
  2    the command, an option or a hint is wrong; nothing was answered
  3    the gazetteer cannot be read, or is refused
  130, 143    ended by Ctrl-C or SIGTERM, after a whole line`;

/** A wrong command line: the message says what was given, what was expected and what to do next. */
export class UsageError extends Error {}

/** A gazetteer file that cannot be read or that the library refuses. */
export class GazetteerFileError extends Error {}
