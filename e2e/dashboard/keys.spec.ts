import { keysOf } from "../support/access.ts";
import { isMarked, mark } from "../support/api-info.ts";
import { callRestapi } from "../support/restapi.ts";
import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("what a script does with the key shows on the dashboard within seconds, without a reload", async ({ open, portal }) => {
  const keys = await keysOf(portal, "user");
  const page = await open("user", "/dashboard");
  const card = page.getByRole("region", { name: "Use of your API keys" });
  await expect(card).toContainText(keys.apiKey);
  await expect(card).toContainText("Not used yet");
  await mark(page);
  for (const status of [200, 200, 404]) {
    const route = status === 200 ? "volume/volumeList" : "instance/vmStatus?uuid=01954d10-0000-7000-8000-000000000001";
    expect((await callRestapi(portal, keys, route)).status).toBe(status);
  }
  await expect(card.getByText("Successful").locator("..")).toHaveText(/2$/);
  await expect(card.getByText("Refused").locator("..")).toHaveText(/1$/);
  await expect(card.getByText("Failed").locator("..")).toHaveText(/0$/);
  await expect(card).toContainText(/Last used .* from 127\.0\.0\.1: GET \/restapi\/instance\/vmStatus/);
  expect(await isMarked(page)).toBe(true);
});

test("an administrator, who has no keys, sees nothing of them", async ({ open }) => {
  const page = await open("administrator", "/dashboard");
  await expect(heading(page, "Dashboard")).toBeVisible();
  await expect(page.getByText("Requests for API access")).toBeVisible();
  await expect(page.getByText("Use of your API keys")).toHaveCount(0);
});
