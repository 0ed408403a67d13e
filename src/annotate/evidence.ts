import { isCommonWord } from "./common-words";
import { SAYS } from "./context-words";
import { inNewspaper, inOrganisation, inQuotedName, isAdjectival } from "./inside-names";
import type { Mention } from "./mention";
import { isPossessive, looksLikeSurname } from "./people";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";
import { genericOf } from "./units";

/**
 * What the words around a mention say for and against a place, in nats. Chosen by hand from what each says; what leaving each out does
 * to the scores stands in `bench/record`, dated `annotate-accuracy`. Some do nothing there; `test/annotate` holds part of these.
 */
const EVIDENCE = {
  /** what a tenfold importance adds, and the importance (log10 of people) at which name and text alone leave it open */
  importance: 1.3,
  open: 3.2,
  preposition: 2,
  /** "в районе Степного" */
  unitBefore: 2.4,
  weakPreposition: 0.8,
  generic: 5,
  governor: 1.2,
  unit: 4,
  direction: 3,
  severalWords: 2.5,
  lowered: -2,
  firstNameBefore: -5,
  possessive: -3,
  agreement: -4,
  domain: -8,
  surnameBehindCapital: -2,
  initialBefore: -6,
  /** "Mr. Lyman", "пан Шевченко": nobody else is called so */
  addressBefore: -6,
  titleBefore: -1.5,
  titleBeforeSurname: -4,
  headBefore: 1,
  namedAfter: -6,
  notPlaceBefore: -4,
  notPlaceBehind: -3,
  firstNameItself: -3.5,
  firstNameAhead: -3,
  surname: -2.2,
  surnameLed: -0.6,
  capitalBefore: -1.5,
  capitalBehind: -1.5,
  commonAtStart: -4.5,
  commonInside: -1.8,
  sentenceStart: -0.4,
  month: -6,
  short: -1.5,
  upperCase: -0.7,
  letterMore: 0.25,
} as const;

const SPACES = GAP.SPACE | GAP.NEWLINE;

/** Nats for and against a mention: its importance, its own form and the words beside it; other mentions are not counted. */
export function evidenceOf(reader: Reader, mention: Mention): number {
  const { tokens } = reader;
  const { first } = mention;
  const several = mention.nameLast > first;
  let sum = EVIDENCE.importance * (mention.prominence - EVIDENCE.open);
  if (several) sum += EVIDENCE.severalWords + (mention.lowered ? EVIDENCE.lowered : 0);
  else sum += EVIDENCE.letterMore * Math.max(-2, Math.min(4, mention.lower.length - 7));
  const starts = reader.startsSentence(first);
  const capitals = reader.inCapitals(first);
  const surname = !several && looksLikeSurname(mention.lower);
  const led = before(reader, mention, capitals, surname);
  sum += led + behind(reader, mention, capitals);
  mention.silent = inQuotedName(reader, mention) || inOrganisation(reader, mention) || inNewspaper(reader, mention);
  if (reader.text[tokens.start[first] - 1] === "." && tokens.gap[first] & GAP.SPACE) sum += EVIDENCE.domain;
  if (several) return reader.known(first).isFirstName ? sum + EVIDENCE.firstNameItself : sum;
  if (isCommonWord(mention.lower, mention.base, mention.lang)) sum += common(reader, mention, starts, capitals);
  else if (starts) sum += EVIDENCE.sentenceStart;
  if (reader.known(first).isFirstName) {
    sum += EVIDENCE.firstNameItself;
    if (reader.follows(mention.last + 1) && tokens.shape[mention.last + 1] === SHAPE.CAPITALIZED)
      sum += EVIDENCE.firstNameAhead;
  } else if (surname) sum += led > 0 ? EVIDENCE.surnameLed : EVIDENCE.surname;
  if (mention.lang !== "" && isPossessive(mention.lower)) sum += EVIDENCE.possessive;
  if (agrees(reader, mention)) sum += EVIDENCE.agreement;
  if (reader.says(first) & SAYS.MONTH) sum += EVIDENCE.month;
  if (mention.lower.length <= 3) sum += EVIDENCE.short;
  if (tokens.shape[first] === SHAPE.UPPER && !capitals) sum += EVIDENCE.upperCase;
  return sum;
}

