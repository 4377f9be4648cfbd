import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the user menu. */
export async function openUserMenu(page: Page): Promise<Locator> {
  await page.getByRole("banner").getByRole("button", { name: /Demo|account|user menu/i }).click();
  const menu = page.getByRole("banner").locator(".user-menu-panel");
  await expect(menu.getByRole("button", { name: "Sign out" })).toBeVisible();
  return menu;
}

/** Signs out through the user menu. */
export async function signOut(page: Page): Promise<void> {
  await (await openUserMenu(page)).getByRole("button", { name: "Sign out" }).click();
}
