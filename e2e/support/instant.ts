import type { Page } from "@playwright/test";

/** Notes the instant at which `words` first stand in the page, in its text or in a name. */
export async function noteWords(page: Page, words: string): Promise<void> {
  await page.evaluate((words) => {
    const isThere = () => document.documentElement.outerHTML.includes(words);
    if (isThere()) throw new Error(`"${words}" is there already`);
    const seen = new MutationObserver(() => {
      if (!isThere()) return;
      Object.assign(window, { notedAt: Date.now() });
      seen.disconnect();
    });
    seen.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, words);
}

/** Notes the instant at which the pointer is next pressed in the page, before anything there hears of it. */
export async function notePress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = () => Object.assign(window, { notedAt: Date.now() });
    addEventListener("pointerdown", note, { capture: true, once: true });
  });
}

/** The instant that was noted in the page, once there is one, in milliseconds since 1970. */
export async function notedAt(page: Page): Promise<number> {
  const instant = await page.waitForFunction(() => (window as { notedAt?: number }).notedAt);
  return Number(await instant.jsonValue());
}
