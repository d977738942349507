import { type CheerioAPI, load } from 'cheerio/slim'

/** One or more elements of a loaded page. */
export type Elements = ReturnType<CheerioAPI['root']> | ReturnType<CheerioAPI>

/** Characters kept of a posting's text. */
export const descriptionMax = 50_000

/** A full result page is below 1 MB; a saved page larger than this is not one. */
const charactersMax = 4_000_000
/** Real pages stay below 40; the parser's time grows with the square of the depth. */
const depthMax = 3000
/** Real pages stay below 10,000. Holds the depth down where closing tags that close nothing feign a lower one. */
const tagsMax = 30_000

/** The page as a tree, or null when it is too large or too deeply nested to be a page of this site. */
export function loadPage(text: string): CheerioAPI | null {
  if (text.length > charactersMax || nestedDeeperThan(text, depthMax)) return null
  return load(text, {
    xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true },
  })
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

function nestedDeeperThan(text: string, limit: number): boolean {
  const open = new Map<string, number>()
  let depth = 0
  let tags = 0
  for (const [, close, tag] of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/g)) {
    const name = tag!.toLowerCase()
    const count = open.get(name) ?? 0
    if (close === '') {
      if (++tags > tagsMax) return true
      if (voidTags.has(name)) continue
      open.set(name, count + 1)
      if (++depth > limit) return true
    } else if (count > 0) {
      open.set(name, count - 1)
      depth--
    }
  }
  return false
}

/** False when the page ends inside this element: what follows was cut off. */
export function isClosed(element: Elements, text: string, tag: string): boolean {
  const node = element[0]
  const end = node?.endIndex
  if (typeof end !== 'number') return false
  return new RegExp(`</${tag}\\s*>$`, 'i').test(text.slice(Math.max(0, end - 20), end + 1))
}
