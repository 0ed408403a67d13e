import { AllonymError } from "../../core";

/** One line of a decisions file. */
export interface Decision {
  /** The cell as it stands in the column. */
  name: string;
  /** The cell of the column that says where the place lies; empty where there is none. */
  within: string;
  /** Id of the place that is meant, or {@link NO_PLACE_MEANT}. */
  id: string;
}

/** The `id` of a decision that no place is meant. */
export const NO_PLACE_MEANT = "none";

const HEADER = "name\twithin\tid";
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const UNESCAPES: Record<string, string> = { "\\": "\\", t: "\t", n: "\n", r: "\r" };
const ID = /^(?:katottg:UA\d{17}|geonames:[1-9]\d{0,9}|(?!katottg:|geonames:)[a-z][a-z\d.-]*:[^\s:]\S*)$/u;

/** What people have decided about values of a column. */
export class Decisions {
  readonly #ids = new Map<string, Map<string, string>>();

  /** The last decision for a value wins. */
  constructor(decisions: Iterable<Decision> = []) {
    for (const { name, within, id } of decisions) {
      const ids = this.#ids.get(name);
      if (ids) ids.set(within, id);
      else this.#ids.set(name, new Map([[within, id]]));
    }
  }

  /** How many values are decided. */
  get size(): number {
    let size = 0;
    for (const ids of this.#ids.values()) size += ids.size;
    return size;
  }

  /**
   * Id of the place that is meant by the value, `none` where no place is meant, `undefined` where nobody has decided. A decision for
   * name and `within` wins over one for the name alone.
   */
  of(name: string, within = ""): string | undefined {
    const ids = this.#ids.get(name);
    return ids?.get(within) ?? ids?.get("");
  }

  *[Symbol.iterator](): Iterator<Decision> {
    for (const [name, ids] of this.#ids) for (const [within, id] of ids) yield { name, within, id };
  }
}

/**
 * Reads a decisions file: UTF-8 text, a line a value, cells split by tabs, `\t`, `\n`, `\r` and `\\` written for a tab, a line feed, a
 * carriage return and a backslash. A byte order mark and CRLF are taken as well; of two lines for one value the last one counts.
 *
 * The trap: a name is compared as it stands, letter by letter. "Kiev " is another value than "Kiev".
 *
 * @example
 * readDecisions("name\twithin\tid\nPokrovske\t\tkatottg:UA12140270010027177\n").of("Pokrovske") // "katottg:UA12140270010027177"
 *
 * @throws `invalid-decisions` with the number of the line that cannot be read
 */
export function readDecisions(text: string): Decisions {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  if (lines[0] !== HEADER) throw invalid(1, "the header", lines[0], "name, within and id, with a tab between them");
  const decisions: Decision[] = [];
  for (let line = 1; line < lines.length; line++) {
    if (lines[line] === "") continue;
    const cells = lines[line].split("\t");
    if (cells.length !== 3)
      throw invalid(line + 1, `${cells.length} cells`, lines[line], "3: name, within, id; a tab inside a cell is \\t");
    const [name, within, id] = cells.map((cell) => unescaped(cell, line + 1));
    if (!isDecidedId(id)) throw invalid(line + 1, "the id", id, "an id such as katottg:UA14160210010099403, or none");
    decisions.push({ name, within, id });
  }
  return new Decisions(decisions);
}

/**
 * The text of a decisions file, which {@link readDecisions} reads back.
 *
 * @example
 * writeDecisions([{ name: "вул. Садова 5", within: "", id: "none" }]) // "name\twithin\tid\nвул. Садова 5\t\tnone\n"
 */
export function writeDecisions(decisions: Iterable<Decision>): string {
  let text = `${HEADER}\n`;
  for (const { name, within, id } of decisions) text += `${escaped(name)}\t${escaped(within)}\t${escaped(id)}\n`;
  return text;
}

/** Whether a text may stand as the id of a decision: an id in its usual form, or `none`. Whether there is such a place it cannot tell. */
export function isDecidedId(id: string): boolean {
  return id === NO_PLACE_MEANT || ID.test(id);
}

const escaped = (cell: string): string => cell.replace(/[\\\t\n\r]/gu, (letter) => ESCAPES[letter]);

function unescaped(cell: string, line: number): string {
  return cell.replace(/\\(.?)/gu, (sequence, letter: string) => {
    const meant = UNESCAPES[letter];
    if (meant === undefined)
      throw invalid(line, "the escape", sequence, "\\t, \\n, \\r or \\\\; a backslash is written \\\\");
    return meant;
  });
}

function invalid(line: number, what: string, got: string, expected: string): AllonymError {
  const shown = got.length > 80 ? `${got.slice(0, 80)}…` : got;
  return new AllonymError(
    "invalid-decisions",
    `line ${line} of the decisions: ${what} is ${JSON.stringify(shown)}; expected ${expected}`,
  );
}