/** Importance from which a name is known so widely that the common word is the rarer reading: Суми, Киев. */
const WIDELY_KNOWN = 5.5;

function common(reader: Reader, mention: Mention, starts: boolean, capitals: boolean): number {
  const nats = starts || capitals ? EVIDENCE.commonAtStart : EVIDENCE.commonInside;
  if (mention.prominence >= WIDELY_KNOWN && !(starts && reader.says(mention.first) & SAYS.EVERYDAY)) return nats * 0.4;
  const led = reader.says(mention.first - 1) & (SAYS.PREPOSITION | SAYS.GENERIC | SAYS.UNIT | SAYS.GOVERNOR);
  return led && !starts ? nats * 0.4 : nats;
}

/** Endings of an adjective and those of the noun behind it with which they agree. */
const AGREEMENT: readonly (readonly [RegExp, RegExp])[] = [
  [/[сц]ь?ка$/u, /(?<!л)[ая]$/u],
  [/[сц]ь?ку$/u, /[ую]$/u],
  [/[сц]ь?кі$/u, /[іїи]$/u],
  [/[сц]ь?ке$/u, /[ео]$/u],
  [/(?:ая|яя)$/u, /(?<!л|ла)[ая]$/u],
  [/(?:ое|ее)$/u, /[ео]$/u],
  [/[бвгкнрлтшдм]е$/u, /(?<!л|во|но|ко|ро)[оея]$/u],
  [/(?:[оеє]го|ього)$/u, /(?<!вс|ис|л)[ауюяо]$/u],
  [/(?:ому|ему|ьому)$/u, /[уюи]$/u],
  [/(?:ом|ем)$/u, /(?:ом|ем|е|и)$/u],
  [/(?:ої|ой)$/u, /(?:ої|ой|[иі]ї?|ы)$/u],
  [/(?:им|ым)$/u, /(?:им|ым|ом|ем)$/u],
  [/(?:ий|ый|ій)$/u, /(?:[ийь]|[бвгґджзклмнпрстфхцчшщ])$/u],
];

/** Base forms of names that are adjectives: Нове, Красный, Лозова, Степной. */
const ADJECTIVAL_BASE = /(?:[бвгджзклмнпрстхчшщ]е|ее|ое|ий|ый|ой|ая|яя|[вн]а|[сцз]ька)$/u;

/** Whether the name is an adjective in form and the word behind it agrees: "Нового моста", "Полтавська шинка", "Київське небо". */
function agrees(reader: Reader, mention: Mention): boolean {
  const { tokens } = reader;
  const next = mention.last + 1;
  if (
    mention.lang === "" ||
    mention.last > mention.nameLast ||
    !reader.follows(next) ||
    tokens.shape[next] !== SHAPE.LOWER
  )
    return false;
  if (mention.prominence >= WIDELY_KNOWN && !/ого$/u.test(mention.lower) && !reader.startsSentence(mention.first))
    return false;
  if (/[сц]ь?к[ау]$/u.test(mention.lower) && !isAdjectival(reader, mention)) return false;
  if (!/[сц]ь?к[^\s]{1,4}$/u.test(mention.lower) && !ADJECTIVAL_BASE.test(mention.base)) return false;
  const says = reader.says(next);
  if (says & (SAYS.PREPOSITION | SAYS.WEAK_PREPOSITION | SAYS.CONJUNCTION | SAYS.UNIT | SAYS.DIRECTION)) return false;
  const word = reader.known(next).lower;
  if (word.length < 3) return false;
  if (says & SAYS.GENERIC) return AGREEMENT.some(([adjective]) => adjective.test(mention.lower));
  return AGREEMENT.some(([adjective, noun]) => adjective.test(mention.lower) && noun.test(word));
}

