import { expectAccessible } from "../support/axe.ts";
import { screens } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const windows = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 740 } };

for (const [name, viewport] of Object.entries(windows)) {
  testEachScreen(screens, (screen) => `${screen.name}, ${name}`, { viewport, reducedMotion: "reduce" }, async (page) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await test.step(colorScheme, async () => {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
      });
    }
    const messages = await page.consoleMessages();
    expect(messages.filter((message) => message.type() === "error" && !/status of (401|403|404)/.test(message.text()))).toEqual([]);
  });
}
