/**
 * Stable names of everything that can go wrong. A code never changes its meaning; messages may.
 *
 * - `invalid-name`: the name to look up is not a string
 * - `invalid-text`: the text to annotate is not a string
 * - `invalid-option`: an option has the wrong type or lies out of range (a NaN coordinate, a limit of -1)
 * - `unknown-within`: no unit of the gazetteer answers to the `within` that was given
 * - `no-such-match`: a verdict has no match of this number
 * - `unknown-system`: no romanization system has this id
 * - `not-a-gazetteer`: the bytes do not begin as a gazetteer file does
 * - `format-version`, `fold-version`: the file was made by another version of the library
 * - `truncated`: the file is shorter than its header says
 * - `checksum`: the bytes were changed after the file was written
 * - `invalid-record`: a record handed to `compile` breaks the data rules
 * - `invalid-line`: a line of input is not a JSON object with what the command needs
 * - `invalid-decisions`: a line of a decisions file is not a name, a unit and an id
 * - `unknown-column`: the table has no column of this name
 * - `column-exists`: the table has a column of the name that an answer would get
 * - `unreadable-input`: the input is missing, a directory, cut off, damaged or not of its format
 * - `unwritable-output`: the output cannot be written: a full disk, no permission
 * - `output-exists`: the output file is there already
 * - `cannot-resume`: there is nothing to resume, or input, options or gazetteer are not those of the run that was broken off
 * - `missing-library`: an optional dependency that this format needs is not installed
 * - `interrupted`: the caller stopped the run; what was done is kept for resuming
 */
export type ErrorCode =
  | "invalid-name"
  | "invalid-text"
  | "invalid-option"
  | "unknown-within"
  | "no-such-match"
  | "unknown-system"
  | "not-a-gazetteer"
  | "format-version"
  | "fold-version"
  | "truncated"
  | "checksum"
  | "invalid-record"
  | "invalid-line"
  | "unknown-column"
  | "column-exists"
  | "unreadable-input"
  | "unwritable-output"
  | "output-exists"
  | "cannot-resume"
  | "missing-library"
  | "interrupted"
  | "invalid-decisions";

/**
 * The only error this library throws on purpose: misuse or a bad file. No answer is never an error.
 *
 * Test `error.code`, not `instanceof`: an application that loads both the ESM and the CommonJS build holds two classes.
 *
 * @example
 * try { resolve("Kharkiv", { within: "Atlantis" }) } catch (error) { error.code } // "unknown-within"
 */
export class AllonymError extends Error {
  /** One of {@link ErrorCode}; stable between versions. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(`allonym: ${message}`);
    this.name = "AllonymError";
    this.code = code;
  }
}
