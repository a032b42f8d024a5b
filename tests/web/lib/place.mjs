// Where things lie: the built programs, and the folders for what a run leaves behind.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The folder of build outputs, as cargo chooses it. */
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** Returns a program of this workspace; a missing one names the line that builds it. */
export function program(name) {
  const path = join(target, "debug", name);
  if (!existsSync(path)) {
    throw new Error(
      `${name} is not built; run: cargo build --package jangkau-server --package jangkau-tests`,
    );
  }
  return path;
}

/** Makes a folder among the build outputs and returns it. */
export function output(...parts) {
  const folder = join(target, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const temporary = [];

/** Makes a folder that is gone when the process ends. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `jangkau-${name}-`));
  temporary.push(folder);
  return folder;
}

process.on("exit", () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});
