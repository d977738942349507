import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const template = here('template')

export interface NewMarketplace {
  /** Name of its folder, lower case. */
  id: string
  name: string
  /** Host of its web pages. */
  host: string
  /** ISO 4217, of its prices. */
  currency: string
}

/** The repository's own folders, or others, so that it can be tried out. */
export interface Places {
  marketplaces: string
  docs: string
}

export const ownPlaces: Places = {
  marketplaces: here('../../server/marketplaces'),
  docs: here('../../docs/marketplaces'),
}

/**
 * Writes a marketplace that works and knows one site that there is not: adapter, fixtures, stand-in, tests and page.
 * Answers the files that it wrote; throws where it is there already, or where a word is not of the form that it needs.
 */
export function makeMarketplace(wish: NewMarketplace, places: Places = ownPlaces): string[] {
  const { id, name, host, currency } = wish
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id))
    throw new Error(`“${id}” is no id: lower-case letters and figures, a letter first.`)
  if (!/^[\p{L}\p{N} .&-]{2,60}$/u.test(name))
    throw new Error(`“${name}” is no name: letters, figures and spaces.`)
  if (!/^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}$/.test(host))
    throw new Error(`“${host}” is no host, such as www.example.com.`)
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error(`“${currency}” is no currency, such as EUR.`)
  const folder = join(places.marketplaces, id)
  if (existsSync(folder)) throw new Error(`${folder} is there already.`)
  const words: [string, string][] = [
    ['__ID__', id],
    ['__NAME_KEY__', /^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`],
    ['__NAME__', name],
    ['__HOST__', host],
    ['__BARE_HOST__', host.replace(/^www\./, '') === host ? `www.${host}` : host.replace(/^www\./, '')],
    ['__ENV__', id.toUpperCase()],
    ['__CURRENCY__', currency],
  ]
  // Elsewhere than in its own place the kit is further away.
  const kit = toKit(folder)
  const filled = (text: string) =>
    words
      .reduce((done, [mark, word]) => done.replaceAll(mark, word), text)
      .replace(
        /'((?:\.\.\/){1,3})(?=[a-z])/g,
        (_, up: string) => `'${kit}/${'../'.repeat(up.length / 3 - 1)}`,
      )
  const written: string[] = []
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    written.push(path)
  }
  for (const entry of readdirSync(template, { withFileTypes: true }))
    if (entry.isFile() && entry.name !== 'docs.md.txt')
      write(
        join(folder, entry.name.replace('__ID__', id).replace(/\.txt$/, '')),
        filled(readFileSync(join(template, entry.name), 'utf8')),
      )
  for (const name of readdirSync(join(template, 'fixtures')))
    write(join(folder, 'fixtures', name), readFileSync(join(template, 'fixtures', name), 'utf8'))
  write(join(places.docs, `${id}.md`), filled(readFileSync(join(template, 'docs.md.txt'), 'utf8')))
  return written
}

/** From a folder to the folder of the marketplaces' kit, as an import has it. */
function toKit(folder: string): string {
  return relative(folder, ownPlaces.marketplaces).split(sep).join('/')
}
