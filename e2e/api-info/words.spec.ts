import { keysOf } from "../support/access.ts";
import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("API Info says what the specification says, word for word", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  for (const words of [
    "A public key used to identify your API requests.",
    "A private token used to authenticate and secure your API sessions.",
    "Your secret key should be kept confidential. Do not share it in public repositories or unsecured environments.",
  ]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByText("Important").first()).toBeVisible();
});

test("the API key is shown in full and can be selected", async ({ open, portal }) => {
  const { apiKey } = await keysOf(portal, "user");
  const page = await open("user", apiInfoPath);
  const shown = page.getByRole("main").getByText(apiKey, { exact: true }).first();
  await expect(shown).toBeVisible();
  await shown.click({ clickCount: 3 });
  expect(await page.evaluate(() => String(getSelection()))).toContain(apiKey);
});

test("a masked secret tells nothing of its length", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await expect(new ApiInfo(page).reveal).toBeVisible();
  await expect(page.getByRole("main").getByText(/^[•●∙·]+$/)).toHaveCount(1);
});
