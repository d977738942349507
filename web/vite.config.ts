import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { installable } from './build/installable.ts'
import { outlines } from './build/outlines.ts'
import { packed } from './build/packed.ts'
import { serviceWorker } from './build/service-worker.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    tailwind(),
    installable('icon.svg'),
    serviceWorker('sw/service-worker.ts'),
    outlines(),
    packed({ entryKbMax: 170, cssKbMax: 20, mapKbMax: 450 }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // What is inlined is what the policy of our pages forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
