import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Zippable, zipSync } from 'fflate'
import sharp from 'sharp'
import { build } from 'vite'
import { iconSizes, manifestOf } from './manifest.ts'

const folder = fileURLToPath(new URL('../', import.meta.url))
const root = join(folder, '..')

/** Builds the extension unpacked into a folder, which is emptied. */
export async function buildExtension(into: string): Promise<void> {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  cpSync(join(folder, 'public'), into, { recursive: true })
  await build({
    configFile: false,
    root: folder,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: into,
      emptyOutDir: false,
      // As it was written: who installs it, or a shop, reads what it does.
      minify: false,
      modulePreload: false,
      reportCompressedSize: false,
      target: 'chrome126',
      rolldownOptions: {
        input: Object.fromEntries(
          ['background', 'panel', 'options'].map((name) => [name, join(folder, 'src', `${name}.ts`)]),
        ),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  })
  const icon = readFileSync(join(root, 'web/icon.svg'))
  for (const size of iconSizes)
    await sharp(icon, { density: 384 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toFile(join(into, `icon-${size}.png`))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  writeFileSync(join(into, 'manifest.json'), `${JSON.stringify(manifestOf(version), null, 2)}\n`)
}

/** The least moment that the format has, in whatever zone: equal files make an equal archive. */
const noMoment = new Date(1980, 0, 1)

/** The folder's files as a zip, in the order of their names. */
export function zipOf(from: string): Uint8Array {
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
  const files: Zippable = Object.fromEntries(names.map((name) => [name, readFileSync(join(from, name))]))
  return zipSync(files, { level: 9, mtime: noMoment })
}

/** Writes the extension unpacked and as a zip; answers where the zip is. */
export async function writeExtension(to: string): Promise<string> {
  const unpacked = join(to, 'unpacked')
  await buildExtension(unpacked)
  const zip = join(to, 'deal-scout-extension.zip')
  mkdirSync(dirname(zip), { recursive: true })
  writeFileSync(zip, zipOf(unpacked))
  return zip
}
