import { expect, type Page } from "@playwright/test";

import type { AccessState } from "./access.ts";
import { apiInfoPath } from "./api-info.ts";
import type { Who } from "./people.ts";

/** A screen in one of its states. */
export interface Screen {
  name: string;
  /** `nobody` is not signed in. */
  who: Who | "nobody";
  path: string;
  /** Where the user's API access stands; "disabled" if left out. */
  access?: AccessState;
}

export const screens: Screen[] = [
  { name: "sign in", who: "nobody", path: "/sign-in" },
  { name: "dashboard, disabled", who: "user", path: "/dashboard" },
  { name: "dashboard, pending", who: "user", path: "/dashboard", access: "pending" },
  { name: "dashboard, approved", who: "user", path: "/dashboard", access: "approved" },
  { name: "dashboard of an administrator", who: "administrator", path: "/dashboard", access: "pending" },
  { name: "my profile", who: "user", path: "/company/profile" },
  { name: "my profile of an administrator", who: "administrator", path: "/company/profile" },
  { name: "change password", who: "user", path: "/company/profile/password" },
  { name: "api info, disabled", who: "user", path: apiInfoPath },
  { name: "api info, pending", who: "user", path: apiInfoPath, access: "pending" },
  { name: "api info, denied", who: "user", path: apiInfoPath, access: "denied" },
  { name: "api info, approved", who: "user", path: apiInfoPath, access: "approved" },
  { name: "api info, disabled again", who: "user", path: apiInfoPath, access: "suspended" },
  { name: "api info, revoked", who: "user", path: apiInfoPath, access: "revoked" },
  { name: "api info of an administrator", who: "administrator", path: apiInfoPath },
  { name: "my activity", who: "user", path: "/company/activity", access: "approved" },
  { name: "compute", who: "user", path: "/compute", access: "approved" },
  { name: "volumes", who: "colleague", path: "/compute/volumes" },
  { name: "VM snapshots", who: "user", path: "/compute/vm-snapshots" },
  { name: "SSH keys", who: "user", path: "/compute/ssh-keys" },
  { name: "network", who: "user", path: "/network" },
  { name: "security groups", who: "user", path: "/network/security-groups" },
  { name: "compute of an administrator", who: "administrator", path: "/compute" },
  { name: "api requests, empty", who: "administrator", path: "/administration/api-requests" },
  { name: "api requests", who: "administrator", path: "/administration/api-requests", access: "pending" },
  { name: "users", who: "administrator", path: "/administration/users", access: "suspended" },
  { name: "billing, elsewhere", who: "user", path: "/billing" },
  { name: "quota limit, elsewhere", who: "user", path: "/company/quota" },
  { name: "notification settings, elsewhere", who: "user", path: "/company/profile/notifications" },
  { name: "administration, as a user", who: "user", path: "/administration/api-requests" },
  { name: "no such page", who: "user", path: "/no/such/page" },
];

/** The documentation, apart from the rest: it is so long that axe takes half a minute for it. */
export const documentation: Screen[] = [
  { name: "documentation, not signed in", who: "nobody", path: "/docs" },
  { name: "documentation", who: "user", path: "/docs" },
];

/** Waits until the page has read all that it shows, and nothing on it slides or fades any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.waitForFunction(() => !document.getAnimations().some((running) => running instanceof CSSTransition));
}
