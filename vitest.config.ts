import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'eval/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: process.env.CI ? ['default', './scripts/ci-reporter.ts'] : ['default'],
  },
})
