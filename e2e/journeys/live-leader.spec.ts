import { approve } from "../support/access.ts";
import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "pending" });

test("one event stream serves every window, and another window takes over when its own is closed", async ({ portal, browserOf }) => {
  const context = await browserOf("user");
  let streams = 0;
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/v1/events") streams += 1;
  });
  const first = await context.newPage();
  await first.goto(apiInfoPath);
  await expect(new ApiInfo(first).withdraw).toBeVisible();
  await expect.poll(() => streams).toBe(1);
  const second = await context.newPage();
  await second.goto(apiInfoPath);
  await expect(new ApiInfo(second).withdraw).toBeVisible();
  expect(streams).toBe(1);

  await first.close();
  await expect.poll(() => streams).toBe(2);
  await approve(portal, "user");
  await expect(new ApiInfo(second).copySecretKey).toBeVisible();
});
