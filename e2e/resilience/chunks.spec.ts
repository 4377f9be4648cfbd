import { bringTo } from "../support/access.ts";
import { ApiInfo, apiInfoPath, isMarked, mark } from "../support/api-info.ts";
import { settled } from "../support/screens.ts";
import { heading, mainMenu } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

const chunk = "**/split_*.wasm";
const pages = "**/split_pages-*.wasm";

test("API Info comes without the code of what it does not show, in at most 12 requests", async ({ open, portal }) => {
  await bringTo(portal, "user", "approved");
  const page = await open("user", "/billing");
  await page.goto("about:blank");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const live = page.waitForRequest("**/api/v1/events");
  await page.goto(apiInfoPath);
  await live;
  await expect(new ApiInfo(page).reveal).toBeVisible();
  expect(asked.filter((path) => /\/(split_|chunk_|chunks-.*css)/.test(path))).toEqual([]);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(12);
});

test("a page whose code does not arrive says so, and comes when asked again", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await page.route(chunk, (route) => route.abort());
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/could not be reached/);
  await page.unroute(chunk);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  await settled(page);
  await expect(heading(page, "Dashboard")).toBeFocused();
});

test("a page whose code went with an upgrade of the server comes with a fresh load", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  await mark(page);
  await page.route(chunk, async (route) => ((await isMarked(page)) ? route.fulfill({ status: 404 }) : route.continue()));
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  const fresh = page.waitForEvent("load");
  await page.getByRole("button", { name: "Try again" }).click();
  await fresh;
  await settled(page);
  await expect(heading(page, "Dashboard")).toBeVisible();
  expect(await isMarked(page)).toBe(false);
});

test("whoever goes on while code is on its way stays where they went", async ({ open }) => {
  const page = await open("user", apiInfoPath);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(pages, async (route) => {
    await held;
    await route.continue();
  });
  await mainMenu(page).getByRole("link", { name: "Dashboard" }).click();
  await page.goBack();
  await expect(heading(page, "Profile & Payment Settings")).toBeFocused();
  release();
  await page.waitForResponse(pages);
  await expect(heading(page, "Profile & Payment Settings")).toBeFocused();
});
