import { expect, test } from "../support/test.ts";

test("a change is saved and is there after a reload", async ({ open }) => {
  const page = await open("user", "/company/profile");
  await page.getByLabel(/^City/).fill("Lisbon");
  await page.getByLabel(/^Country Code/).selectOption("PT");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: /saved/i })).not.toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel(/^City/)).toHaveValue("Lisbon");
  await expect(page.getByLabel(/^Country Code/)).toHaveValue("PT");
});

test("all fields of the portal are there, the required ones marked", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const required = [
    "First Name", "Last Name", "Mobile Number", "Primary E-mail", "Address", "Country Code", "City", "Postal Code",
  ];
  const optional = ["Secondary Phone", "Secondary E-mail", "State", "Time Zone"];
  for (const label of required) {
    const field = page.getByLabel(new RegExp(`^${label}`));
    await expect(field, label).toBeVisible();
    expect(await field.evaluate((it) => it.matches("[required], [aria-required=true]")), label).toBe(true);
  }
  for (const label of optional) {
    const field = page.getByLabel(new RegExp(`^${label}`));
    await expect(field, label).toBeVisible();
    expect(await field.evaluate((it) => it.matches("[required], [aria-required=true]")), label).toBe(false);
  }
});

test("Reset brings back what the server has", async ({ open }) => {
  const page = await open("user", "/company/profile");
  const city = page.getByLabel(/^City/);
  const before = await city.inputValue();
  await city.fill("Lisbon");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(city).toHaveValue(before);
});

test("a change made in another window is not overwritten unseen", async ({ open }) => {
  const first = await open("user", "/company/profile");
  const second = await open("user", "/company/profile");
  await second.route("**/api/v1/events*", (route) => route.abort());
  await second.reload();
  await expect(second.getByLabel(/^City/)).not.toHaveValue("");
  await first.getByLabel(/^City/).fill("Lisbon");
  await first.getByRole("button", { name: "Save changes" }).click();
  await expect(first.getByRole("status").filter({ hasText: /saved/i })).not.toHaveCount(0);

  await second.getByLabel(/^Address/).fill("1 Harbour Street");
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(second.getByRole("main")).toContainText(/changed (in|by|since)|another (window|tab|device|place)|newer/i);
  await expect(second.getByLabel(/^Address/)).toHaveValue("1 Harbour Street");
});
