import type { BrowserContext, Page } from "@playwright/test";

/** Lets the pages of `context` use the real clipboard, as a person who was asked and said yes. */
export async function allowClipboard(context: BrowserContext): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
}

/** Makes the browser refuse every copy in `context`, as for a person who was asked and said no. */
export async function denyClipboard(context: BrowserContext): Promise<void> {
  // Whatever is not in a list of granted permissions is denied.
  await context.grantPermissions(["geolocation"]);
}

/** Takes the clipboard away, as in a page that is served without TLS on a network. */
export async function removeClipboard(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined, configurable: true });
  });
}

/** What a person would paste now. */
export async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts something harmless on the clipboard, so that a copy that did nothing is noticed. */
export async function emptyClipboard(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
}
