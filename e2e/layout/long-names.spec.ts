import { ask, bringTo } from "../support/access.ts";
import { apiInfoPath } from "../support/api-info.ts";
import { Backend } from "../support/backend.ts";
import type { Portal } from "../support/portal.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { settled } from "../support/screens.ts";
import { test } from "../support/test.ts";

const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(2).slice(0, 60);
const widths = [320, 768, 1280];

test("a very long name and reason fit everywhere", async ({ portal, open }) => {
  await rename(portal);
  await ask(portal, "user", "x".repeat(400));
  for (const path of ["/dashboard", "/company/profile", apiInfoPath, "/company/activity"]) {
    const page = await open("user", path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 700 });
      await settled(page);
      await expectNoOverflow(page);
    }
  }
  for (const path of ["/administration/api-requests", "/administration/users"]) {
    const page = await open("administrator", path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 700 });
      await settled(page);
      await expectNoOverflow(page);
    }
  }
});

test("the title of a part of the portal fits with a long link", async ({ portal, open }) => {
  await bringTo(portal, "user", "approved");
  const page = await open("user", "/company/activity", { viewport: { width: 320, height: 640 } });
  await settled(page);
  await expectNoOverflow(page);
});

async function rename(portal: Portal): Promise<void> {
  const user = await Backend.signIn(portal, "user");
  const profile = await user.call<{ version: number; fields: Record<string, string> }>("GET", "/api/v1/profile");
  const fields = { ...profile.fields, first_name: long, last_name: long, city: long, address: long };
  await user.call("PUT", "/api/v1/profile", { version: profile.version, fields });
  await user.close();
}
