import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("revealing the secret moves nothing that stands below it", async ({ open }) => {
  const page = await open("user", apiInfoPath, { reducedMotion: "reduce" });
  const below = page.getByRole("heading", { name: "Quick start" });
  const top = async () => (await below.boundingBox())?.y ?? Number.NaN;
  await expect(below).toBeVisible();
  const before = await top();
  await new ApiInfo(page).readSecret();
  await expect(page.getByText(/Hides in/)).toBeVisible();
  // Dots are a little higher than letters.
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
});
