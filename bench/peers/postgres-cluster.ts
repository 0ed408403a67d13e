import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the private cluster listens, and as whom to talk to it. */
export interface Cluster {
  /** folder of `psql`; empty where it is on the path */
  bin: string;
  socket: string;
  /** PostgreSQL refuses to run as root: another user's ids then */
  ids?: { uid: number; gid: number };
  version: string;
}

export interface RunningCluster extends Cluster {
  stop: () => void;
}

const INSTALL = "install PostgreSQL with pg_trgm (Debian: apt-get install postgresql)";

function folderOfBinaries(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) {
    const bin = join(debian, version, "bin");
    if (existsSync(join(bin, "initdb"))) return bin;
  }
  const onPath = spawnSync("initdb", ["--version"]);
  if (onPath.error) throw new Error(`initdb is missing; ${INSTALL}`);
  return "";
}

/** Ids of a user that may run the server where we are root: Debian's `postgres`, else `nobody`. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", user], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", user], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as");
}

/**
 * Starts a cluster of our own in a temporary folder, reached by a socket there and by nothing else.
 *
 * @throws Error that says what to install where PostgreSQL is not there
 */
export function startCluster(): RunningCluster {
  const bin = folderOfBinaries();
  const ids = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "allonym-pg-"));
  const run = (program: string, ...args: string[]): string =>
    // The server outlives pg_ctl and would keep a pipe open for ever: what pg_ctl says goes to the log.
    execFileSync(join(bin, program), args, {
      encoding: "utf8",
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      ...ids,
    });
  try {
    if (ids) chownSync(folder, ids.uid, ids.gid);
    const data = join(folder, "data");
    // C.UTF-8 knows which code points are letters; with plain C pg_trgm sees no Cyrillic at all.
    run("initdb", "-D", data, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
    const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c shared_buffers=256MB -c jit=off`;
    execFileSync(join(bin, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), "-o", settings, "start"], {
      cwd: folder,
      stdio: "ignore",
      ...ids,
    });
    try {
      run("psql", "-h", folder, "-U", "bench", "-d", "postgres", "-X", "-q", "-c", "CREATE EXTENSION pg_trgm");
    } catch {
      spawnSync(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], { cwd: folder, stdio: "ignore", ...ids });
      throw new Error(`the extension pg_trgm is missing; ${INSTALL}`);
    }
    const version = execFileSync(join(bin, "psql"), ["--version"], { encoding: "utf8" }).trim();
    return {
      bin,
      socket: folder,
      ...(ids && { ids }),
      version,
      stop: () => {
        spawnSync(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], {
          cwd: folder,
          stdio: "ignore",
          ...ids,
        });
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
