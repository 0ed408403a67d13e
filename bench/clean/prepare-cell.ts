import { foldAscii } from "../peers/ascii-fold";

/** The generic elements that people write before a name: what a plain user takes off by a pattern. rapidfuzz-clean.py has the same one. */
const BEFORE =
  /^(?:(?:м|г|гор|с|смт|пгт|пос|п|дер|m|s|c|smt|vil)(?:\.\s*|\s+)|(?:місто|город|селище|с-ще|село|поселок|city of|town of|village of|settlement of|urban-type settlement|village|selo)\s+)/iu;
const UNIT = /\s*(?:область|обл\.|oblast|obl\.|region)$/iu;

/** A cell as it is looked up: no spaces too many, nothing behind a comma, no generic element before, folded by any-ascii, lower case. */
export const prepareName = (cell: string): string =>
  foldAscii(cell.replace(/\s+/gu, " ").trim().replace(/,.*$/u, "").replace(BEFORE, ""));

/** The oblast cell as the key of a table of oblasts. */
export const prepareOblast = (cell: string): string => foldAscii(cell.trim().replace(BEFORE, "").replace(UNIT, ""));
