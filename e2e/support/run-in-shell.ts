import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a line as a person would who pasted it into a terminal, and gives what it prints. */
export async function runInShell(line: string, variables: Record<string, string>): Promise<string> {
  const { stdout } = await run("sh", ["-c", line], { env: { ...process.env, ...variables } });
  return stdout;
}
