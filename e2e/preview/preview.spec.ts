import { expect, test as base } from "@playwright/test";

import { siteOf } from "../support/files.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { previewFolder } from "../support/settings.ts";
import type { Site } from "../support/site.ts";

const test = base.extend<object, { preview: Site }>({
  preview: [
    async ({}, use) => {
      const preview = await siteOf(previewFolder);
      await use(preview);
      await preview.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ preview }, use) => use(preview.origin),
});

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("theme, direction and width can be switched", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("navigation", { name: "Stories" }).getByRole("link")).not.toHaveCount(0);
  for (const name of ["Theme", "Direction", "Width"]) {
    await expect(page.getByLabel(name).or(page.getByRole("group", { name })).first()).toBeVisible();
  }
});

test("the preview fits 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expect(page.getByRole("main")).toBeVisible();
  await expectNoOverflow(page);
});
