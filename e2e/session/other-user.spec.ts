import { apiInfoPath } from "../support/api-info.ts";
import { heading } from "../support/shell.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("a tab whose account changed under it says so and shows nothing of the former one", async ({ open }) => {
  const first = await open("user", apiInfoPath);
  await expect(first.getByRole("button", { name: "Copy secret key" })).toBeVisible();

  // Somebody else signs in, in another tab of the same browser.
  const second = await first.context().newPage();
  await second.context().clearCookies();
  await second.goto("/dashboard");
  await signIn(second, "colleague");
  await expect(heading(second, "Dashboard")).toBeVisible();

  await first.bringToFront();
  await expect(first.getByText(/colleague@demo\.example|another account|account (has )?changed/i).first()).toBeVisible();
  await expect(first.getByRole("button", { name: "Copy secret key" })).toHaveCount(0);
});

test("what was typed is cleared when another user signs in", async ({ open }) => {
  const first = await open("user", "/company/profile");
  await first.getByLabel(/^City/).fill("Lisbon");
  const second = await first.context().newPage();
  await second.context().clearCookies();
  await second.goto("/dashboard");
  await signIn(second, "colleague");
  await expect(heading(second, "Dashboard")).toBeVisible();
  await first.bringToFront();
  await expect(first.getByText(/colleague@demo\.example|another account|account (has )?changed/i).first()).toBeVisible();
  expect(await first.content()).not.toContain("Lisbon");
  const values = await first.getByRole("textbox").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(values).not.toContain("Lisbon");
});
