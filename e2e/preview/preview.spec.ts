import { expect, test as base } from "@playwright/test";

import { expectAccessible } from "../support/axe.ts";
import { Files } from "../support/files.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { previewFolder } from "../support/settings.ts";

const parts = 4;

const test = base.extend<object, { preview: Files }>({
  preview: [
    async ({}, use) => {
      const preview = await Files.of(previewFolder);
      await use(preview);
      await preview.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ preview }, use) => use(preview.origin),
});

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (let part = 0; part < parts; part += 1) {
  test(`every story renders and is accessible, part ${part + 1} of ${parts}`, async ({ page }) => {
    test.setTimeout(240_000);
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto("/");
    const links = page.getByRole("navigation", { name: "Stories" }).getByRole("link");
    await expect(links).not.toHaveCount(0);
    const addresses = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses.filter((_, index) => index % parts === part)) {
      await test.step(address, async () => {
        await page.goto(address);
        await expect(page.getByRole("main")).toBeVisible();
        await expect(page.getByRole("main")).not.toBeEmpty();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
        expect(problems, address).toEqual([]);
      });
    }
  });
}

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
