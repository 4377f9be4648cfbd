import { request, type APIRequestContext, type APIResponse } from "@playwright/test";

import { people, type Who } from "./people.ts";
import type { Portal } from "./portal.ts";
import { password } from "./settings.ts";

/** One person's session with the REST API of the web app, for bringing a portal into a state without the page. */
export class Backend {
  private constructor(private readonly http: APIRequestContext) {}

  static async signIn(portal: Portal, who: Who, host = people[who].host): Promise<Backend> {
    const origin = portal.origin(host);
    const http = await request.newContext({
      baseURL: origin,
      extraHTTPHeaders: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    });
    const backend = new Backend(http);
    await backend.call("POST", "/api/v1/session", { email: people[who].email, password });
    return backend;
  }

  /** Calls the API and gives the answer's body; fails unless the answer is a success. */
  async call<Body>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, data?: unknown): Promise<Body> {
    const answer = await this.send(method, path, data);
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`);
    return (text ? JSON.parse(text) : undefined) as Body;
  }

  /** Calls the API and gives the answer as it is. */
  async send(method: string, path: string, data?: unknown): Promise<APIResponse> {
    return this.http.fetch(path, { method, ...(data === undefined ? {} : { data }) });
  }

  /** The session cookie as a browser stores it. */
  async storage(): Promise<Awaited<ReturnType<APIRequestContext["storageState"]>>> {
    return this.http.storageState();
  }

  async close(): Promise<void> {
    await this.http.dispose();
  }
}
