import type { Page, Route } from "@playwright/test";

/** Something that a test lets happen when it is time. */
export interface Withheld {
  promise: Promise<void>;
  resolve(): void;
}

export function withheld(): Withheld {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** How a backend can fail its reader. */
export type Outage = "offline" | "server-error" | "no-backend";

/** Lets every call that matches `address` and `method` fail until the returned function is called. */
export async function failing(page: Page, address: string, outage: Outage, method = "GET"): Promise<() => Promise<void>> {
  const fail = async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    if (outage === "offline") return route.abort("internetdisconnected");
    if (outage === "no-backend") return route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" });
    return route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(serverProblem) });
  };
  await page.route(address, fail);
  return () => page.unroute(address, fail);
}

/** Holds every answer to `address` and `method` back until the returned function is called. */
export async function slow(page: Page, address: string, method = "GET"): Promise<() => Promise<void>> {
  const answer = withheld();
  const hold = async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    await answer.promise;
    // The page may have given up waiting.
    await route.continue().catch(() => {});
  };
  await page.route(address, hold);
  return async () => {
    await page.unroute(address, hold);
    answer.resolve();
  };
}

/** Counts what is sent to `address` from now on. */
export async function counted(page: Page, address: string, method: string): Promise<() => number> {
  let count = 0;
  await page.route(address, (route) => {
    if (route.request().method() === method) count += 1;
    return route.fallback();
  });
  return () => count;
}

/** The request id in the problem document of a `server-error`. */
export const requestId = "01980000-0000-7000-8000-00000000e2e0";

const serverProblem = {
  type: "urn:latchkey:problem:internal",
  title: "The server failed",
  status: 500,
  detail: "Something failed on the server. Try again in a moment.",
  request_id: requestId,
};
