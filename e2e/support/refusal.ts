import type { Page } from "@playwright/test";

/** Why the server refuses what a person may do otherwise. */
const refusals = {
  "step-up-required": { status: 403, title: "Password needed", detail: "Give your password again to go on." },
} as const;

/** Answers the next act at `address` as the server does for this reason; what is read there is left alone. */
export async function refuseOnce(page: Page, address: string, reason: keyof typeof refusals): Promise<void> {
  const refusal = refusals[reason];
  const type = `urn:latchkey:problem:${reason}`;
  const body = JSON.stringify({ type, ...refusal, request_id: "01980000-0000-7000-8000-000000000401" });
  let isOver = false;
  await page.route(address, (route) => {
    if (isOver || route.request().method() === "GET") return route.fallback();
    isOver = true;
    return route.fulfill({ status: refusal.status, contentType: "application/problem+json", body });
  });
}
