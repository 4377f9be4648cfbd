import type { BrowserContextOptions, Page } from "@playwright/test";

import type { Screen } from "./screens.ts";
import { settled } from "./screens.ts";
import { test } from "./test.ts";

/** Declares one test a screen of `screens`; `check` is given the page as its reader finds it. */
export function testEachScreen(
  screens: Screen[],
  title: (screen: Screen) => string,
  options: BrowserContextOptions,
  check: (page: Page, screen: Screen) => Promise<void>,
): void {
  for (const screen of screens) {
    test.describe(() => {
      test.use({ access: screen.access ?? "disabled" });

      test(title(screen), async ({ portal, browser, open }) => {
        if (screen.who !== "nobody") {
          const page = await open(screen.who, screen.path, options);
          await settled(page);
          return check(page, screen);
        }
        const context = await browser.newContext({ baseURL: portal.origin(), ...options });
        const page = await context.newPage();
        await page.goto(screen.path);
        await settled(page);
        await check(page, screen);
        await context.close();
      });
    });
  }
}
