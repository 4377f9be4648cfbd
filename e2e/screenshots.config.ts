import { defineConfig } from "@playwright/test";

import tests from "./playwright.config.ts";

/** Makes the pictures of `docs/screenshots`; run by `cargo xtask screenshots`. */
export default defineConfig(tests, { testDir: "screenshots", testIgnore: [], reporter: "list" });
