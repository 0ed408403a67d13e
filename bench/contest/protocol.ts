import type { ResolveOptions } from "../../src/resolve/options";

/** One JSON line to a peer's process. */
export interface AskRequest {
  texts: string[];
  /** hints of the texts, where there are any; only allonym reads them */
  options?: (ResolveOptions | null)[];
  /** answers wanted of each text: a number for all of them, or one each */
  limit: number | number[];
  /** it stops after this time, at a multiple of three texts */
  seconds: number;
}

/** One JSON line back. `answers` may be shorter than `texts`: what there was no time for is left out. */
export interface AskReply {
  /** time of all texts answered, clock reading included */
  seconds: number;
  /** time of each text, in microseconds */
  micros: number[];
  /** for each text, best first: the places that have the name that was answered */
  answers: number[][][];
  /** texts that the engine threw on; they count as not answered */
  thrown: number;
}

/** First line of a process: its index stands. */
export interface Ready {
  buildSeconds: number;
  memoryBytes: number;
  /** what the bytes are: `heap`, `resident`, `table and index` */
  memory: string;
}
