import { ApiInfo } from "../support/api-info.ts";
import { mainMenu, profileSidebar, heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true };

test("on a phone the menu is a drawer that closes on Escape and gives focus back", async ({ open }) => {
  const page = await open("user", "/dashboard", phone);
  await expect(heading(page, "Dashboard")).toBeVisible();
  await expect(mainMenu(page).getByRole("link", { name: "Billing" })).toBeHidden();
  const opener = page.getByRole("button", { name: /menu/i }).first();
  await opener.click();
  await expect(mainMenu(page).getByRole("link", { name: "Billing" })).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(mainMenu(page).getByRole("link", { name: "Billing" })).toBeHidden();
  await expect(opener).toBeFocused();
});

test("on a phone a chosen entry closes the drawer", async ({ open }) => {
  const page = await open("user", "/dashboard", phone);
  await page.getByRole("button", { name: /menu/i }).first().click();
  await mainMenu(page).getByRole("link", { name: "Billing" }).click();
  await expect(heading(page, /Billing/)).toBeVisible();
  await expect(mainMenu(page).getByRole("link", { name: "Compute" })).toBeHidden();
});

test("on a phone all of My Organization is within the drawer", async ({ open }) => {
  const page = await open("user", "/dashboard", phone);
  await page.getByRole("button", { name: /menu/i }).first().click();
  await mainMenu(page).getByRole("button", { name: "Company" }).click();
  for (const name of ["Profile", "Users", "Role Privileges", "Quota Limit", "My Activity"]) {
    const entry = page.getByRole("link", { name, exact: true });
    await entry.scrollIntoViewIfNeeded();
    await expect(entry).toBeInViewport();
  }
});

test("on a phone the profile sidebar is a disclosure that names the current section", async ({ open }) => {
  const page = await open("user", "/company/profile/api-info", phone);
  await expect(new ApiInfo(page).request).toBeVisible();
  await expect(profileSidebar(page).getByRole("link", { name: "My Profile" })).toBeHidden();
  await profileSidebar(page).getByText("Request API Access").first().click();
  await profileSidebar(page).getByRole("link", { name: "My Profile" }).click();
  await expect(page).toHaveURL("/company/profile");
  await expect(profileSidebar(page).getByText("My Profile").first()).toBeVisible();
  await expect(profileSidebar(page).getByRole("link", { name: "Change Password" })).toBeHidden();
});
