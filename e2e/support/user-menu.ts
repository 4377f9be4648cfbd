import type { Page } from "@playwright/test";

/** Signs out through the user menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: /Demo|account|user menu/i }).click();
  const entry = page.getByRole("menuitem", { name: "Sign out" }).or(page.getByRole("button", { name: "Sign out" }));
  await entry.click();
}
