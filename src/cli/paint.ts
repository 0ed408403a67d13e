import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Colours text when people look at it: standard output is a terminal and NO_COLOR (no-color.org) is not set. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text;
}
