import type { Locator, Page } from "@playwright/test";

import type { AccessState } from "../support/access.ts";
import { announcement, ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { allowClipboard } from "../support/clipboard.ts";
import { openDialog } from "../support/dialog.ts";
import { counted, failing, slow, type Outage } from "../support/outage.ts";
import { people, type Who } from "../support/people.ts";
import { QuickStart } from "../support/quick-start.ts";
import { password } from "../support/settings.ts";
import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

interface Act {
  name: string;
  /** Where it is sent. */
  address: string;
  method: "POST" | "PUT" | "DELETE";
  /** Goes to where it is done from, e.g. opens its dialog. */
  begin?(page: Page): Promise<void>;
  /** What is typed for it, by field. */
  typed?(page: Page): [Locator, string][];
  /** The button that sends it. */
  button(page: Page): Locator;
  /** Waits until the page shows that it is done. */
  done(page: Page): Promise<void>;
}

interface OwnAct extends Act {
  who: Who;
  path: string;
  /** Where the user's API access stands; "disabled" if left out. */
  access?: AccessState;
}

const outages: [Outage, RegExp][] = [
  ["offline", /portal could not be reached/],
  ["server-error", /nothing of yours is lost/],
];

const fresh = "a different long password";
const onRequests = { who: "administrator", path: "/administration/api-requests", access: "pending", method: "POST" } as const;
const onUsers = { who: "administrator", path: "/administration/users", method: "POST" } as const;
const onKeys = { who: "user", path: apiInfoPath, access: "approved", method: "POST" } as const;
const onProfile = { who: "user", path: "/company/profile", address: "**/api/v1/profile", method: "PUT" } as const;

const signingIn: Act = {
  name: "signing in",
  address: "**/api/v1/session",
  method: "POST",
  typed: (page) => [
    [page.getByLabel("E-mail", { exact: true }), people.user.email],
    [page.getByLabel("Password", { exact: true }), password],
  ],
  button: (page) => page.getByRole("button", { name: "Sign in", exact: true }),
  done: (page) => expect(heading(page, "Dashboard")).toBeVisible(),
};

const acts: OwnAct[] = [
  {
    name: "a request",
    who: "user",
    path: apiInfoPath,
    address: "**/api/v1/api-access/request",
    method: "POST",
    begin: (page) => page.getByText("Add a reason (optional)").click(),
    typed: (page) => [[page.getByRole("textbox", { name: /reason/i }), "Terraform for the shop"]],
    button: (page) => new ApiInfo(page).request,
    async done(page) {
      await expect(new ApiInfo(page).withdraw).toBeVisible();
      await expect(page.getByText("Terraform for the shop")).toBeVisible();
    },
  },
  {
    name: "a withdrawal",
    who: "user",
    path: apiInfoPath,
    access: "pending",
    address: "**/api/v1/api-access/request",
    method: "DELETE",
    button: (page) => new ApiInfo(page).withdraw,
    done: (page) => expect(new ApiInfo(page).request).toBeVisible(),
  },
  {
    name: "an approval",
    ...onRequests,
    address: "**/approve",
    button: (page) => page.getByRole("button", { name: /^Approve/ }),
    async done(page) {
      await expect(announcement(page, /^Approved:/)).not.toHaveCount(0);
      await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
    },
  },
  {
    name: "a denial",
    ...onRequests,
    address: "**/deny",
    begin: (page) => page.getByRole("button", { name: /^Deny/ }).click(),
    typed: (page) => [[openDialog(page).getByRole("textbox"), "Please name the system."]],
    button: (page) => openDialog(page).getByRole("button", { name: /^Deny/ }),
    done: (page) => dialogEnds(page, /^Denied:/),
  },
  {
    name: "disabling somebody's access",
    ...onUsers,
    access: "approved",
    address: "**/api-access/disable",
    begin: (page) => rowOfUser(page).getByRole("button", { name: /^Disable/ }).click(),
    typed: (page) => [[openDialog(page).getByRole("textbox"), "The key was seen in public."]],
    button: (page) => openDialog(page).getByRole("button", { name: /^Disable/ }),
    done: (page) => dialogEnds(page, /is disabled/),
  },
  {
    name: "enabling somebody's access",
    ...onUsers,
    access: "suspended",
    address: "**/api-access/enable",
    button: (page) => rowOfUser(page).getByRole("button", { name: /^Enable/ }),
    async done(page) {
      await expect(announcement(page, /is enabled/)).not.toHaveCount(0);
      await expect(rowOfUser(page).getByRole("button", { name: /^Disable/ })).toBeVisible();
    },
  },
  {
    name: "a reveal",
    ...onKeys,
    address: "**/secret/reveal",
    button: (page) => new ApiInfo(page).reveal,
    done: (page) => expect(new ApiInfo(page).secret).toBeVisible(),
  },
  {
    name: "a copy",
    ...onKeys,
    address: "**/secret/reveal",
    begin: (page) => allowClipboard(page.context()),
    button: (page) => new ApiInfo(page).copySecretKey,
    done: (page) => expect(announcement(page, /secret key.*copied/i)).not.toHaveCount(0),
  },
  {
    name: "a replacement",
    ...onKeys,
    address: "**/secret/replace",
    begin: (page) => new ApiInfo(page).replaceSecret.click(),
    button: (page) => openDialog(page).getByRole("button", { name: "Replace secret key" }),
    done: (page) => dialogEnds(page, /Secret key replaced/),
  },
  {
    name: "a revocation",
    ...onKeys,
    address: "**/revoke",
    begin: (page) => new ApiInfo(page).revokeKey.click(),
    button: (page) => openDialog(page).getByRole("button", { name: "Revoke key" }),
    done: (page) => dialogEnds(page, /API key revoked/),
  },
  {
    name: "a new key",
    ...onKeys,
    access: "revoked",
    address: "**/api/v1/credentials",
    button: (page) => page.getByRole("button", { name: "Create API key", exact: true }),
    done: (page) => expect(new ApiInfo(page).copySecretKey).toBeVisible(),
  },
  {
    name: "a test of a key",
    ...onKeys,
    address: "**/api/v1/credentials/*/test",
    button: (page) => new QuickStart(page).test,
    done: (page) => expect(new QuickStart(page).section).toContainText("Your key works."),
  },
  {
    name: "a profile",
    ...onProfile,
    typed: (page) => [[page.getByLabel(/^City/), "Lisbon"]],
    button: (page) => page.getByRole("button", { name: "Save changes" }),
    done: (page) => expect(announcement(page, /saved/i)).not.toHaveCount(0),
  },
  {
    name: "a new e-mail",
    ...onProfile,
    async begin(page) {
      await page.getByLabel(/^Primary E-mail/).fill("uma@demo.example");
      await page.getByRole("button", { name: "Save changes" }).click();
    },
    typed: (page) => [[openDialog(page).getByLabel("Current Password", { exact: true }), password]],
    button: (page) => openDialog(page).getByRole("button", { name: "Save changes" }),
    done: (page) => dialogEnds(page, /saved/i),
  },
  {
    name: "a change of password",
    who: "user",
    path: "/company/profile/password",
    address: "**/api/v1/profile/password",
    method: "PUT",
    typed: (page) => [
      [page.getByLabel("Old Password", { exact: true }), password],
      [page.getByLabel("New Password", { exact: true }), fresh],
      [page.getByLabel("Confirm Password", { exact: true }), fresh],
    ],
    button: (page) => page.getByRole("button", { name: "Update" }),
    done: (page) => expect(announcement(page, /changed|updated/i)).not.toHaveCount(0),
  },
];

for (const [outage, words] of outages) {
  test(`${signingIn.name}, ${outage}: says so, keeps what was typed, and works the second time`, async ({ page }) => {
    await page.goto("/sign-in");
    await failsThenWorks(page, signingIn, outage, words);
  });
}

test(`${signingIn.name}, slow: shows that it is under way and is sent once`, async ({ page }) => {
  await page.goto("/sign-in");
  await isSentOnce(page, signingIn);
});

for (const act of acts) {
  test.describe(() => {
    test.use({ access: act.access ?? "disabled" });

    for (const [outage, words] of outages) {
      test(`${act.name}, ${outage}: says so, keeps what was typed, and works the second time`, async ({ open }) => {
        await failsThenWorks(await open(act.who, act.path), act, outage, words);
      });
    }

    test(`${act.name}, slow: shows that it is under way and is sent once`, async ({ open }) => {
      await isSentOnce(await open(act.who, act.path), act);
    });
  });
}

async function failsThenWorks(page: Page, act: Act, outage: Outage, words: RegExp): Promise<void> {
  await prepare(page, act);
  const recover = await failing(page, act.address, outage, act.method);
  await act.button(page).click();
  // What is read out only is not enough.
  const shown = page.locator(":not(.visually-hidden, .visually-hidden *)");
  await expect(page.getByText(words).and(shown).filter({ visible: true }).first()).toBeVisible();
  for (const [field, text] of act.typed?.(page) ?? []) await expect(field).toHaveValue(text);
  await recover();
  await act.button(page).click();
  await act.done(page);
}

async function isSentOnce(page: Page, act: Act): Promise<void> {
  await prepare(page, act);
  const recover = await slow(page, act.address, act.method);
  const sent = await counted(page, act.address, act.method);
  const button = act.button(page);
  await button.dblclick();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(announcement(page, "Working…")).not.toHaveCount(0);
  await button.press("Enter");
  await recover();
  await act.done(page);
  expect(sent()).toBe(1);
}

async function prepare(page: Page, act: Act): Promise<void> {
  await act.begin?.(page);
  for (const [field, text] of act.typed?.(page) ?? []) await field.fill(text);
}

async function dialogEnds(page: Page, words: RegExp): Promise<void> {
  await expect(openDialog(page)).toBeHidden();
  await expect(announcement(page, words)).not.toHaveCount(0);
}

function rowOfUser(page: Page): Locator {
  return page.getByRole("row").filter({ hasText: people.user.email });
}
