import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";

import { bringTo, type AccessState } from "./access.ts";
import { Backend } from "./backend.ts";
import { people, type Who } from "./people.ts";
import { Portal, type PortalSettings } from "./portal.ts";

interface Options {
  /** How the test's portal is set up. */
  portalSettings: PortalSettings;
  /** Where the API access of `user@demo.example` stands when the test begins. */
  access: AccessState;
}

interface Fixtures {
  /** The test's own portal. */
  portal: Portal;
  /** A browser of its own in which `who` is signed in. */
  browserOf(who: Who, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The same, with `path` open in a page. */
  open(who: Who, path: string, options?: BrowserContextOptions): Promise<Page>;
}

interface WorkerFixtures {
  /** Gives the folder with the data of a portal in which the user's API access is in a state. */
  seeds(state: AccessState): Promise<string>;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  portalSettings: [{}, { option: true }],
  access: ["disabled", { option: true }],

  seeds: [
    async ({}, use) => {
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), "latchkey-e2e-seeds-"));
      const made = new Map<AccessState, Promise<string>>();
      await use((state) => {
        const seed = made.get(state) ?? makeSeed(folder, state);
        made.set(state, seed);
        return seed;
      });
      await fs.rm(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],

  portal: async ({ portalSettings, access, seeds }, use, info) => {
    const portal = await Portal.start(portalSettings, await seeds(access));
    await use(portal);
    if (info.status !== info.expectedStatus) await info.attach("server log", { body: portal.log() });
    await portal.remove();
  },

  browserOf: async ({ portal, browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const backend = await Backend.signIn(portal, who);
      const storageState = await backend.storage();
      await backend.close();
      const baseURL = portal.origin(people[who].host);
      const context = await browser.newContext({ ...contextOptions, baseURL, storageState, ...options });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  open: async ({ browserOf }, use) => {
    await use(async (who, path, options) => {
      const context = await browserOf(who, options);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
  },

  baseURL: async ({ portal }, use) => use(portal.origin()),
});

export { expect } from "@playwright/test";

/** Runs a portal until the state is reached, and keeps its data. */
async function makeSeed(folder: string, state: AccessState): Promise<string> {
  const seed = path.join(folder, state);
  const portal = await Portal.start();
  try {
    await bringTo(portal, "user", state);
    await portal.harvest(seed);
  } finally {
    await portal.remove();
  }
  return seed;
}
