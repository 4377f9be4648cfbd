import { heading, mainMenu } from "../support/shell.ts";
import { expect, test } from "../support/test.ts";

test("a part that Latchkey does not serve says how to link it", async ({ open }) => {
  const page = await open("user", "/billing");
  await expect(page.getByText("Billing is part of your cloud portal").first()).toBeVisible();
  await expect(page.getByRole("main")).toContainText("config.json");
});

test.describe("configured by the operator", () => {
  test.use({
    portalSettings: {
      config: { entries: { billing: { link: "https://portal.example/billing" }, apps: { hidden: true } } },
    },
  });

  test("an entry with a link leads there", async ({ open }) => {
    const page = await open("user", "/billing");
    await expect(page.getByText("Billing is part of your cloud portal").first()).toBeVisible();
    const link = page.getByRole("main").locator('a[href="https://portal.example/billing"]');
    await expect(link).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("config.json");
  });

  test("a hidden entry is left out", async ({ open }) => {
    const page = await open("user", "/dashboard");
    await expect(heading(page, "Dashboard")).toBeVisible();
    await expect(mainMenu(page).getByRole("link", { name: "Billing" })).toBeVisible();
    await expect(mainMenu(page).getByRole("link", { name: "Apps" })).toHaveCount(0);
  });
});
