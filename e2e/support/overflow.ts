import { expect, type Page } from "@playwright/test";

/** What lies over a page or opens within it. Much of it scrolls by itself, so the page does not show what is too wide there. */
const layers = "dialog[open], .main-menu, .flyout, .user-menu-panel, .profile-sidebar, .notices";

/** Fails with what sticks out if the page, or something that lies over it, can be scrolled sideways or is wider than the window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const found = await page.evaluate((layers) => {
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`;
    const boxes = [document.documentElement, ...document.querySelectorAll(layers)];
    return boxes.filter((box) => box.checkVisibility({ visibilityProperty: true })).flatMap((box) => {
      const { scrollWidth, clientWidth } = box;
      const { left, right } = box.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) return [`from ${left} to ${right}: ${named(box)}`];
      if (scrollWidth <= clientWidth) return [];
      const end = left + box.clientLeft + clientWidth;
      return [...box.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().left + element.scrollWidth > end + 1)
        .map(named)
        .concat(`${scrollWidth} > ${clientWidth} in ${named(box)}`);
    });
  }, layers);
  expect(found).toEqual([]);
}
