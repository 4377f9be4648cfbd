import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("a deep link survives signing in", async ({ page }) => {
  await page.goto(apiInfoPath);
  await signIn(page, "user");
  await expect(page).toHaveURL(apiInfoPath);
  await expect(new ApiInfo(page).request).toBeVisible();
});

test("signing in never leads to another site", async ({ page, portal }) => {
  await page.goto("/company/activity");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  const name = [...new URL(page.url()).searchParams.keys()][0] ?? "return";
  for (const elsewhere of ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"]) {
    await page.goto(`/sign-in?${name}=${encodeURIComponent(elsewhere)}`);
    await signIn(page, "user");
    await expect(heading(page)).not.toHaveText(/Sign in/);
    expect(new URL(page.url()).origin).toBe(portal.origin());
    await page.context().clearCookies();
  }
});

test("signing in never follows a path that becomes another host", async ({ page, portal }) => {
  for (const path of ["%2F.%2F%2F127.0.0.2%3A9999%2Fx", "%2Fx%2F..%2F%2Fh", "%2F%252e%2F%2Fh", "%2F.%255C%2Fh"]) {
    await page.goto(`/sign-in?return=${path}`);
    await signIn(page, "user");
    await expect(heading(page, "Dashboard")).toBeVisible();
    await expect(page).toHaveURL(`${portal.origin()}/dashboard`);
    await page.context().clearCookies();
  }
});

test("the documentation is readable before signing in", async ({ page }) => {
  await page.goto("/docs");
  await expect(heading(page, "API documentation")).toBeVisible();
  await expect(page).toHaveURL(/\/docs/);
});
