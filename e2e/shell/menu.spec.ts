import { company, flyoutEntry, heading, mainMenu, profileSidebar } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

const mainEntries = [
  "Dashboard", "Compute", "Network", "Apps", "Monitoring", "Billing", "Company", "Help Center", "Changelog",
];
const flyoutEntries = ["Profile", "Users", "Role Privileges", "Quota Limit", "My Activity"];
const profileEntries = [
  "My Profile", "Change Password", "Payment Settings", "Credits & Promocode", "Request API Access",
  "Notification Settings", "Account Delete Request",
];

test("the main menu has the portal's nine entries in its order", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await expect(heading(page, "Dashboard")).toBeVisible();
  const entries = mainMenu(page).getByRole("link").or(mainMenu(page).getByRole("button")).filter({ visible: true });
  await expect(entries).toHaveText(mainEntries);
  await expect(mainMenu(page).getByRole("link", { name: "Dashboard" })).toHaveAttribute("aria-current", "page");
});

test("no word of the main menu is broken, the current one in bold included", async ({ open }) => {
  const page = await open("administrator", "/administration/api-requests");
  await expect(heading(page)).toBeVisible();
  for (const name of [...mainEntries, "Administration"]) {
    const lines = await mainMenu(page).getByText(name, { exact: true }).first().evaluate((label) => {
      const words = document.createRange();
      words.selectNodeContents(label);
      return words.getClientRects().length;
    });
    expect(lines, name).toBe(1);
  }
});

test("the flyout has the portal's five entries in its order", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await company(page).click();
  await expect(page.getByText("My Organization")).toBeVisible();
  for (const name of flyoutEntries) await expect(flyoutEntry(page, name)).toBeVisible();
  const shown = await page.getByRole("link").filter({ visible: true }).allInnerTexts();
  expect(shown.map((name) => name.trim()).filter((name) => flyoutEntries.includes(name))).toEqual(flyoutEntries);
});

test("the profile sidebar has the portal's seven entries in its order", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await expect(heading(page)).toBeVisible();
  await expect(profileSidebar(page).getByRole("link")).toHaveText(profileEntries);
  await expect(profileSidebar(page).getByRole("link", { name: "My Profile" })).toHaveAttribute("aria-current", "page");
});

test("every entry leads to a page of its own", async ({ open }) => {
  const page = await open("user", "/dashboard");
  for (const name of mainEntries.filter((entry) => entry !== "Company")) {
    await mainMenu(page).getByRole("link", { name, exact: true }).click();
    await expect(heading(page)).toContainText(name);
    await expect(mainMenu(page).getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
  }
});

test.describe("administration", () => {
  test("is offered to administrators", async ({ open }) => {
    const page = await open("administrator", "/dashboard");
    await page.getByRole("link", { name: /API Requests/ }).first().click();
    await expect(heading(page, "API Requests")).toBeVisible();
  });

  test("is neither offered nor shown to users", async ({ open }) => {
    const page = await open("user", "/dashboard");
    await expect(heading(page, "Dashboard")).toBeVisible();
    await expect(page.getByRole("link", { name: /API Requests/ })).toHaveCount(0);
    await page.goto("/administration/api-requests");
    await expect(page.getByRole("main")).toContainText(/may not open/i);
    await expect(page.getByRole("table")).toHaveCount(0);
  });
});
