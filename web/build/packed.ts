import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Smaller files fit into a packet as they are. */
const packedBytesMin = 1024

/**
 * Puts a packed copy (`.br`, `.gz`) beside each built file, and fails the build where what every visit loads has grown too
 * large: the entry with what it imports at once, and the style sheets (kB of 1,000 bytes, packed by gzip).
 */
export function packed({ entryKbMax, cssKbMax }: { entryKbMax: number; cssKbMax: number }): Plugin {
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
    closeBundle() {
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
      const css = sumOf([...sizes].flatMap(([file, size]) => (file.endsWith('.css') ? [size] : [])))
      this.info(`entry ${entry} kB of ${entryKbMax}, CSS ${css} kB of ${cssKbMax} (gzip)`)
      if (entry > entryKbMax)
        this.error(`The entry has ${entry} kB, more than ${entryKbMax}: load a page's own parts with it.`)
      if (css > cssKbMax) this.error(`The style sheets have ${css} kB, more than ${cssKbMax}.`)
    },
  }
}

const sumOf = (bytes: readonly number[]) => Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10