function before(reader: Reader, { first }: Mention, capitals: boolean, surname: boolean): number {
  if (first === 0) return 0;
  const { tokens } = reader;
  const gap = tokens.gap[first];
  const token = first - 1;
  const says = reader.says(token);
  const shape = tokens.shape[token];
  if (gap & ~(SPACES | GAP.PERIOD | GAP.QUOTE)) return 0;
  if (says & SAYS.ADDRESS) return EVIDENCE.addressBefore;
  if (gap & GAP.PERIOD) {
    if (tokens.sentence[first] !== tokens.sentence[token] && !reader.isGeneric(token)) return 0;
    if (reader.isGeneric(token)) return EVIDENCE.generic;
    if (says & SAYS.NOT_PLACE_AHEAD) return EVIDENCE.notPlaceBefore;
    if (says & SAYS.NAMED_AFTER) return EVIDENCE.namedAfter;
    if (says & SAYS.TITLE) return surname ? EVIDENCE.titleBeforeSurname : EVIDENCE.titleBefore;
    return shape === SHAPE.INITIAL ? EVIDENCE.initialBefore : 0;
  }
  if (says & SAYS.NAMED_AFTER) return EVIDENCE.namedAfter;
  if (reader.isGeneric(token) || genericOf(reader, token) >= 0) return EVIDENCE.generic;
  if (says & SAYS.NOT_PLACE_AHEAD) return EVIDENCE.notPlaceBefore;
  if (says & SAYS.PREPOSITION) return EVIDENCE.preposition;
  if (says & SAYS.UNIT) {
    if (!namesItsHead(reader, token)) return EVIDENCE.unitBefore;
    return surname ? EVIDENCE.titleBeforeSurname : EVIDENCE.titleBefore;
  }
  if (says & SAYS.HEAD) return surname ? EVIDENCE.titleBefore : EVIDENCE.headBefore;
  if (says & SAYS.TITLE) return surname ? EVIDENCE.titleBeforeSurname : EVIDENCE.titleBefore;
  if (says & (SAYS.GOVERNOR | SAYS.DIRECTION)) return EVIDENCE.governor;
  if (says & SAYS.WEAK_PREPOSITION) return EVIDENCE.weakPreposition;
  if (shape === SHAPE.LOWER || capitals) return 0;
  if (shape === SHAPE.INITIAL) return EVIDENCE.initialBefore;
  if (reader.known(token).isFirstName) return EVIDENCE.firstNameBefore;
  if (reader.startsSentence(token)) return EVIDENCE.capitalBefore / 2;
  return EVIDENCE.capitalBefore + (surname ? EVIDENCE.surnameBehindCapital : 0);
}

/** Whether an office stands before the unit, whose holder is named next: "губернатор Брянской области Богомаз". */
function namesItsHead(reader: Reader, unit: number): boolean {
  return (reader.says(unit - 2) & (SAYS.HEAD | SAYS.TITLE)) !== 0;
}

function behind(reader: Reader, mention: Mention, capitals: boolean): number {
  const { tokens } = reader;
  const token = mention.last + 1;
  if (mention.last > mention.nameLast) return EVIDENCE.unit;
  if (!reader.follows(token)) return 0;
  const says = reader.says(token);
  if (says & SAYS.UNIT) return EVIDENCE.unit;
  if (says & SAYS.DIRECTION) return EVIDENCE.direction;
  if (says & SAYS.GENERIC && mention.lang === "") return EVIDENCE.generic;
  if (says & SAYS.NOT_PLACE_BEHIND) return EVIDENCE.notPlaceBehind;
  const shape = tokens.shape[token];
  return !capitals && (shape === SHAPE.CAPITALIZED || shape === SHAPE.MIXED) ? EVIDENCE.capitalBehind : 0;
}
