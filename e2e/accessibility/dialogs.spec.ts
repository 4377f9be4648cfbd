import type { Page } from "@playwright/test";

import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expectAccessible } from "../support/axe.ts";
import { layers, narrowLayers, wideLayers } from "../support/layers.ts";
import { settled } from "../support/screens.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";
import { testEachLayer } from "../support/test-layer.ts";

test.use({ access: "approved", contextOptions: { reducedMotion: "reduce" } });

const phone = { viewport: { width: 375, height: 740 } };

testEachLayer([...layers, ...wideLayers], (layer) => layer.name, {}, inBothThemes);
testEachLayer(narrowLayers, (layer) => layer.name, phone, inBothThemes);

test("a revealed secret with its countdown", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await new ApiInfo(page).readSecret();
  await new ApiInfo(page).keepVisible.click();
  await inBothThemes(page);
});

test("wrong fields", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^First Name/).fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByLabel(/^First Name/)).toHaveAttribute("aria-invalid", "true");
  await inBothThemes(page);
});

test("a refused sign-in", async ({ page }) => {
  await page.goto("/");
  await signIn(page, "user", "not the password");
  await expect(page.getByRole("alert").filter({ hasText: /wrong/i })).toBeVisible();
  await inBothThemes(page);
});

test("the offline banner", async ({ open }) => {
  const page = await open("user", "/dashboard");
  await settled(page);
  await page.context().setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "You are offline" })).toBeVisible();
  await inBothThemes(page);
});

async function inBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}
