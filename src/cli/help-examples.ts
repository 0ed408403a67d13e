/** One example of `--help`: a command line and the function that prints what it prints. */
export interface HelpExample {
  command: string;
  run: () => string;
}

/**
 * The examples of a command with their output, which is computed when help is printed: it cannot say what the library does not do.
 * An example that fails shows its error; help itself must always come out.
 */
export function helpExamples(examples: readonly HelpExample[]): string {
  const blocks = examples.map(({ command, run }) => `  $ ${command}\n${indent(outputOf(run))}`);
  return `\nExamples (run just now, with the gazetteer at hand):\n\n${blocks.join("\n\n")}\n`;
}

function outputOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as Error).message;
  }
}

const indent = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
