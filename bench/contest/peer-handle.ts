import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Peer } from "../peers/peers";
import type { Cluster } from "../peers/postgres-cluster";
import type { AskReply, AskRequest, Ready } from "./protocol";

/** What a peer's process needs to start. */
export interface Surroundings {
  /** the bundled peer-process.ts */
  script: string;
  gazetteer: string;
  /** JSON file of all names and their places, for Python */
  namesFile: string;
  pythonScript: string;
  /** undefined: why they do not run stands in `missing` */
  cluster?: Cluster;
  python?: string;
  missing: Partial<Record<Peer["kind"], string>>;
}

/** Longest that an index may take; names-translator needs most. */
const BUILD_SECONDS = 180;
/** A single query of the slowest engine, and the reading of a long request, come on top of the time that is granted. */
const GRACE_SECONDS = 30;

/** A running peer. */
export class PeerHandle {
  ready!: Ready;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #ended: string | undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("exit", (code, signal) => {
      this.#ended = `its process ended with ${signal ?? code}`;
    });
    child.on("error", (error) => {
      this.#ended = error.message;
    });
    child.stdin?.on("error", () => {});
    this.#lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  /** Starts a peer and waits for its index. @throws Error with the reason why it cannot run */
  static async start(key: string, peer: Peer, around: Surroundings): Promise<PeerHandle> {
    const missing = around.missing[peer.kind];
    if (missing !== undefined) throw new Error(missing);
    const [program, ...args] =
      peer.kind === "python"
        ? [around.python ?? "python3", around.pythonScript, around.namesFile, JSON.stringify(peer.variant)]
        : [
            process.execPath,
            "--expose-gc",
            "--max-old-space-size=4096",
            around.script,
            key,
            around.gazetteer,
            JSON.stringify(around.cluster ?? null),
          ];
    return PeerHandle.launch(program, args);
  }

  /** Starts a program that speaks the protocol, and waits until it is ready. */
  static async launch(program: string, args: readonly string[]): Promise<PeerHandle> {
    const handle = new PeerHandle(spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] }));
    handle.ready = await handle.#reply<Ready>(BUILD_SECONDS);
    return handle;
  }

  ask(request: AskRequest): Promise<AskReply> {
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    return this.#reply<AskReply>(request.seconds + GRACE_SECONDS);
  }

  end(): void {
    this.#child.stdin?.end();
  }

  async #reply<Message>(seconds: number): Promise<Message> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#child.kill();
        reject(new Error(`no answer within ${seconds} s`));
      }, seconds * 1000);
    });
    try {
      const { value, done } = await Promise.race([this.#lines.next(), late]);
      if (done) throw new Error(this.#ended ?? "its process ended");
      return JSON.parse(value) as Message;
    } finally {
      clearTimeout(timer);
    }
  }
}
