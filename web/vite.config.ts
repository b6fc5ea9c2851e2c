import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The server room answers /api; while pages are written, `onrecord serve` runs beside `npx vite web`.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Fonts and pictures stay files: the policy of the server forbids data: but for pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4180' } },
})
