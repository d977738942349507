import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Smaller files fit into a packet as they are. */
const packedBytesMin = 1024
/** What only a map loads; ground that whoever runs the program chose comes with it only then. */
const isOfMap = /^(?:deal-map|map-canvas|maplibre-gl)/

/**
 * Puts a packed copy (`.br`, `.gz`) beside each built file, and fails the build where what every visit loads has grown too
 * large: the entry with what it imports at once, and the style sheets; or the scripts that only a map needs, its worker among
 * them (kB of 1,000 bytes, packed by gzip). The style sheet of maps comes with those.
 */
export function packed({
  entryKbMax,
  cssKbMax,
  mapKbMax,
}: {
  entryKbMax: number
  cssKbMax: number
  mapKbMax: number
}): Plugin {
  let folder = ''
  let entries: string[] = []
  return {
    name: 'packed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    writeBundle({ dir }, bundle) {
      folder = dir ?? folder
      const wanted = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' && chunk.isEntry ? [chunk.fileName] : [],
      )
      const found = new Set<string>()
      for (const name of wanted) add(name)
      entries = [...found]

      function add(name: string): void {
        const chunk = bundle[name]
        if (found.has(name) || chunk?.type !== 'chunk') return
        found.add(name)
        for (const imported of chunk.imports) add(imported)
      }
    },
    // After what others put there.
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const sizes = new Map<string, number>()
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !/\.(?:js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue
          const file = join(entry.parentPath, entry.name)
          const bytes = readFileSync(file)
          const gz = gzipSync(bytes, { level: 9 })
          sizes.set(file, gz.length)
          if (bytes.length < packedBytesMin) continue
          writeFileSync(`${file}.gz`, gz)
          writeFileSync(`${file}.br`, brotliCompressSync(bytes))
        }
        const entry = sumOf(entries.map((name) => sizes.get(join(folder, name)) ?? 0))
        const sizeOf = (isMeant: (name: string) => boolean) =>
          sumOf([...sizes].flatMap(([file, size]) => (isMeant(basename(file)) ? [size] : [])))
        const css = sizeOf((name) => name.endsWith('.css') && !isOfMap.test(name))
        const map = sizeOf((name) => name.endsWith('.js') && isOfMap.test(name))
        this.info(
          `entry ${entry} kB of ${entryKbMax}, CSS ${css} kB of ${cssKbMax}, map ${map} kB of ${mapKbMax} (gzip)`,
        )
        if (map > mapKbMax || map === 0)
          this.error(
            `The scripts of maps (${isOfMap}) have ${map} kB, which is not between 1 and ${mapKbMax}.`,
          )
        if (entry > entryKbMax)
          this.error(`The entry has ${entry} kB, more than ${entryKbMax}: load a page's own parts with it.`)
        if (css > cssKbMax) this.error(`The style sheets have ${css} kB, more than ${cssKbMax}.`)
      },
    },
  }
}

const sumOf = (bytes: readonly number[]) => Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10
