import anyAscii from "any-ascii";

/** The fold that a user without allonym would reach for: ASCII by any-ascii, lower case. */
export const foldAscii = (text: string): string => anyAscii(text).toLowerCase();
