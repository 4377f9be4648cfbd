import { openDialog } from "../support/dialog.ts";
import { password } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

test("wrong fields are told beside them, and the first one gets focus", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const firstName = page.getByLabel(/^First Name/);
  const mobile = page.getByLabel(/^Mobile Number/);
  await firstName.fill("");
  await mobile.fill("call me");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(firstName).toBeFocused();
  for (const [field, words] of [[firstName, "Fill this in."], [mobile, "Enter a phone number"]] as const) {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
  }
  await firstName.fill("Robin");
  await mobile.fill("+351 21 000 000");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: /saved/i })).not.toHaveCount(0);
  await expect(firstName).not.toHaveAttribute("aria-invalid", "true");
});

test("what only the server knows is told beside its field", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const email = page.getByLabel(/^Primary E-mail/);
  await email.fill("colleague@demo.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await openDialog(page).getByLabel("Current Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect(email).toHaveAccessibleDescription(/Another account uses this/);
  await expect(email).toHaveValue("colleague@demo.example");
});
