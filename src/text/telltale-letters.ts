/** Letters that Ukrainian writes and Russian does not. */
export const ONLY_UKRAINIAN: RegExp = /[іїєґ]/iu;

/** Letters that Russian writes and Ukrainian does not. */
export const ONLY_RUSSIAN: RegExp = /[ыэёъ]/iu;
