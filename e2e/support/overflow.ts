import { expect, type Page } from "@playwright/test";

/** Fails with what sticks out if the page can be scrolled sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().left + element.scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`)
      .concat(`${scrollWidth} > ${clientWidth}`);
  });
  expect(found).toEqual([]);
}
