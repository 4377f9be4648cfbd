import { approve } from "../support/access.ts";
import { ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "pending" });

test("a page that lived through a restart of the server still changes by itself", async ({ portal, open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await expect(api.withdraw).toBeVisible();
  await mark(page);
  await portal.stop();
  await portal.resume();
  await approve(portal, "user");
  await expect(api.copySecretKey).toBeVisible({ timeout: 20_000 });
  expect(await isMarked(page)).toBe(true);
});

test("a page that was offline learns what it missed", async ({ portal, open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await expect(api.withdraw).toBeVisible();
  await mark(page);
  await page.context().setOffline(true);
  await approve(portal, "user");
  await page.context().setOffline(false);
  await expect(api.copySecretKey).toBeVisible({ timeout: 20_000 });
  expect(await isMarked(page)).toBe(true);
});

test("without a server a page that is opened says so", async ({ portal, open }) => {
  const page = await open("user", "/dashboard");
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();
  await portal.stop();
  await page.getByRole("button", { name: "Company" }).click();
  await page.getByRole("link", { name: "My Activity", exact: true }).click();
  await expect(page.getByText("You seem to be offline").or(page.getByText("not available")).first()).toBeVisible();
  await portal.resume();
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByRole("main").getByText(/signed in/i).first()).toBeVisible();
});
