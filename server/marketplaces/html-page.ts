import { type CheerioAPI, load } from 'cheerio/slim'
import { decodeText } from '../core/fetch-body.ts'

/** One or more elements of a loaded page. */
export type Elements = ReturnType<CheerioAPI['root']> | ReturnType<CheerioAPI>

/** Characters kept of a posting's text. */
export const descriptionMax = 50_000

export interface PageLimits {
  /** A full result page is below 1 MB; a saved page larger than this is not one. */
  charactersMax?: number
  /** Real pages stay below 10,000. Holds the depth down where closing tags that close nothing feign a lower one. */
  tagsMax?: number
}

/** Real pages stay below 60; the parser's time grows with the square of the depth, and what reads text recurses. */
const depthMax = 1000
/** Round every page: the library takes the square of the number of nodes that have no parent. */
const wrapper = '<x-page>'

/** The page as a tree, or null when it is too large or too deeply nested to be a page of a marketplace. */
export function loadPage(
  text: string,
  { charactersMax = 4_000_000, tagsMax = 30_000 }: PageLimits = {},
): CheerioAPI | null {
  if (text.length > charactersMax || nestedDeeperThan(text, depthMax, tagsMax)) return null
  if (/<\/x-page/i.test(text)) return null
  return load(wrapper + text, {
    xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true },
  })
}

/** The bytes of an answer as text, by the charset that it or its page names. */
export function bodyText(body: Uint8Array, contentType: string | undefined): string {
  return decodeText(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType)
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

function nestedDeeperThan(text: string, limit: number, tagsMax: number): boolean {
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
  if (typeof node?.endIndex !== 'number') return false
  const end = node.endIndex - wrapper.length
  return new RegExp(`</${tag}\\s*>$`, 'i').test(text.slice(Math.max(0, end - 20), end + 1))
}
