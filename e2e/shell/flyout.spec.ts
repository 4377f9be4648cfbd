import { company, flyoutEntry, heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test("the flyout opens by click, closes on Escape and gives focus back", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await expect(company(page)).toHaveAttribute("aria-expanded", "false");
  await company(page).click();
  await expect(company(page)).toHaveAttribute("aria-expanded", "true");
  await expect(flyoutEntry(page, "Profile")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(flyoutEntry(page, "Profile")).toBeHidden();
  await expect(company(page)).toBeFocused();
  await expect(company(page)).toHaveAttribute("aria-expanded", "false");
});

test("the flyout closes on a click outside", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await company(page).click();
  await expect(flyoutEntry(page, "Profile")).toBeVisible();
  await heading(page).click();
  await expect(flyoutEntry(page, "Profile")).toBeHidden();
});

for (const key of ["Enter", "Space"]) {
  test(`the flyout opens with ${key}, and Tab leads through it`, async ({ open }) => {
    const page = await open("user", "/dashboard");
    await company(page).focus();
    await page.keyboard.press(key);
    await expect(flyoutEntry(page, "Profile")).toBeVisible();
    await flyoutEntry(page, "Profile").focus();
    for (const name of ["Users", "Role Privileges", "Quota Limit", "My Activity"]) {
      await page.keyboard.press("Tab");
      await expect(flyoutEntry(page, name)).toBeFocused();
    }
    await page.keyboard.press("Escape");
    await expect(company(page)).toBeFocused();
  });
}

test("a chosen entry closes the flyout", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await company(page).click();
  await flyoutEntry(page, "My Activity").click();
  await expect(page).toHaveURL("/company/activity");
  await expect(flyoutEntry(page, "Role Privileges")).toBeHidden();
});
