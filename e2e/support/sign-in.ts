import { expect, type Page } from "@playwright/test";

import { people, type Who } from "./people.ts";
import { password } from "./settings.ts";

/** Fills in and sends the sign-in page that is open. */
export async function signIn(page: Page, who: Who, secret = password): Promise<void> {
  await page.getByLabel("E-mail", { exact: true }).fill(people[who].email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Opens the portal as a person does, and signs in. */
export async function arrive(page: Page, who: Who): Promise<void> {
  await page.goto("/");
  await signIn(page, who);
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
}
