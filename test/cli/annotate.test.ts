import { describe, expect, it } from "vitest";
import { answersOf, runCommand } from "./run-command";

const TEXT = "Shells hit Volchansk & Gulyaypole.\n";

describe("allonym annotate", () => {
  it("answers each line with one line, and a bad one with its error", async () => {
    const { stdout, code } = await runCommand(
      ["annotate", "--ndjson"],
      `${JSON.stringify({ text: TEXT })}\n{"nam\n{"text":5}\n{"text":"Бої за Бахмут","lang":"uk"}\n`,
    );
    const answers = answersOf(stdout) as {
      annotations?: { surface: string; start: number }[];
      error?: { code: string };
    }[];
    expect(answers.map(({ annotations, error }) => annotations?.map(({ surface }) => surface) ?? error?.code)).toEqual([
      ["Volchansk", "Gulyaypole"],
      "invalid-line",
      "invalid-line",
      ["Бахмут"],
    ]);
    expect(Object.keys(answers[0].annotations?.[0] ?? {})).toEqual([
      "start",
      "end",
      "surface",
      "status",
      "match",
      "alternatives",
    ]);
    expect(code).toBe(1);
  });

  it("shows people the text with its places and a list of them", async () => {
    const { stdout, code } = await runCommand(["annotate"], TEXT);
    expect(stdout).toContain("Shells hit [Volchansk] & [Gulyaypole].");
    expect(stdout).toMatch(/1× +Vovchansk +Вовчанськ +city .*katottg:UA63140010010035757 +Volchansk/u);
    expect(code).toBe(0);
  });

  it("writes a page on which nothing of the text is markup", async () => {
    const { stdout } = await runCommand(["annotate", "--html"], `${TEXT}<script>alert(1)</script>`);
    expect(stdout).toContain('<mark class="match" title="Vovchansk');
    expect(stdout).toContain("</mark> &amp; <mark");
    expect(stdout).not.toContain("<script>");
  });

  it("rewrites", async () => {
    const { stdout } = await runCommand(["annotate", "--to", "en", "--style", "keep-original"], TEXT);
    expect(stdout).toBe("Shells hit Vovchansk [Volchansk] & Huliaipole [Gulyaypole].\n");
  });

  it.each([
    [["annotate", "--ndjson", "--html"], /--ndjson and --html/u],
    [["annotate", "/no/such/file"], /cannot be read \(ENOENT\)/u],
    [["annotate", "--within", "Atlantis"], /unknown-within/u],
    [["annotate", "--style", "append"], /--to/u],
  ])("a wrong command line says what: %j", async (args, message) => {
    const { stderr, code } = await runCommand(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
