import type { Page } from "@playwright/test";

import { announcement } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test("a session that ends asks for the password over the page and loses nothing typed", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const city = page.getByLabel("City", { exact: true });
  await city.fill("Lisbon");
  await endOnServer(page);

  const dialog = openDialog(page);
  await expect(dialog).toBeVisible();
  await signInAgain(page, password);
  await expect(dialog).toBeHidden();
  await expect(city).toHaveValue("Lisbon");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(announcement(page, /saved/i)).not.toHaveCount(0);
});

test("what was begun goes on once the password is given", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel("City", { exact: true }).fill("Lisbon");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save changes" }).click();

  await signInAgain(page, password);
  await expect(announcement(page, /saved/i)).not.toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("City", { exact: true })).toHaveValue("Lisbon");
});

test("a wrong password is told in the dialog, and the page keeps what was typed", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel("City", { exact: true }).fill("Lisbon");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save changes" }).click();
  await signInAgain(page, "not the password");
  await expect(openDialog(page)).toContainText(/wrong/i);
  await expect(page.getByLabel("City", { exact: true })).toHaveValue("Lisbon");
});

test("another user who signs in over the page finds nothing that was typed", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel("City", { exact: true }).fill("Lisbon");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save changes" }).click();
  await openDialog(page).getByLabel("E-mail", { exact: true }).fill("colleague@demo.example");
  await signInAgain(page, password);
  await expect(openDialog(page)).toBeHidden();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByLabel("City", { exact: true })).not.toHaveValue("Lisbon");
});

async function signInAgain(page: Page, secret: string): Promise<void> {
  await openDialog(page).getByLabel("Password", { exact: true }).fill(secret);
  await openDialog(page).getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Ends the page's session on the server, as its expiry does, while the browser keeps the cookie. */
async function endOnServer(page: Page): Promise<void> {
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
