import type { Locator } from "@playwright/test";

import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

test("on a phone the request is a finger high", async ({ open }) => {
  const page = await open("user", apiInfoPath, phone);
  await expectFingerHigh(new ApiInfo(page).request);
});

test.describe("with API access", () => {
  test.use({ access: "approved" });

  test("on a phone the key actions stack, each a finger high", async ({ open }) => {
    const page = await open("user", apiInfoPath, phone);
    const api = new ApiInfo(page);
    const actions = [api.copyApiKey, api.reveal, api.copySecretKey, api.replaceSecret, api.revokeKey];
    for (const action of actions) await expectFingerHigh(action);
    const [reveal, copy] = [await api.reveal.boundingBox(), await api.copySecretKey.boundingBox()];
    expect(Math.abs((reveal?.y ?? 0) - (copy?.y ?? 0))).toBeGreaterThanOrEqual(44);
  });
});

test.describe("with a request in the queue", () => {
  test.use({ access: "pending" });

  test("on a phone an administrator's decisions are a finger high", async ({ open }) => {
    const page = await open("administrator", "/administration/api-requests", phone);
    await expectFingerHigh(page.getByRole("button", { name: /^Approve/ }).first());
    await expectFingerHigh(page.getByRole("button", { name: /^Deny/ }).first());
  });
});

/** 44 CSS pixels. */
async function expectFingerHigh(action: Locator): Promise<void> {
  await expect(action).toBeVisible();
  const box = await action.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
}
