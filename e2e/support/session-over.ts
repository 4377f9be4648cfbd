import type { Page } from "@playwright/test";

/** Answers the next call to `address` as the server does once the session is over. */
export async function endSessionAt(page: Page, address: string): Promise<void> {
  const body = {
    type: "urn:latchkey:problem:not-signed-in",
    title: "Not signed in",
    status: 401,
    detail: "Sign in to go on.",
    request_id: "01980000-0000-7000-8000-000000000401",
  };
  await page.route(
    address,
    (route) => route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify(body) }),
    { times: 1 },
  );
}
