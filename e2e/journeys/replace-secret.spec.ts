import { keysOf } from "../support/access.ts";
import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { callRestapi } from "../support/restapi.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("the old secret key stops at once and the new one works", async ({ portal, open }) => {
  const before = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await api.replaceSecret.click();

  const dialog = openDialog(page);
  await expect(dialog).toContainText(/stop|refuse/i);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Replace secret key" }).click();
  await expect(dialog).toBeHidden();

  await expect.poll(async () => (await callRestapi(portal, before)).status).toBe(401);
  const after = { apiKey: before.apiKey, secretKey: await api.readSecret() };
  expect(after.secretKey).not.toBe(before.secretKey);
  expect((await callRestapi(portal, after)).status).toBe(200);
});

test("a changed mind changes nothing and gives focus back", async ({ portal, open }) => {
  const before = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  for (const leave of ["Cancel", "Escape"]) {
    await api.replaceSecret.click();
    if (leave === "Cancel") await page.getByRole("button", { name: "Cancel" }).click();
    else await page.keyboard.press("Escape");
    await expect(api.replaceSecret, leave).toBeFocused();
  }
  expect((await callRestapi(portal, before)).status).toBe(200);
});
