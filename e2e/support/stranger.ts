import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Another site on the same host: only its port differs from the portal's, so cookies reach the portal from it. */
export class Stranger {
  private constructor(private readonly server: Server) {}

  /** Serves `html` at every address. */
  static async serving(html: string): Promise<Stranger> {
    const server = createServer((_, answer) => {
      answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      answer.end(`<!doctype html><title>Stranger</title>${html}`);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Stranger(server);
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
