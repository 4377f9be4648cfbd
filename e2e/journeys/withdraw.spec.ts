import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expect, test } from "../support/test.ts";

test("a request with a reason is shown while it waits, and can be withdrawn", async ({ open }) => {
  const queue = await open("administrator", "/administration/api-requests");
  const page = await open("user", apiInfoPath);
  const api = new ApiInfo(page);
  const row = queue.getByRole("row").filter({ hasText: "user@demo.example" });

  await page.getByText("Add a reason (optional)").click();
  await page.getByRole("textbox", { name: /reason/i }).fill("Terraform for the shop");
  await api.request.click();
  await expect(api.withdraw).toBeVisible();
  await expect(page.getByText("Terraform for the shop")).toBeVisible();
  await expect(page.getByRole("main").getByRole("time")).not.toHaveCount(0);
  await expect(row).toContainText("Terraform for the shop");

  await api.withdraw.click();
  await expect(api.request).toBeVisible();
  await expect(api.disabledSentence).toBeVisible();
  await expect(row).toHaveCount(0);
});
