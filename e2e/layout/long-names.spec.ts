import { approve, ask, bringTo } from "../support/access.ts";
import { apiInfoPath } from "../support/api-info.ts";
import { Backend } from "../support/backend.ts";
import { openDialog } from "../support/dialog.ts";
import type { Portal } from "../support/portal.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { settled } from "../support/screens.ts";
import { expect, test } from "../support/test.ts";
import { openUserMenu } from "../support/user-menu.ts";

const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(2).slice(0, 60);
const widths = [320, 768, 1280];
const narrow = { viewport: { width: 320, height: 640 } };

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

test("a very long name fits the user menu and the dialogs at 320 px", async ({ portal, open }) => {
  await rename(portal);
  await ask(portal, "user");
  const page = await open("user", "/dashboard", narrow);
  await openUserMenu(page);
  await expectNoOverflow(page);

  const requests = await open("administrator", "/administration/api-requests", narrow);
  await requests.getByRole("button", { name: /^Deny/ }).click();
  await expect(openDialog(requests)).toContainText(long);
  await expectNoOverflow(requests);

  await approve(portal, "user");
  const users = await open("administrator", "/administration/users", narrow);
  await users.getByRole("button", { name: /^Disable/ }).first().click();
  await expect(openDialog(users)).toContainText(long);
  await expectNoOverflow(users);
});

test("the title of a part of the portal fits with a long link", async ({ portal, open }) => {
  await bringTo(portal, "user", "approved");
  const page = await open("user", "/company/activity", narrow);
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
