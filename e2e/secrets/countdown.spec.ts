import type { BrowserContext, Page } from "@playwright/test";

import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { placesOf } from "../support/secrets.ts";
import { expect, test } from "../support/traced.ts";

test.use({ access: "approved" });

test("a revealed secret hides after 30 seconds", async ({ browserOf }) => {
  const page = await openWithClock(await browserOf("user"));
  const api = new ApiInfo(page);
  const secret = await api.readSecret();
  await expect(page.getByText(/Hides in (30|29|28) s/)).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(api.secret).toBeVisible();
  await page.clock.runFor(11_000);
  await expect(api.reveal).toBeVisible();
  expect(await placesOf(page, secret)).toEqual([]);
});

test("the time limit can be stopped", async ({ browserOf }) => {
  const page = await openWithClock(await browserOf("user"));
  const api = new ApiInfo(page);
  await api.readSecret();
  await api.keepVisible.click();
  await page.clock.runFor(120_000);
  await expect(api.secret).toBeVisible();
  await api.hide.click();
  await expect(api.secret).toHaveCount(0);
});

test("the countdown is not read out", async ({ browserOf }) => {
  const page = await openWithClock(await browserOf("user"));
  await new ApiInfo(page).readSecret();
  const countdown = page.getByText(/Hides in \d+ s/);
  await expect(countdown).toBeVisible();
  const live = countdown.locator("xpath=ancestor-or-self::*[@aria-live or @role='status' or @role='alert']");
  await expect(live).toHaveCount(0);
});

/** Opens API Info in a page whose clock the test moves. */
async function openWithClock(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(apiInfoPath);
  await expect(new ApiInfo(page).reveal).toBeVisible();
  return page;
}
