// Runs ClickHouse in this process: ENGINE_FOLDER SESSION_FOLDER, statements with a line "---" between on standard input; the answer of
// each goes to standard output. A process of its own, because an engine that crashes must not take the tests along.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [engine, folder] = process.argv.slice(2);
const { Session } = createRequire(join(engine, "package.json"))("chdb");
const session = new Session(folder);
for (const statement of readFileSync(0, "utf8").split("\n---\n"))
  process.stdout.write(session.query(statement, "JSONEachRow"));
session.close();
