import { defineConfig } from 'vitest/config';

const report = process.env['CONNECT_TESTS_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run counts by this file.
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
