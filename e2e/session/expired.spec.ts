import type { Page } from "@playwright/test";

import { openDialog } from "../support/dialog.ts";
import { password } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

test("an expired session asks for the password over the page and loses nothing typed", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const city = page.getByLabel(/^City/);
  await city.fill("Lisbon");
  await expire(page);
  await page.getByRole("button", { name: "Save changes" }).click();

  const dialog = openDialog(page);
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(city).toHaveValue("Lisbon");
  await expect(page.getByRole("button", { name: "Save changes" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
});

test("a wrong password is told in the dialog", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await expire(page);
  await page.getByRole("button", { name: "Save changes" }).click();
  const field = openDialog(page).getByLabel("Password", { exact: true });
  await field.fill("not the password");
  await page.keyboard.press("Enter");
  await expect(openDialog(page)).toContainText(/not right|wrong/i);
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
});

/** Ends the page's session on the server, as its expiry does, while the browser keeps the cookie. */
async function expire(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  const { origin } = new URL(page.url());
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: "DELETE",
    headers: {
      Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      "Content-Type": "application/json",
      Origin: origin,
    },
  });
  expect(answer.ok).toBe(true);
}
