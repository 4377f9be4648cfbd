import { keysOf } from "../support/access.ts";
import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { callRestapi } from "../support/restapi.ts";
import { apiKeyShape } from "../support/secrets.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("a revoked key is refused at once, and a new one can be made", async ({ portal, open }) => {
  const before = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await api.revokeKey.click();
  const dialog = openDialog(page);
  await expect(dialog).toContainText(before.apiKey);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog).toBeHidden();

  await expect(api.copySecretKey).toHaveCount(0);
  await expect(page).toHaveTitle(/^API Info/);
  expect((await callRestapi(portal, before)).status).toBe(401);

  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(api.copySecretKey).toBeVisible();
  const shown = await page.getByRole("main").innerText();
  const after = { apiKey: apiKeyShape.exec(shown)?.[0] ?? "", secretKey: await api.readSecret() };
  expect(after.apiKey).not.toBe(before.apiKey);
  expect((await callRestapi(portal, after)).status).toBe(200);
  expect((await callRestapi(portal, before)).status).toBe(401);
});
