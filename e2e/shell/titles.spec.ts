import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

const titles: [string, RegExp][] = [
  ["/dashboard", /^Dashboard/],
  ["/company/profile", /^My Profile/],
  ["/company/profile/password", /^Change Password/],
  ["/company/profile/api-info", /^Request API Access/],
  ["/company/activity", /^My Activity/],
  ["/billing", /^Billing/],
  ["/company/users", /^Users/],
  ["/docs", /^API documentation/],
  ["/no/such/page", /not found|nothing here/i],
];

test("every page has a document title of its own", async ({ open }) => {
  const page = await open("user", "/dashboard");
  for (const [path, title] of titles) {
    await page.goto(path);
    await expect(page).toHaveTitle(title);
    await expect(page).toHaveTitle(/Latchkey$/);
    await expect(heading(page)).toHaveCount(1);
  }
});

test("the profile is titled as in the portal, with its breadcrumb", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await expect(page.getByRole("heading", { name: "Profile & Payment Settings" })).toBeVisible();
  const crumbs = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(crumbs.getByRole("link", { name: "Home" })).toBeVisible();
  await expect(crumbs).toContainText("Profile");
  await crumbs.getByRole("link", { name: "Home" }).click();
  await expect(heading(page, "Dashboard")).toBeVisible();
});

test("the role of the user is named on the profile", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await expect(page.getByRole("main").getByText("Billing Admin")).toBeVisible();
});
