import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packed } from './build/packed.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwind(), packed({ entryKbMax: 170, cssKbMax: 20 })],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // What is inlined is what the policy of our pages forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
