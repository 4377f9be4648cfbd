import type { Page } from "@playwright/test";

import { apiInfoPath, ApiInfo } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("a tab whose account changed under it says so, and nothing can be done in it any more", async ({ open }) => {
  const first = await open("user", apiInfoPath);
  await expect(new ApiInfo(first).copySecretKey).toBeVisible();
  await colleagueSignsIn(first);

  await first.bringToFront();
  const dialog = openDialog(first);
  await expect(dialog).toContainText("colleague@demo.example");
  await expect(dialog).toContainText("user@demo.example");
  // There is nothing left to do here but to go on as the other user, however the dialog is left.
  await first.keyboard.press("Escape");
  await expect(new ApiInfo(first).request).toBeVisible();
  await expect(new ApiInfo(first).copySecretKey).toHaveCount(0);
});

test("what was typed is gone once the tab belongs to somebody else", async ({ open }) => {
  const first = await open("user", "/company/profile");
  await first.getByLabel("City", { exact: true }).fill("Lisbon");
  await colleagueSignsIn(first);
  await first.bringToFront();
  first.on("dialog", (leaving) => leaving.accept());
  await openDialog(first).getByRole("button", { name: "Reload" }).click();
  await expect(openDialog(first)).toBeHidden();
  await expect(first.getByLabel("Primary E-mail", { exact: true })).toHaveValue("colleague@demo.example");
  await expect(first.getByLabel("City", { exact: true })).not.toHaveValue("Lisbon");
});

/** Somebody else signs in, in another tab of the same browser. */
async function colleagueSignsIn(first: Page): Promise<void> {
  const second = await first.context().newPage();
  await first.context().clearCookies();
  await second.goto("/dashboard");
  await signIn(second, "colleague");
  await expect(heading(second, "Dashboard")).toBeVisible();
}
