import { readFileSync } from "node:fs";
import { type CleanOptions, ENCODINGS, type Encoding, FORMATS, type Format } from "../clean";
import { UsageError } from "./exit-codes";

/** Options of `allonym clean` as commander hands them over. */
export interface CleanFlags {
  column: string;
  output?: string;
  within?: string;
  lat?: string;
  lon?: string;
  country?: string;
  date?: string;
  prefix?: string;
  ambiguous?: string;
  decisions?: string;
  review?: string;
  format?: string;
  outputFormat?: string;
  encoding?: string;
  delimiter?: string;
  quote?: string;
  threads?: string;
  keepEvery?: string;
  resume?: true;
  force?: true;
  quiet?: true;
  gazetteer?: string;
}

/**
 * The options of the command line as options of the library.
 *
 * @throws UsageError for what cannot be meant
 */
export function parseCleanFlags(input: string, flags: CleanFlags): CleanOptions {
  const { column, within, lat, lon, country, date, output = "-" } = flags;
  if ((lat === undefined) !== (lon === undefined)) {
    throw new UsageError(`--${lat === undefined ? "lon" : "lat"} was given alone; give --lat and --lon together`);
  }
  const columns = { name: column, ...given({ within, lat, lon, country, date }) };
  const { resume = false, force = false } = flags;
  return {
    input,
    output,
    columns,
    resume,
    force,
    ...given({
      format: oneOf<Format>("--format", flags.format, FORMATS),
      outputFormat: oneOf<Format>("--output-format", flags.outputFormat, FORMATS),
      encoding: oneOf<Encoding>("--encoding", aliased(flags.encoding), ENCODINGS),
      ambiguous: oneOf("--ambiguous", flags.ambiguous, ["empty", "likeliest"] as const),
      delimiter: delimiterOf(flags.delimiter),
      quote: quoteOf(flags.quote),
      prefix: flags.prefix,
      decisions: flags.decisions === undefined ? undefined : textOf(flags.decisions),
      threads: threadsOf(flags.threads),
      keepEvery: secondsOf(flags.keepEvery),
    }),
  };
}

/** Only what was given: an option that is `undefined` is not one that was left out. */
function given<Options extends object>(
  options: Options,
): { [Name in keyof Options]?: Exclude<Options[Name], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

function oneOf<Word extends string>(
  option: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined || (words as readonly string[]).includes(text)) return text as Word | undefined;
  throw new UsageError(`${option} is "${text}", expected one of ${words.join(", ")}`);
}

/** Names that people and programs write for the same encodings. */
const ENCODING_ALIASES: Record<string, Encoding> = {
  utf8: "utf-8",
  cp1251: "windows-1251",
  "cp-1251": "windows-1251",
  win1251: "windows-1251",
  "utf-16": "utf-16le",
};

function aliased(encoding: string | undefined): string | undefined {
  const name = encoding?.toLowerCase();
  return name === undefined ? undefined : (ENCODING_ALIASES[name] ?? name);
}

function delimiterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const character = text === "tab" || text === "\\t" ? "\t" : text;
  if (!isOneByte(character) || character === '"') {
    throw new UsageError(`--delimiter is "${text}", expected one ASCII character such as ";", or tab`);
  }
  return character;
}

function quoteOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text === "none" || text === "") return "";
  if (!isOneByte(text)) throw new UsageError(`--quote is "${text}", expected one ASCII character such as ', or none`);
  return text;
}

const isOneByte = (text: string): boolean => /^[\t\x20-\x7e]$/u.test(text);

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threads = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(threads))
    throw new UsageError(`--threads is "${text}", expected a whole number such as 2, or 0 for none`);
  return threads;
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) throw new UsageError(`--keep-every is "${text}", expected seconds such as 2 or 0.5`);
  return seconds;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new UsageError(
      `--decisions ${path} cannot be read (${code ?? message}); give the file that the review page saved`,
    );
  }
}
