import { ApiInfo } from "../support/api-info.ts";
import { profileSidebar } from "../support/shell.ts";
import { signOut } from "../support/user-menu.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("signing out ends the session in every window, and going back shows nothing", async ({ open, portal }) => {
  const page = await open("user", "/company/profile");
  await profileSidebar(page).getByRole("link", { name: "API Info" }).click();
  await expect(new ApiInfo(page).reveal).toBeVisible();
  const second = await page.context().newPage();
  await second.goto("/dashboard");
  await expect(second.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible();

  await signOut(page);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(second.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  const answer = await page.request.get(`${portal.origin()}/api/v1/session`);
  expect(answer.status()).toBe(401);

  await page.goBack();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(new ApiInfo(page).copyApiKey).toHaveCount(0);
});
