import { ApiInfo, apiInfoPath } from "../support/api-info.ts";
import { expectNoOverflow } from "../support/overflow.ts";
import { documentation, screens } from "../support/screens.ts";
import { test } from "../support/test.ts";
import { testEachScreen } from "../support/test-screen.ts";

const narrow = { viewport: { width: 320, height: 640 } };

testEachScreen([...screens, ...documentation], (screen) => `${screen.name} fits 320 px`, narrow, expectNoOverflow);

test.describe("with API access", () => {
  test.use({ access: "approved" });

  test("a revealed secret fits 320 px", async ({ open }) => {
    const page = await open("user", apiInfoPath, narrow);
    await new ApiInfo(page).readSecret();
    await expectNoOverflow(page);
  });

  for (const opener of ["Replace secret key", "Revoke key"]) {
    test(`the dialog of "${opener}" fits 320 px`, async ({ open }) => {
      const page = await open("user", apiInfoPath, narrow);
      await page.getByRole("button", { name: opener, exact: true }).click();
      await expectNoOverflow(page);
    });
  }
});
