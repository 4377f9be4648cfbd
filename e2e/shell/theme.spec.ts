import { settled } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`when the system turns dark, every word does so at once, motion: ${reducedMotion}`, async ({ open }) => {
    const page = await open("user", "/company/profile/password", { colorScheme: "light", reducedMotion });
    await settled(page);
    const colors = await page.evaluateHandle(() => ({
      now: () => [...document.querySelectorAll("body *")].map((element) => getComputedStyle(element).color),
      turned: [] as string[],
    }));
    // Read in the very moment in which the page learns of it: a transition would be at its start.
    await colors.evaluate((colors) => {
      matchMedia("(prefers-color-scheme: dark)").onchange = () => (colors.turned = colors.now());
    });
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => colors.evaluate(({ turned }) => turned.length)).toBeGreaterThan(0);
    expect(await colors.evaluate(({ turned }) => turned)).toEqual(await colors.evaluate(({ now }) => now()));
  });
}
