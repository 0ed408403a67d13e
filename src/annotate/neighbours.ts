import type { Gazetteer } from "../gazetteer/gazetteer";
import { isTownAdjective } from "../text/adjective-names";
import { SAYS } from "./context-words";
import type { NamedPlace } from "./lexicon";
import type { Mention } from "./mention";
import { looksLikeSurname, surnameStem } from "./people";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";

/** What other mentions say for and against a mention, in nats. */
export const NEIGHBOURS = {
  /** in a list with a sure one, with several sure ones besides, and with two others that are not sure */
  inList: 3,
  inSureList: 4,
  inWeakList: 1.5,
  /** behind a likely one that a preposition leads: "под Работино и Вербовым" */
  inLedList: 2.5,
  /** directly before the unit that holds it: "Іванівка Бахмутського району", "Ivanivka, Kherson" */
  heldByNext: 3,
  /** the same name is surely a place elsewhere in the text */
  again: 3,
  /** somebody in the text has this surname */
  person: -5.5,
  /** part of a compound whose other parts are no places: "Agro-Україна" */
  compound: -8,
  /** in Latin letters, in a text that names no place of the region that is surely meant */
  elsewhere: -3,
  here: 0.7,
} as const;

/** Nats from which a mention counts as sure for its neighbours. */
const SURE = 1.5;
/** A part of a compound with less is no place. */
const DOUBTFUL = -2;
/** Words from which on a text would name the region if it were about it. */
const LONG_ENOUGH = 60;

/** Adds what the mentions of a text say about each other to their evidence. */
export function weighNeighbours(gazetteer: Gazetteer, reader: Reader, mentions: readonly Mention[]): void {
  const people = surnames(reader);
  let home = false;
  for (const mention of mentions) {
    if (mention.first === mention.last && people.size > 0 && people.has(surnameStem(mention.lower)))
      mention.evidence += NEIGHBOURS.person;
    if (!home && mention.evidence >= SURE)
      home = mention.prominence >= 4 && reader.lexicon.isHome(mention.places[0].place);
  }
  mentions.forEach((mention, at) => {
    if (mention.lang === "" && mention.prominence < 5.5)
      mention.evidence += home
        ? NEIGHBOURS.here
        : NEIGHBOURS.elsewhere * Math.min(1, reader.tokens.count / LONG_ENOUGH);
    const next = mentions[at + 1];
    if (
      next &&
      next.first === mention.last + 1 &&
      !(reader.tokens.gap[next.first] & ~BEFORE_UNIT) &&
      holds(gazetteer, next, mention)
    )
      mention.evidence += NEIGHBOURS.heldByNext;
    compound(reader, mentions, at);
  });
  lists(reader, mentions);
  again(mentions);
}

const BEFORE_UNIT = GAP.SPACE | GAP.NEWLINE | GAP.COMMA | GAP.PAREN_OPEN | GAP.PERIOD;

/** Whether one of the places of `unit` holds one of those of `mention`. */
function holds(gazetteer: Gazetteer, unit: Mention, mention: Mention): boolean {
  const held = ascending(mention.places);
  for (let at = 0; at < unit.places.length; at++) {
    const { place } = unit.places[at];
    if (holdsAny(gazetteer, place, held)) return true;
    const parent = gazetteer.parentOf(place);
    if (parent >= 0 && holdsAny(gazetteer, parent, held)) return true;
  }
  return false;
}

/** Whether a unit that lies in another, a country does not, holds one of some places but itself. */
function holdsAny(gazetteer: Gazetteer, unit: number, places: Int32Array): boolean {
  const end = gazetteer.endOf(unit);
  if (end === unit + 1 || gazetteer.parentOf(unit) < 0) return false;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] <= unit) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low] < end;
}

/** A village name may be that of two hundred: its places in order, so that those of a unit are found without asking each. */
const inOrder = new WeakMap<readonly NamedPlace[], Int32Array>();

function ascending(places: readonly NamedPlace[]): Int32Array {
  let order = inOrder.get(places);
  if (!order) {
    order = Int32Array.from(places, ({ place }) => place).sort();
    inOrder.set(places, order);
  }
  return order;
}

function compound(reader: Reader, mentions: readonly Mention[], at: number): void {
  const { tokens } = reader;
  const mention = mentions[at];
  const behind = mention.last + 1;
  const isPart = (other: Mention | undefined): boolean =>
    other !== undefined && !other.silent && other.lang === mention.lang && other.evidence > DOUBTFUL;
  const before = mentions[at - 1];
  const left = tokens.gap[mention.first] === GAP.HYPHEN && !(before?.last === mention.first - 1 && isPart(before));
  const next = mentions[at + 1];
  const right = behind < tokens.count && tokens.gap[behind] === GAP.HYPHEN && !(next?.first === behind && isPart(next));
  if (left || right) mention.evidence += NEIGHBOURS.compound;
}

