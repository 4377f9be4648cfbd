import { people } from "../support/people.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { arrive, signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("signing in leads to the dashboard", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Sign in/);
  await signIn(page, "user");
  await expect(heading(page, "Dashboard")).toBeVisible();
  await expect(page).toHaveURL(/^[^?#]*$/);
});

test("the form works by keyboard alone and is what a password manager expects", async ({ page }) => {
  await page.goto("/");
  const email = page.getByLabel("E-mail", { exact: true });
  const secret = page.getByLabel("Password", { exact: true });
  await expect(email).toHaveAttribute("autocomplete", /username|email/);
  await expect(secret).toHaveAttribute("autocomplete", "current-password");
  await expect(secret).toHaveAttribute("type", "password");
  await email.fill(people.user.email);
  await secret.fill(password);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Dashboard")).toBeVisible();
});

test("a wrong password and an unknown account are told in the same words", async ({ page }) => {
  const words: string[] = [];
  for (const email of [people.user.email, "nobody@demo.example"]) {
    await page.goto("/");
    await page.getByLabel("E-mail", { exact: true }).fill(email);
    await page.getByLabel("Password", { exact: true }).fill("wrong wrong wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: /\S/ });
    await expect(alert).toBeVisible();
    words.push(await alert.innerText());
    await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue(email);
  }
  expect(words[0]).toBe(words[1]);
});

test("fields left empty are named", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("E-mail", { exact: true })).toBeFocused();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test("who is signed in already is not asked again", async ({ page }) => {
  await arrive(page, "user");
  await page.goto("/sign-in");
  await expect(heading(page, "Dashboard")).toBeVisible();
});
