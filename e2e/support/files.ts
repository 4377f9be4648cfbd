import fs from "node:fs/promises";
import path from "node:path";

import { Site } from "./site.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** Serves a folder of built files; every other path gets the folder's page, as under `cargo xtask preview`. */
export async function siteOf(folder: string): Promise<Site> {
  const names = await fs.readdir(folder);
  const page = names.find((name) => name === "index.html") ?? names.find((name) => name.endsWith(".html"));
  if (!page) throw new Error(`there is no page in ${folder}: build it with cargo xtask web-build --stories`);
  return Site.answering((request, answer) => {
    const name = path.basename(new URL(request.url ?? "/", "http://files").pathname);
    const file = names.includes(name) ? name : page;
    fs.readFile(path.join(folder, file)).then(
      (content) => answer.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream" }).end(content),
      () => answer.writeHead(404).end(),
    );
  });
}
