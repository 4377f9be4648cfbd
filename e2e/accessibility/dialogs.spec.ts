import type { Page } from "@playwright/test";

import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expectAccessible } from "../support/axe.ts";
import { openDialog } from "../support/dialog.ts";
import { refuseOnce } from "../support/refusal.ts";
import { company } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved", contextOptions: { reducedMotion: "reduce" } });

for (const [name, opener] of [["replace", "Replace secret key"], ["revoke", "Revoke key"]] as const) {
  test(`the dialog to ${name}`, async ({ open }) => {
    const page = await open("user", apiInfoPath);
    await page.getByRole("button", { name: opener, exact: true }).click();
    await expect(openDialog(page)).toBeVisible();
    await inBothThemes(page);
  });
}

test("a revealed secret with its countdown", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await new ApiInfo(page).readSecret();
  await new ApiInfo(page).keepVisible.click();
  await inBothThemes(page);
});

test("the step-up dialog", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  await new ApiInfo(page).reveal.click();
  await expect(openDialog(page)).toBeVisible();
  await inBothThemes(page);
});

test("the expired session", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await refuseOnce(page, "**/api/v1/profile", "not-signed-in");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(openDialog(page)).toBeVisible();
  await inBothThemes(page);
});

test("unsaved changes", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(openDialog(page)).toBeVisible();
  await inBothThemes(page);
});

test("wrong fields", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^First Name/).fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByLabel(/^First Name/)).toHaveAttribute("aria-invalid", "true");
  await inBothThemes(page);
});

test("the flyout", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await company(page).click();
  await expect(page.getByText("My Organization")).toBeVisible();
  await inBothThemes(page);
});

test("the drawer", async ({ open }) => {
  const page = await open("user", "/dashboard", { viewport: { width: 375, height: 740 } });
  await page.getByRole("button", { name: /menu/i }).first().click();
  await expect(page.getByRole("link", { name: "Billing" })).toBeInViewport();
  await inBothThemes(page);
});

test.describe("with a request in the queue", () => {
  test.use({ access: "pending" });

  test("the dialog to deny", async ({ open }) => {
    const page = await open("administrator", "/administration/api-requests");
    await page.getByRole("button", { name: /^Deny/ }).click();
    await expect(openDialog(page)).toBeVisible();
    await inBothThemes(page);
  });
});

test("the dialog to disable a user's access", async ({ open }) => {
  const page = await open("administrator", "/administration/users");
  await page.getByRole("button", { name: /^Disable/ }).first().click();
  await expect(openDialog(page)).toBeVisible();
  await inBothThemes(page);
});

async function inBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}
