import { people } from "../support/people.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const path = "/company/profile/password";
const fresh = "a different long password";

test("the new password works, the old one does not, and other sessions end", async ({ open, portal, browser }) => {
  const elsewhere = await open("user", "/dashboard");
  await expect(heading(elsewhere, "Dashboard")).toBeVisible();
  const page = await open("user", path);
  await page.getByLabel("Old Password", { exact: true }).fill(password);
  await page.getByLabel("New Password", { exact: true }).fill(fresh);
  await page.getByLabel("Confirm Password", { exact: true }).fill(fresh);
  await page.getByRole("button", { name: "Update" }).click();
  await expect(page.getByRole("status").filter({ hasText: /changed|updated/i })).not.toHaveCount(0);
  await expect(page.getByLabel("New Password", { exact: true })).toHaveValue("");

  await elsewhere.reload();
  await expect(elsewhere.getByLabel("Password", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Update" })).toBeVisible();

  const anew = await (await browser.newContext({ baseURL: portal.origin() })).newPage();
  await anew.goto("/");
  await signIn(anew, "user", password);
  await expect(anew.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await signIn(anew, "user", fresh);
  await expect(heading(anew, "Dashboard")).toBeVisible();
  await anew.context().close();
});

test("mistakes are told beside their fields", async ({ open }) => {
  const page = await open("user", path);
  const old = page.getByLabel("Old Password", { exact: true });
  const next = page.getByLabel("New Password", { exact: true });
  const confirm = page.getByLabel("Confirm Password", { exact: true });
  await old.fill(password);
  await next.fill("short");
  await confirm.fill("short");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(next).toHaveAttribute("aria-invalid", "true");

  await next.fill(fresh);
  await confirm.fill(`${fresh} `);
  await page.getByRole("button", { name: "Update" }).click();
  await expect(confirm).toHaveAttribute("aria-invalid", "true");

  await confirm.fill(fresh);
  await old.fill("not the old password");
  await page.getByRole("button", { name: "Update" }).click();
  await expect(old).toHaveAccessibleDescription(/not right/);
  await expect(old).toBeFocused();
  await expect(next).toHaveValue(fresh);
});

test("a password manager knows which field is which", async ({ open }) => {
  const page = await open("user", path);
  await expect(page.getByLabel("Old Password", { exact: true })).toHaveAttribute("autocomplete", "current-password");
  await expect(page.getByLabel("New Password", { exact: true })).toHaveAttribute("autocomplete", "new-password");
  const username = page.locator('form input[autocomplete="username"]');
  await expect(username).toHaveValue(people.user.email);
});
