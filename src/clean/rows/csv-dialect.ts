/** How a table is written as text. */
export interface CsvDialect {
  /** one ASCII character */
  delimiter: string;
  /** one ASCII character, or "" where quotes mean nothing */
  quote: string;
  /** what ends a record: a line feed, with or without a carriage return before it, or a carriage return alone */
  lineEnd: "\n" | "\r\n" | "\r";
}

/** A cell as the dialect writes it: in quotes only where it must be. Where there are no quotes, what would break the row becomes a space. */
export function csvCell(text: string, { delimiter, quote }: CsvDialect): string {
  const breaks = text.includes(delimiter) || text.includes("\n") || text.includes("\r");
  if (quote === "") return breaks ? text.replaceAll(delimiter, " ").replace(/[\r\n]+/gu, " ") : text;
  if (!breaks && !text.includes(quote)) return text;
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}
