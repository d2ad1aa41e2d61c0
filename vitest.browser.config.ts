import { defineConfig } from 'vitest/config';

/** Tests in a real Chromium (`CHROMIUM_PATH`, else /usr/bin/chromium), apart from the rest: not every machine has one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    // One browser at a time, and one core for all files: indexing the content anew for each would take minutes.
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
