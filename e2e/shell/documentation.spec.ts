import { apiInfoPath } from "../support/api-info.ts";
import type { AccessState } from "../support/access.ts";
import { heading } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test("the documentation opens on /restapi and tells how to authenticate", async ({ open }) => {
  const page = await open("user", "/docs");
  await expect(heading(page, "API documentation")).toBeVisible();
  const main = page.getByRole("main");
  for (const route of ["zone/zonelist", "instance/instanceList", "volume/volumeList", "network/networkList"]) {
    await expect(main.getByText(`/restapi/${route}`).first()).toBeVisible();
  }
  await expect(main).toContainText("apikey");
  await expect(main).toContainText("secretkey");
});

test("the documentation can be searched", async ({ open }) => {
  const page = await open("user", "/docs");
  await page.getByRole("searchbox").fill("volume");
  await expect(page.getByRole("main").getByText("/restapi/volume/volumeList").first()).toBeVisible();
  await expect(page.getByRole("main").getByText("/restapi/zone/zonelist").filter({ visible: true })).toHaveCount(0);
});

test("the documentation comes from our own origin alone", async ({ browserOf, portal }) => {
  const page = await (await browserOf("user")).newPage();
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(portal.origin()) && !url.startsWith("data:") && !url.startsWith("blob:")) foreign.push(url);
  });
  await page.goto("/docs");
  await expect(page.getByText("/restapi/zone/zonelist").first()).toBeVisible();
  expect(foreign).toEqual([]);
});

for (const access of ["disabled", "pending", "denied", "approved", "suspended", "revoked"] satisfies AccessState[]) {
  test.describe(access, () => {
    test.use({ access });

    test("the sentence with the link to the documentation is there", async ({ open }) => {
      const page = await open("user", apiInfoPath);
      await expect(page.getByRole("heading", { name: "Personal Access Token" })).toBeVisible();
      await expect(page.getByText("Click to view the API documentation.")).toBeVisible();
      await page.getByRole("link", { name: /^API documentation\.?$/ }).first().click();
      await expect(page.context().pages().at(-1) ?? page).toHaveURL(/\/docs/);
    });
  });
}
