import { expectAccessible } from "../support/axe.ts";
import { screens } from "../support/screens.ts";
import { test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const windows = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 740 } };

for (const [name, viewport] of Object.entries(windows)) {
  testEachScreen(screens, (screen) => `${screen.name}, ${name}`, { viewport, reducedMotion: "reduce" }, async (page) => {
    await expectAccessible(page);
    await test.step("dark", async () => {
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page);
    });
  });
}
