import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { allowClipboard, pasted } from "../support/clipboard.ts";
import { keysOf } from "../support/access.ts";
import { openDialog } from "../support/dialog.ts";
import { QuickStart } from "../support/quick-start.ts";
import { refuseOnce } from "../support/refusal.ts";
import { password } from "../support/settings.ts";
import { expect, test } from "../support/traced.ts";

test.use({ access: "approved" });

test("asked for the password again, the page goes on with the reveal", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  const api = new ApiInfo(page);
  await api.reveal.click();
  const dialog = openDialog(page);
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await dialog.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(api.secret).toBeVisible();
});

test("asked for the password again, the page goes on with the copy", async ({ portal, open }) => {
  const { secretKey } = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  await allowClipboard(page.context());
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  const api = new ApiInfo(page);
  await api.copySecretKey.click();
  await openDialog(page).getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect.poll(() => pasted(page)).toBe(secretKey);
  await expect(api.secret).toHaveCount(0);
});

test("asked for the password again, the page goes on with the copy of a snippet", async ({ portal, open }) => {
  const { secretKey } = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  await allowClipboard(page.context());
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  await new QuickStart(page).copyWithSecret.click();
  await openDialog(page).getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect.poll(() => pasted(page)).toContain(`secretkey: ${secretKey}`);
  await expect(new ApiInfo(page).secret).toHaveCount(0);
});

test("a wrong password is told in the dialog, and typing the right one goes on", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  const api = new ApiInfo(page);
  await api.reveal.click();
  const field = openDialog(page).getByLabel("Password", { exact: true });
  await field.fill("not the password");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await field.fill(password);
  await page.keyboard.press("Enter");
  await expect(api.secret).toBeVisible();
});

test("a closed dialog gives the act up without a complaint", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await refuseOnce(page, "**/secret/reveal", "step-up-required");
  const api = new ApiInfo(page);
  await api.reveal.click();
  await expect(openDialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(openDialog(page)).toBeHidden();
  await expect(api.reveal).toBeFocused();
  await expect(api.secret).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ visible: true, hasText: /\S/ })).toHaveCount(0);
});
