import { ApiInfo } from "../support/api-info.ts";
import { company, flyoutEntry, heading, mainMenu, profileSidebar } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test("the first Tab offers to skip to the content", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await expect(heading(page, "Dashboard")).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: /skip to/i });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  const inMain = () => page.evaluate(() => document.activeElement?.closest("main") !== null);
  await expect.poll(inMain).toBe(true);
});

test("a change of page moves focus to its main heading", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await mainMenu(page).getByRole("link", { name: "Billing" }).click();
  await expect(heading(page)).toBeFocused();
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await expect(heading(page, "Dashboard")).toBeFocused();
});

test("API access can be asked for without a mouse", async ({ open }) => {
  const page = await open("user", "/dashboard");
  const api = new ApiInfo(page);
  await company(page).focus();
  await page.keyboard.press("Enter");
  await flyoutEntry(page, "Profile").focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
  await profileSidebar(page).getByRole("link", { name: "Request API Access" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
  await api.request.focus();
  await page.keyboard.press("Enter");
  await expect(api.withdraw).toBeVisible();
  const lost = await page.evaluate(() => document.activeElement === document.body);
  expect(lost).toBe(false);
});
