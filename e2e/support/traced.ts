import { secretShape } from "./secrets.ts";
import { password } from "./settings.ts";
import { expect, test as base } from "./test.ts";

/** The cookie of a session as a header holds it. */
const cookieShape = /latchkey=[\w-]{43}/;

/** Tests of a portal that logs all it can. Nothing secret may be in that log when a test is over. */
export const test = base.extend<{ keptOutOfTheLog: void }>({
  portalSettings: { log: "trace" },

  keptOutOfTheLog: [
    async ({ portal, browser, browserOf: _ }, use) => {
      await use();
      // This is the least worth logging, and what came before it is in the log by then.
      await fetch(`${portal.origin()}/healthz`);
      await expect.poll(() => portal.log()).toMatch(/DEBUG.*healthz/);
      const log = portal.log();
      const cookies = await Promise.all(browser.contexts().map((context) => context.cookies()));
      const secrets = [password, ...cookies.flat().map(({ value }) => value)];
      expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
      expect(log).not.toMatch(secretShape);
      expect(log).not.toMatch(cookieShape);
    },
    { auto: true },
  ],
});

export { expect };
