/** A fresh process that opens the gazetteer and answers queries; started by memory.ts, prints one JSON line. Without arguments: bare node. */
import { readFileSync } from "node:fs";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { resolve } from "../src/resolve/resolve";

const [path, queriesPath] = process.argv.slice(2);
const measured: Record<string, number> = {};
if (path) {
  const start = performance.now();
  const gazetteer = Gazetteer.from(readFileSync(path));
  measured.openMillis = performance.now() - start;
  resolve(gazetteer, "Krasnarmeysk");
  measured.firstAnswerMillis = performance.now() - start;
  measured.rssOpen = process.memoryUsage.rss();
  let answered = 0;
  if (queriesPath) {
    for (const query of readFileSync(queriesPath, "utf8").split("\n"))
      if (resolve(gazetteer, query).matches.length > 0) answered++;
  }
  measured.answered = answered;
}
measured.rss = process.memoryUsage.rss();
measured.peakRss = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify(measured));
