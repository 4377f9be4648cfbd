import type { Page } from "@playwright/test";

/** Answers the next saving to `address` as the server does once the session is over; what is read there is left alone. */
export async function endSessionAtSaving(page: Page, address: string): Promise<void> {
  const body = {
    type: "urn:latchkey:problem:not-signed-in",
    title: "Not signed in",
    status: 401,
    detail: "Sign in to go on.",
    request_id: "01980000-0000-7000-8000-000000000401",
  };
  let isOver = true;
  await page.route(address, (route) => {
    if (!isOver || route.request().method() === "GET") return route.fallback();
    isOver = false;
    return route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify(body) });
  });
}
