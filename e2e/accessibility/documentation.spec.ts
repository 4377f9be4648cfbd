import type { BrowserContextOptions } from "@playwright/test";

import { expectAccessible } from "../support/axe.ts";
import { documentation } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } satisfies BrowserContextOptions;
const phone = { viewport: { width: 375, height: 740 }, reducedMotion: "reduce" } satisfies BrowserContextOptions;

// Axe takes a while for all of it, so not every window shows the whole in both themes; a part is looked at in each combination.
const wholes = { "light, desktop": { ...desktop, colorScheme: "light" }, "dark, phone": { ...phone, colorScheme: "dark" } } as const;
for (const [name, options] of Object.entries(wholes)) {
  testEachScreen(documentation.slice(0, 1), (screen) => `all of it: ${screen.name}, ${name}`, options, async (page) => {
    test.setTimeout(300_000);
    await expect(page.getByText("/restapi/zone/zonelist").first()).toBeVisible();
    await expectAccessible(page);
  });
}

for (const [name, size] of Object.entries({ desktop, phone })) {
  for (const colorScheme of ["light", "dark"] as const) {
    const title = (screen: { name: string }) => `a part: ${screen.name}, ${colorScheme}, ${name}`;
    testEachScreen(documentation, title, { ...size, colorScheme }, async (page) => {
      await page.getByRole("searchbox").fill("zonelist");
      await expect(page.getByText("/restapi/volume/volumeList").filter({ visible: true })).toHaveCount(0);
      await expectAccessible(page);
    });
  }
}
