import { defineConfig } from 'vitest/config'

const { CI } = process.env

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'eval/**/*.test.ts', 'docs/**/*.test.ts', 'web/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: CI ? ['default', ['json', { outputFile: '.cache/tests.json' }]] : ['default'],
  },
})
