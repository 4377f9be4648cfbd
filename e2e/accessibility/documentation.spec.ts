import { expectAccessible } from "../support/axe.ts";
import { inEachLook } from "../support/each-look.ts";
import { documentation } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: "light", reducedMotion: "reduce" } as const;
const phone = { viewport: { width: 375, height: 740 }, colorScheme: "dark", reducedMotion: "reduce" } as const;

// Axe takes a while for all of it, so not every window shows the whole in both themes; a part is looked at in each combination.
for (const [name, options] of Object.entries({ "light, desktop": desktop, "dark, phone": phone })) {
  testEachScreen(documentation.slice(0, 1), (screen) => `all of it: ${screen.name}, ${name}`, options, async (page) => {
    test.setTimeout(300_000);
    await expect(page.getByText("/restapi/zone/zonelist").first()).toBeVisible();
    await expectAccessible(page);
  });
}

testEachScreen(documentation, (screen) => `a part: ${screen.name}`, { reducedMotion: "reduce" }, async (page) => {
  test.setTimeout(120_000);
  await page.getByRole("searchbox").fill("zonelist");
  await expect(page.getByText("/restapi/volume/volumeList").filter({ visible: true })).toHaveCount(0);
  await inEachLook(page, expectAccessible);
});
