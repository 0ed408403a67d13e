import { SAYS } from "./context-words";
import type { Mention } from "./mention";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";

const SPACES = GAP.SPACE | GAP.NEWLINE;

const OPENING = 1;
const CLOSING = 2;

/** Which quotation marks stand before a word: of one that opens or closes alike, the spaces around tell. */
function quotesBefore(reader: Reader, token: number): number {
  const { text, tokens } = reader;
  const from = token === 0 ? 0 : tokens.end[token - 1];
  const to = token === tokens.count ? Math.min(text.length, from + 4) : tokens.start[token];
  let marks = 0;
  for (let at = from; at < to; at++) {
    const mark = text[at];
    if (mark === "«" || mark === "„") marks |= OPENING;
    else if (mark === "»" || mark === "”") marks |= CLOSING;
    else if (mark === '"' || mark === "“") {
      const spaceBehind = at + 1 >= text.length || /\s/u.test(text[at + 1]);
      const wordBehind = at + 1 === to && token < tokens.count;
      marks |= wordBehind && !(at === from && token > 0 && !spaceBehind && from > 0) ? OPENING : CLOSING;
    }
  }
  return marks;
}

/** Longest name in quotation marks, in words; longer is speech. */
const LONGEST_TITLE = 5;
/** Titles of acts begin so and are long: «Про охорону земель в Україні». */
const ACT = /^(?:Про|Об?)$/u;
const LONGEST_ACT = 20;

/** Whether the mention is, or is part of, a name in quotation marks: «Голос України», готель «Полтава». */
export function inQuotedName(reader: Reader, { first, last }: Mention): boolean {
  const { tokens } = reader;
  const { gap: gaps, sentence } = tokens;
  if (!(tokens.gaps & GAP.QUOTE)) return false;
  let opens = -1;
  for (let token = first; token >= 0 && token > first - LONGEST_ACT; token--) {
    const marks = gaps[token] & GAP.QUOTE ? quotesBefore(reader, token) : 0;
    if (marks & OPENING) {
      opens = token;
      break;
    }
    if (marks & CLOSING) return false;
    if (token === 0 || sentence[token] !== sentence[token - 1] || gaps[token] & GAP.NEWLINE) return false;
  }
  if (
    opens < 0 ||
    (first - opens >= LONGEST_TITLE && !ACT.test(reader.word(opens))) ||
    reader.says(opens) & SAYS.PREPOSITION
  )
    return false;
  const most = ACT.test(reader.word(opens)) ? LONGEST_ACT : LONGEST_TITLE;
  for (let token = last + 1; token <= tokens.count && token <= opens + most; token++) {
    const gap = token === tokens.count ? tokens.lastGap : tokens.gap[token];
    if (gap & GAP.QUOTE) return (quotesBefore(reader, token) & CLOSING) !== 0;
    if (gap & (GAP.COMMA | GAP.STOP)) return false;
  }
  return false;
}

const LONGEST_ACRONYM = 6;

/** Whether a word is an acronym: short, in capitals, and not because the whole line is. */
function isAcronym(reader: Reader, token: number): boolean {
  const { shape, start, end } = reader.tokens;
  return shape[token] === SHAPE.UPPER && end[token] - start[token] <= LONGEST_ACRONYM && !reader.inCapitals(token);
}

/** How far back the head of an organisation's name is looked for, in words. */
const FARTHEST_HEAD = 8;

/**
 * Whether the mention may be an adjective: "Чугуївська міська рада". Behind a preposition these endings are those of the town:
 * "біля Слов’янська", "у Донецьку".
 */
export function isAdjectival(reader: Reader, { lower, first }: Mention): boolean {
  if (!/[сц]ь?к(?:а|ий|ого|ому|им|ій|ої|ою|у|ая|ой|ую|ом|ое|е)$/u.test(lower)) return false;
  if (first === 0) return true;
  const generic = reader.isGeneric(first - 1) && (reader.follows(first) || reader.tokens.gap[first] & GAP.PERIOD);
  return !generic && !(/[ау]$/u.test(lower) && reader.follows(first) && reader.says(first - 1) & SAYS.PREPOSITION);
}

/** Importance, as log10 of people, from which a name that begins like a word for organisations is a place: Суджа, Железногорск. */
const TOWN = 3.5;

function namesTown(reader: Reader, token: number): boolean {
  if (reader.tokens.shape[token] !== SHAPE.CAPITALIZED) return false;
  const alone = reader.mentionAt(token, 1);
  return alone !== undefined && alone.prominence >= TOWN;
}

/** What newspapers are called behind a place: "the Kyiv Independent". */
const NEWSPAPER = /^(?:Independent|Post|Times|Journal|Herald|Tribune|Gazette|Observer|Telegraph)$/u;

/** Whether the mention begins the name of a newspaper. */
export function inNewspaper(reader: Reader, { last, lang }: Mention): boolean {
  return lang === "" && reader.follows(last + 1) && NEWSPAPER.test(reader.word(last + 1));
}

/** Organisations that are spoken of as those of a place: "прокуратура Одеси", "администрация Полтавы". */
const SERVES_A_PLACE = /^(?:адм|прокурат)/iu;

/** People of a place, whose town closes no organisation's name. */
const PEOPLE_OF = /^(?:жител|мешкан|уродженц|уроженц|resident|native)/iu;

/** Heads of names that have "and" in them: "Міністерство культури та стратегічних комунікацій України". */
const JOINED_BY_AND =
  /^(?:міністерств|министерств|комітет|комитет|служб|агентств|ministry|committee|department|agency|service)/iu;

/** Whether the mention closes an organisation's name: "Апеляційний суд Одеської області", "Закон України". */
export function inOrganisation(reader: Reader, mention: Mention): boolean {
  const { tokens } = reader;
  const last = mention.last + 1;
  if (mention.last === mention.nameLast && isAdjectival(reader, mention)) {
    for (let token = last; token < last + 3 && reader.follows(token); token++) {
      const acronym = token === last && isAcronym(reader, token);
      if (acronym || reader.says(token) & SAYS.ORGANISATION) return true;
      if (
        tokens.shape[token] !== SHAPE.LOWER ||
        !/(?:а|ий|ого|ому|им|ій|ої|ою|у|е|ая|ой|ую|ом|ое|ый)$/u.test(reader.word(token))
      )
        break;
    }
  }
  if (mention.lang !== "" && mention.lower === mention.base) return false;
  let joined = false;
  for (let token = mention.first - 1; token >= 0 && token >= mention.first - FARTHEST_HEAD; token--) {
    const gap = tokens.gap[token + 1];
    if (gap & ~(SPACES | GAP.QUOTE | GAP.HYPHEN) && !(gap & GAP.PERIOD && reader.isGeneric(token))) return false;
    const { says, text } = reader.known(token);
    if (says & SAYS.ORGANISATION && !SERVES_A_PLACE.test(text) && (!joined || JOINED_BY_AND.test(text)))
      return !namesTown(reader, token);
    // "Поліція Дніпра затримала жителя Новомосковська": the resident is of the town.
    if (PEOPLE_OF.test(text)) return false;
    if (says & SAYS.CONJUNCTION) joined = true;
    if (mention.lang === "") {
      if (text !== "of" && tokens.shape[token] === SHAPE.LOWER) return false;
      continue;
    }
    if (says & (SAYS.PREPOSITION | SAYS.WEAK_PREPOSITION) && !(says & SAYS.CONJUNCTION)) return false;
    if (token === mention.first - 1 && isAcronym(reader, token)) return true;
    if (reader.startsSentence(token)) return false;
  }
  return false;
}
