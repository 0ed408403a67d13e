import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { AskReply, AskRequest } from "../contest/protocol";
import type { BenchNames } from "../names";
import { foldAscii } from "./ascii-fold";
import { keyed } from "./engine";
import type { Cluster } from "./postgres-cluster";

/** pg_trgm as its manual shows it, or on folded names with another threshold. */
export interface TrigramVariant {
  folded: boolean;
  /** `pg_trgm.similarity_threshold`; PostgreSQL's own is 0.3 */
  threshold: number;
}

/** One `psql` that is asked again and again. Each answer is what it prints up to a line that we ask it to echo. */
function psql({ bin, socket, ids }: Cluster): (sql: string) => Promise<string[]> {
  const child = spawn(
    join(bin, "psql"),
    ["-h", socket, "-U", "bench", "-d", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"],
    { cwd: socket, stdio: ["pipe", "pipe", "inherit"], ...ids },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (sql) => {
    child.stdin.write(`${sql}\n\\echo :END\n`);
    const answer: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error("psql ended");
      if (value === ":END") return answer;
      answer.push(value);
    }
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The clock runs inside the server, around each query of a stored function: no driver, no socket, no parsing is counted, which is
 * more than a program gets.
 */
export async function startPostgres(
  names: BenchNames,
  { folded, threshold }: TrigramVariant,
  cluster: Cluster,
): Promise<{ ask: (request: AskRequest) => Promise<AskReply>; memory: { memoryBytes: number; memory: string } }> {
  const run = psql(cluster);
  const fold = folded ? foldAscii : (text: string): string => text;
  const { keys, placesOf } = keyed(names, fold);
  const table = `${folded ? "folded" : "raw"}_${Math.round(threshold * 100)}`;
  await run(`
    SET client_min_messages = warning;
    SET pg_trgm.similarity_threshold = ${threshold};
    CREATE TABLE ${table} (id int PRIMARY KEY, name text NOT NULL);`);
  const rows = keys.map((key, id) => `(${id},${quoted(key)})`);
  for (let at = 0; at < rows.length; at += 5000)
    await run(`INSERT INTO ${table} VALUES ${rows.slice(at, at + 5000).join(",")};`);
  await run(`
    CREATE INDEX ON ${table} USING gin (name gin_trgm_ops);
    VACUUM ANALYZE ${table};
    CREATE FUNCTION ask_${table}(texts text[], most int[], seconds float8) RETURNS TABLE (micros float8, ids int[])
    LANGUAGE plpgsql AS $body$
    DECLARE
      started timestamptz := clock_timestamp();
      before timestamptz;
    BEGIN
      FOR row IN 1 .. coalesce(array_length(texts, 1), 0) LOOP
        EXIT WHEN row % 3 = 1 AND extract(epoch FROM clock_timestamp() - started) > seconds;
        before := clock_timestamp();
        ids := ARRAY(SELECT id FROM ${table} WHERE name % texts[row] ORDER BY similarity(name, texts[row]) DESC LIMIT most[row]);
        micros := extract(epoch FROM clock_timestamp() - before) * 1e6;
        RETURN NEXT;
      END LOOP;
    END $body$;`);
  const [bytes] = await run(`SELECT pg_total_relation_size('${table}');`);
  return {
    memory: { memoryBytes: Number(bytes), memory: "table and index" },
    ask: async ({ texts, limit, seconds }) => {
      const array = texts.length === 0 ? "'{}'" : `ARRAY[${texts.map((text) => quoted(fold(text))).join(",")}]`;
      const limits = typeof limit === "number" ? texts.map(() => limit) : limit;
      const lines = await run(
        `SELECT micros, ids FROM ask_${table}(${array}::text[], '{${limits.join(",")}}', ${seconds});`,
      );
      const micros: number[] = [];
      const answers = lines.map((line) => {
        const [time, ids] = line.split("|");
        micros.push(Number(time));
        return ids === "{}"
          ? []
          : ids
              .slice(1, -1)
              .split(",")
              .map((id) => [...placesOf(Number(id))]);
      });
      return { seconds: micros.reduce((sum, one) => sum + one, 0) / 1e6, micros, answers, thrown: 0 };
    },
  };
}