/** Whether the next mention stands beside this one in a list: a comma, "та", "and" or a hyphen between. */
export function listed(reader: Reader, mention: Mention, next: Mention): boolean {
  const { tokens } = reader;
  const between = next.first - mention.last;
  if (between === 1) return (tokens.gap[next.first] & (GAP.COMMA | GAP.HYPHEN | GAP.DASH | GAP.SLASH)) !== 0;
  if (between !== 2) return false;
  return (
    (reader.says(mention.last + 1) & SAYS.CONJUNCTION) !== 0 && !(tokens.gap[next.first] & ~(GAP.SPACE | GAP.NEWLINE))
  );
}

const FROM = /^(?:з|із|зі|від|с|со|из|от|from)$/u;
const TO = /^(?:на|в|у|до|к|ко|to)$/u;

/** Whether two mentions are in a list or the ends of a way: "з Бражківки на Курульку". */
function isSupported(reader: Reader, mention: Mention, next: Mention): boolean {
  if (listed(reader, mention, next)) return true;
  const between = mention.last + 1;
  return (
    next.first === between + 1 &&
    mention.first > 0 &&
    reader.follows(mention.first) &&
    reader.follows(between) &&
    reader.follows(next.first) &&
    FROM.test(reader.known(mention.first - 1).lower) &&
    TO.test(reader.known(between).lower)
  );
}

/** Raises the doubtful members of every list of names. */
function lists(reader: Reader, mentions: readonly Mention[]): void {
  for (let from = 0; from < mentions.length; ) {
    let to = from + 1;
    while (to < mentions.length && isSupported(reader, mentions[to - 1], mentions[to])) to++;
    if (to - from > 1) raiseList(reader, mentions.slice(from, to));
    from = to;
  }
}

function raiseList(reader: Reader, list: readonly Mention[]): void {
  const sure = list.filter(({ evidence }) => evidence >= SURE).length;
  const surnames = list.filter(({ lower }) => looksLikeSurname(lower)).length;
  let nats = 0;
  if (sure > 0) nats = NEIGHBOURS.inList + (sure > 1 ? NEIGHBOURS.inSureList : 0);
  else if (list.length >= 3 && surnames * 2 < list.length) nats = NEIGHBOURS.inWeakList;
  const [head] = list;
  const isLed =
    nats === 0 && head.evidence > 0 && reader.follows(head.first) && reader.says(head.first - 1) & SAYS.PREPOSITION;
  for (const mention of list) {
    if (mention.evidence >= SURE) continue;
    mention.evidence += nats;
    // Adjectives may be those of a noun behind: "у Вінницькому, Одеському та ін. округах".
    if (isLed && mention !== head && mention.lang !== "" && !isTownAdjective(mention.lower))
      mention.evidence += NEIGHBOURS.inLedList;
  }
}

function again(mentions: readonly Mention[]): void {
  const sure = new Set<string>();
  for (const { base, evidence, silent } of mentions) if (evidence >= SURE && !silent) sure.add(base);
  for (const mention of mentions)
    if (mention.evidence < SURE && !mention.silent && sure.has(mention.base)) mention.evidence += NEIGHBOURS.again;
}

/** Stems of the surnames in a text: words in capitals behind a first name, initials or an address. */
function surnames(reader: Reader): Set<string> {
  const { shape, gap: gaps, capitals, capitalCount } = reader.tokens;
  const stems = new Set<string>();
  // Both words have capital letters, so they follow each other among those that have.
  for (let at = 1; at < capitalCount; at++) {
    const token = capitals[at];
    if (capitals[at - 1] !== token - 1 || shape[token] !== SHAPE.CAPITALIZED) continue;
    const gap = gaps[token];
    const named =
      shape[token - 1] === SHAPE.INITIAL
        ? (gap & GAP.PERIOD) !== 0 && !(gap & ~(GAP.PERIOD | GAP.SPACE))
        : reader.says(token - 1) & SAYS.ADDRESS
          ? !(gap & ~(GAP.PERIOD | GAP.SPACE))
          : !(gap & ~GAP.SPACE) && reader.known(token - 1).isFirstName;
    if (named) stems.add(surnameStem(reader.known(token).lower));
  }
  return stems;
}
