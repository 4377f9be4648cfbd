import { openDialog } from "../support/dialog.ts";
import { heading, mainMenu, profileSidebar } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";
import { signOut } from "../support/user-menu.ts";

test("leaving with unsaved changes asks first, and staying keeps them", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await profileSidebar(page).getByRole("link", { name: "Change Password" }).click();
  const dialog = openDialog(page);
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: /stay|keep|cancel/i }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL("/company/profile");
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
});

test("leaving with unsaved changes is possible", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await openDialog(page).getByRole("button", { name: /leave|discard/i }).click();
  await expect(heading(page, "Dashboard")).toBeVisible();
  await page.goto("/company/profile");
  await expect(page.getByLabel(/^City/)).not.toHaveValue("Lisbon");
});

test("without changes nothing is asked", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await expect(page.getByLabel(/^City/)).not.toHaveValue("");
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await expect(heading(page, "Dashboard")).toBeVisible();
});

test("closing the tab with unsaved changes asks, too", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
});

test("going back with unsaved changes asks, too", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await page.getByRole("button", { name: "Company" }).click();
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await page.getByLabel(/^City/).fill("Lisbon");
  await page.evaluate(() => history.back());
  await openDialog(page).getByRole("button", { name: /stay|keep|cancel/i }).click();
  await expect(page).toHaveURL("/company/profile");
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
});

test("signing out with unsaved changes asks, too", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await signOut(page);
  await openDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(openDialog(page)).toBeHidden();
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
  await signOut(page);
  await openDialog(page).getByRole("button", { name: "Leave without saving" }).click();
  await expect(heading(page, "Sign in to Latchkey")).toBeVisible();
  await expect(openDialog(page)).toBeHidden();
});

test("passwords that were typed are asked about, too", async ({ open }) => {
  const page = await open("user", "/company/profile/password");
  await page.getByLabel("New Password", { exact: true }).fill("half a new");
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await openDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/company/profile/password");
  await page.getByLabel("New Password", { exact: true }).fill("");
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await expect(heading(page, "Dashboard")).toBeVisible();
});
