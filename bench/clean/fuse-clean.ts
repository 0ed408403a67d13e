import Fuse from "fuse.js";
import { runPeerCleaner } from "./peer-cleaner";

/** The threshold that did best in bench/peers. */
const THRESHOLD = 0.2;

void runPeerCleaner((keys) => {
  const fuse = new Fuse(keys, { threshold: THRESHOLD });
  return (name, limit) => fuse.search(name, { limit }).map(({ refIndex }) => refIndex);
});
