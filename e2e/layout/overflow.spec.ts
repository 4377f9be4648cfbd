import type { Locator } from "@playwright/test";

import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { layers, narrowLayers, wideLayers } from "../support/layers.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { documentation, screens } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";
import { testEachLayer } from "../support/test-layer.ts";
import { testEachScreen } from "../support/test-screen.ts";

const narrow = { viewport: { width: 320, height: 640 } };

testEachScreen([...screens, ...documentation], (screen) => `${screen.name} fits 320 px`, narrow, expectNoOverflow);

testEachLayer([...layers, ...narrowLayers], (layer) => `${layer.name} fits 320 px`, narrow, async (page, layer) => {
  await expectNoOverflow(page);
  await widen(layer);
  await expect(expectNoOverflow(page), "what is too wide is noticed").rejects.toThrow();
});

testEachLayer(wideLayers, (layer) => `${layer.name} fits`, {}, async (page, layer) => {
  await expectNoOverflow(page);
  await widen(layer);
  await expect(expectNoOverflow(page), "what is too wide is noticed").rejects.toThrow();
});

test.describe("with API access", () => {
  test.use({ access: "approved" });

  test("a revealed secret fits 320 px", async ({ open }) => {
    const page = await open("user", apiInfoPath, narrow);
    await new ApiInfo(page).readSecret();
    await expectNoOverflow(page);
  });
});

/** Puts something into it that is wider than any layer. */
async function widen(layer: Locator): Promise<void> {
  await layer.evaluate((element) => {
    const wide = document.createElement("div");
    wide.style.cssText = "inline-size: 1500px; block-size: 1px; flex: none";
    element.append(wide);
  });
}
