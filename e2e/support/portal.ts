import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import { password, serverProgram, webFolder } from "./settings.ts";

/** How a portal differs from the one that `cargo xtask start` serves. */
export interface PortalSettings {
  /** Who decides on requests for API access. */
  approve?: "admin" | "auto";
  /** What the operator put into `config.json`. */
  config?: unknown;
  /** How many times as fast the embedded cloud works. */
  timeScale?: number;
  /** What is logged; "info" if left out. */
  log?: string;
}

/** A real server process with demo data in a folder of its own. */
export class Portal {
  private server: ChildProcess | undefined;
  private readonly lines: string[] = [];
  private port = 0;

  private constructor(
    private readonly folder: string,
    private readonly settings: PortalSettings,
  ) {}

  /** Starts a portal on a free port, from a copy of the data in `seed` if there is one. */
  static async start(settings: PortalSettings = {}, seed?: string): Promise<Portal> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "latchkey-e2e-"));
    if (seed) await fs.cp(seed, folder, { recursive: true });
    const portal = new Portal(folder, settings);
    await portal.resume();
    return portal;
  }

  /** The portal's address at `host`, without a slash at the end. */
  origin(host: "127.0.0.1" | "localhost" = "127.0.0.1"): string {
    return `http://${host}:${this.port}`;
  }

  /** What the server has logged so far. */
  log(): string {
    return this.lines.join("\n");
  }

  /** Starts the server again, on the same port and data. */
  async resume(): Promise<void> {
    const data = path.join(this.folder, "data");
    const args = ["serve", "--demo", "--port", String(this.port), "--data", data, "--web", webFolder];
    if (this.settings.approve) args.push("--approve", this.settings.approve);
    if (this.settings.config !== undefined) {
      const file = path.join(this.folder, "config.json");
      await fs.writeFile(file, JSON.stringify(this.settings.config));
      args.push("--portal-config", file);
    }
    const server = spawn(serverProgram, args, {
      env: {
        ...process.env,
        LATCHKEY_DEMO_PASSWORD: password,
        LATCHKEY_TIME_SCALE: String(this.settings.timeScale ?? 1),
        LATCHKEY_LOG: this.settings.log ?? "info",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.server = server;
    createInterface({ input: server.stderr }).on("line", (line) => this.lines.push(line));
    this.port = await this.whenReady(server);
  }

  /** Ends the server as Ctrl-C would; the data stay. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server || server.exitCode !== null) return;
    const exit = once(server, "exit");
    server.kill("SIGTERM");
    await exit;
  }

  /** Ends the server and copies its data, for other portals to start from. */
  async harvest(seed: string): Promise<void> {
    await this.stop();
    await fs.cp(this.folder, seed, { recursive: true });
  }

  /** Ends the server at once and removes its data. */
  async remove(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server && server.exitCode === null) {
      const exit = once(server, "exit");
      server.kill("SIGKILL");
      await exit;
    }
    await fs.rm(this.folder, { recursive: true, force: true });
  }

  private async whenReady(server: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.log()}`)));
      if (!server.stdout) return;
      createInterface({ input: server.stdout }).on("line", (line) => {
        const ready = /^Latchkey is ready at http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
        if (ready) resolve(Number(ready[1]));
      });
    });
  }
}
