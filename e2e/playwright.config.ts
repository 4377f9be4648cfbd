import { defineConfig } from "@playwright/test";

import { browserArgs } from "./support/browser-args.ts";

export default defineConfig({
  testDir: ".",
  // Makes pictures, tests nothing.
  testIgnore: "screenshots/**",
  outputDir: "test-results/artifacts",
  // Every test has a server of its own, so tests of one file may run side by side, too.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  use: {
    browserName: "chromium",
    // A trace would hold the secrets that these tests reveal.
    trace: "off",
    screenshot: "off",
    video: "off",
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: browserArgs,
    },
  },
});
