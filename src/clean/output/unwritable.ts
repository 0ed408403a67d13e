import { AllonymError } from "../../core";

/** What went wrong with an output, in words. */
export function unwritable(path: string, error: unknown): AllonymError {
  if (error instanceof AllonymError) return error;
  const { code, message } = error as { code?: string; message: string };
  const what =
    code === "ENOSPC" || code === "EDQUOT"
      ? "the disk is full; make room"
      : code === "EFBIG"
        ? "the file would be larger than allowed; raise the limit"
        : code === "ENOENT"
          ? "its folder is not there; make it"
          : `${code ?? message}; check folder and permissions`;
  return new AllonymError("unwritable-output", `${path} cannot be written: ${what}`);
}
