import { join } from 'node:path'
import { getManifest } from '@serwist/build'
import { build, type Plugin } from 'vite'

/** Builds the service worker beside the app, with the list of the app's files, which it keeps for when there is no server. */
export function serviceWorker(file: string): Plugin {
  let folder = ''
  let source = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = join(root, outDir)
      source = join(root, file)
    },
    writeBundle({ dir }) {
      folder = dir ?? folder
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const { manifestEntries, warnings } = await getManifest({
          globDirectory: folder,
          // Other alphabets' letters are fetched where they are needed.
          globPatterns: [
            'index.html',
            'assets/*.{js,css}',
            'assets/*-latin-wght-normal-*.woff2',
            'assets/icon-*.svg',
          ],
          // A digest in the name is as good as one beside it.
          dontCacheBustURLsMatching: /-[\w-]{8}\.\w+$/,
          modifyURLPrefix: { '': '/' },
        })
        for (const warning of warnings) this.warn(warning)
        await build({
          configFile: false,
          logLevel: 'warn',
          define: { precached: JSON.stringify(manifestEntries), 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            modulePreload: false,
            reportCompressedSize: false,
            rolldownOptions: {
              input: source,
              output: { format: 'iife', entryFileNames: 'service-worker.js', codeSplitting: false },
            },
          },
        })
      },
    },
  }
}
