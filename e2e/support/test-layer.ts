import type { BrowserContextOptions, Locator, Page } from "@playwright/test";

import type { Layer } from "./layers.ts";
import { settled } from "./screens.ts";
import { test } from "./test.ts";

/** Declares one test a layer of `layers`; `check` is given the page with the layer open on it. */
export function testEachLayer(
  layers: Layer[],
  title: (layer: Layer) => string,
  options: BrowserContextOptions,
  check: (page: Page, layer: Locator) => Promise<void>,
): void {
  for (const layer of layers) {
    test.describe(() => {
      test.use({ access: layer.access ?? "disabled" });

      test(title(layer), async ({ portal, browserOf }) => {
        const page = await (await browserOf(layer.who, options)).newPage();
        const live = page.waitForResponse("**/api/v1/events*");
        await page.goto(layer.path);
        await live;
        await settled(page);
        await check(page, await layer.open(page, portal));
      });
    });
  }
}
