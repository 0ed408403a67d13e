import { AllonymError } from "../../core";

/**
 * A library that only some formats need, loaded when they do.
 *
 * @throws AllonymError `missing-library`
 */
export async function optionalLibrary<Library>(name: string, load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const why =
      code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND"
        ? "is not installed"
        : `cannot be loaded (${message})`;
    throw new AllonymError(
      "missing-library",
      `Parquet needs the library ${name}, which ${why}; run npm install ${name}`,
    );
  }
}
