import { expectAccessible } from "../support/axe.ts";
import { inEachLook } from "../support/each-look.ts";
import { screens } from "../support/screens.ts";
import { testEachScreen } from "../support/test-screen.ts";

testEachScreen(screens, (screen) => screen.name, { reducedMotion: "reduce" }, async (page) => {
  await inEachLook(page, expectAccessible);
});
