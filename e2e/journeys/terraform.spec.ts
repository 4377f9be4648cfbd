import { keysOf } from "../support/access.ts";
import { runInShell } from "../support/run-in-shell.ts";
import { lifeCycle, python } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

test.use({ access: "approved" });

test("what a Terraform run does works with the pair of API Info, from the first list to the last deletion", async ({ portal }) => {
  test.slow();
  const { apiKey, secretKey } = await keysOf(portal, "user");
  const said = await runInShell(`"${python}" "${lifeCycle}" "${portal.origin()}/restapi"`, {
    LATCHKEY_API_KEY: apiKey,
    LATCHKEY_SECRET_KEY: secretKey,
  });
  expect(said).toContain("everything is taken down");
  expect(said).toContain("a wrong secret is refused");
});
