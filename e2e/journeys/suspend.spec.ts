import { keysOf } from "../support/access.ts";
import { ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { openDialog } from "../support/dialog.ts";
import { callRestapi } from "../support/restapi.ts";
import { profileSidebar } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("an administrator disables and enables a user's API access while the user looks on", async ({ portal, open }) => {
  const keys = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  await expect(new ApiInfo(page).copySecretKey).toBeVisible();
  await mark(page);

  const users = await open("administrator", "/administration/users");
  const row = users.getByRole("row").filter({ hasText: "user@demo.example" });
  await row.getByRole("button", { name: /^Disable/ }).click();
  const dialog = openDialog(users);
  await dialog.getByRole("textbox").fill("The key was seen in a public repository.");
  await dialog.getByRole("button", { name: /^Disable/ }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText("The key was seen in a public repository.")).toBeVisible();
  await expect(page).toHaveTitle(/^API Info/);
  await expect(profileSidebar(page).getByRole("link", { name: "API Info" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/refused/i);
  expect((await callRestapi(portal, keys)).status).toBeGreaterThanOrEqual(401);

  await row.getByRole("button", { name: /^Enable/ }).click();
  await expect(page.getByText("The key was seen in a public repository.")).toBeHidden();
  await expect(row.getByRole("button", { name: /^Disable/ })).toBeVisible();
  expect((await callRestapi(portal, keys)).status).toBe(200);
  expect(await isMarked(page)).toBe(true);
});
