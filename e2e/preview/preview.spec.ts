import { expect, test as base, type FrameLocator, type Page } from "@playwright/test";

import { expectAccessible } from "../support/axe.ts";
import { siteOf } from "../support/files.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { previewFolder } from "../support/settings.ts";
import type { Site } from "../support/site.ts";

/** Stories are looked at in parts, side by side. */
const parts = 8;

const test = base.extend<object, { preview: Site }>({
  preview: [
    async ({}, use) => {
      const preview = await siteOf(previewFolder);
      await use(preview);
      await preview.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ preview }, use) => use(preview.origin),
});

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (let part = 0; part < parts; part += 1) {
  test(`every story renders and is accessible, part ${part + 1} of ${parts}`, async ({ page }) => {
    test.setTimeout(240_000);
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    const stories = await storiesOf(page);
    expect(new Set(stories.map(({ hash }) => hash)).size).toBe(stories.length);
    const frame = await openFrame(page);
    for (const story of stories.filter((_, index) => index % parts === part)) {
      await test.step(story.hash, async () => {
        await show(frame, story);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
        expect(problems, story.hash).toEqual([]);
      });
    }
  });
}

test("theme, direction and width can be switched, and stay for the next story", async ({ page }) => {
  await page.goto("/");
  const story = page.frameLocator("iframe").locator(":root");
  const width = () => story.evaluate(() => innerWidth);
  await expect(story).toHaveAttribute("dir", "ltr");
  await expect(story).not.toHaveAttribute("data-theme", "dark");
  expect(await width()).toBeGreaterThan(320);

  await page.getByLabel("Theme").selectOption("Dark");
  await page.getByLabel("Direction").selectOption("Right to left");
  await page.getByLabel("Width").selectOption("320 px");
  const isSwitched = async () => {
    await expect(story).toHaveAttribute("data-theme", "dark");
    await expect(story).toHaveCSS("color-scheme", "dark");
    await expect(story).toHaveAttribute("dir", "rtl");
    await expect.poll(width).toBe(320);
  };
  await isSwitched();
  await page.getByRole("link", { name: "Busy", exact: true }).first().click();
  await expect(story.getByRole("heading", { level: 3, name: "Busy" })).toBeAttached();
  await isSwitched();
});

test("the preview itself is accessible", async ({ page }) => {
  await page.goto("/");
  await expect(page.frameLocator("iframe").locator(".canvas")).not.toBeEmpty();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});

test("the preview fits 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await expect(page.getByRole("main")).toBeVisible();
  await expectNoOverflow(page);
});

interface Story {
  name: string;
  /** The end of its address, with the `#`. */
  hash: string;
}

async function storiesOf(page: Page): Promise<Story[]> {
  await page.goto("/");
  const links = page.getByRole("navigation", { name: "Stories" }).getByRole("link");
  await expect(links).not.toHaveCount(0);
  return links.evaluateAll((found) => found.map((link) => ({ name: link.textContent ?? "", hash: (link as HTMLAnchorElement).hash })));
}

/** Opens the frame that stories stand in, without the long list beside it, which axe would read again for each story. */
async function openFrame(page: Page): Promise<FrameLocator> {
  const body = `<!doctype html>
    <html lang="en">
      <head><title>Story</title><meta name="color-scheme" content="light dark" /></head>
      <body><main aria-label="Frame"><h1>Frame</h1><iframe title="Story" width="1200" height="700" src="/?canvas"></iframe></main></body>
    </html>`;
  await page.route("/frame", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/frame");
  return page.frameLocator("iframe");
}

/** Shows another story in the frame and waits until it is there. */
async function show(frame: FrameLocator, { name, hash }: Story): Promise<void> {
  await frame.locator(":root").evaluate(async (_, hash) => {
    await new Promise((shown) => {
      addEventListener("hashchange", shown, { once: true });
      location.hash = hash;
    });
    await new Promise(requestAnimationFrame);
  }, hash);
  await expect(frame.getByRole("heading", { level: 3, name, exact: true }).first()).toBeAttached();
}
