import { once } from "node:events";
import fs from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** Serves a folder of built files; every other path gets the folder's page, as under `cargo xtask preview`. */
export class Files {
  private constructor(private readonly server: Server) {}

  static async of(folder: string): Promise<Files> {
    const names = await fs.readdir(folder);
    const page = names.find((name) => name === "index.html") ?? names.find((name) => name.endsWith(".html"));
    if (!page) throw new Error(`there is no page in ${folder}: build it with cargo xtask web-build --stories`);
    const server = createServer((request, answer) => {
      const name = path.basename(new URL(request.url ?? "/", "http://files").pathname);
      const file = names.includes(name) ? name : page;
      fs.readFile(path.join(folder, file)).then(
        (content) => answer.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream" }).end(content),
        () => answer.writeHead(404).end(),
      );
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Files(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}
