import { announcement, ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test.use({ portalSettings: { approve: "auto" } });

test("where the backend decides by itself, one click leads to the keys", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  await api.request.click();
  await expect(announcement(page, "API access approved. Your credentials are ready.")).not.toHaveCount(0);
  await expect(page).toHaveTitle(/^API Info/);
  await expect(api.copyApiKey).toBeVisible();
  await expect(api.copySecretKey).toBeVisible();
});
