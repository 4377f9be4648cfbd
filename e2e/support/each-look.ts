import type { Page } from "@playwright/test";

import { test } from "./test.ts";

const windows = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 740 } };

/** Does `check` with the page as wide as a desktop and as narrow as a phone, light and dark. */
export async function inEachLook(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  for (const [name, size] of Object.entries(windows)) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await test.step(`${name}, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        await check(page);
      });
    }
  }
}
