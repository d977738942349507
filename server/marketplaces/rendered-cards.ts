import type { CheerioAPI } from 'cheerio/slim'
import { clean, imageAddresses } from './reading.ts'

/** What a page shows of one listing: the smallest block round its links in which nothing else is linked. */
export interface Card {
  externalId: string
  url: string
  /** Texts in their order, one per element that holds text itself. */
  texts: CardText[]
  /** What its links and pictures are called (`aria-label`, `alt`). */
  labels: string[]
  imageUrls: string[]
}

export interface CardText {
  text: string
  crossedOut: boolean
  /** It stands in a heading. */
  heading: boolean
  /** It stands in a link to the listing. */
  linked: boolean
}

type Element = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]

/** How far round a link its block may reach; pages nest a card in about ten elements. */
const climbMax = 12
const cardsMax = 2000
/** A card has two or three; what links a listing more often does so to be read for long. */
const linksPerListingMax = 4
const nodesPerCardMax = 400
const textsMax = 40
const skipped = new Set(['script', 'style', 'noscript', 'template', 'svg'])

/**
 * A card for every listing that a page links to, in the order of the page. `identify` says which addresses are of
 * listings; others count for nothing. A block is enlarged until `isWhole` says that it has what a card needs, or until
 * another listing's link would be in it.
 */
export function readCards(
  $: CheerioAPI,
  identify: (url: string) => { externalId: string; url: string } | null,
  base: string,
  isWhole: (card: Card) => boolean,
): Card[] {
  const links = listingLinks($, identify, base)
  const ownerOf = owners(links)
  const nodes = new Set(links.map(({ node }) => node))
  const cards = new Map<string, Card>()
  for (const { node, found } of links) {
    const known = cards.get(found.externalId)
    if (known && isWhole(known)) continue
    if (!known && cards.size >= cardsMax) break
    const card = cardRound(node, found, { ownerOf, links: nodes, base, isWhole })
    if (!known || card.texts.length > known.texts.length) cards.set(found.externalId, card)
  }
  return [...cards.values()]
}

interface Link {
  node: Element
  found: { externalId: string; url: string }
}

function listingLinks(
  $: CheerioAPI,
  identify: (url: string) => { externalId: string; url: string } | null,
  base: string,
): Link[] {
  const links: Link[] = []
  const times = new Map<string, number>()
  for (const node of $('a[href]').toArray()) {
    const href = attribute(node, 'href') ?? ''
    const url = href.length <= 4000 ? URL.parse(href, base) : null
    const found = url === null ? null : identify(url.href)
    if (found === null) continue
    const before = times.get(found.externalId) ?? 0
    times.set(found.externalId, before + 1)
    if (before < linksPerListingMax) links.push({ node, found })
    if (times.size > cardsMax) break
  }
  return links
}

/** Of every element round a link: the one listing that is linked in it, null where there are several. */
function owners(links: readonly Link[]): Map<Element, string | null> {
  const ownerOf = new Map<Element, string | null>()
  for (const { node, found } of links) {
    let up: Element | null = node
    for (let level = 0; up && level <= climbMax; level++, up = parentOf(up)) {
      const known = ownerOf.get(up)
      ownerOf.set(up, known === undefined || known === found.externalId ? found.externalId : null)
    }
  }
  return ownerOf
}

/** What is known of the page that cards are cut out of. */
interface Cutting {
  ownerOf: ReadonlyMap<Element, string | null>
  /** Links to listings. */
  links: ReadonlySet<Element>
  base: string
  isWhole(card: Card): boolean
}

function cardRound(link: Element, found: Link['found'], page: Cutting): Card {
  let card = cardOf(link, found, page)
  let up = parentOf(link)
  for (let level = 0; up && level < climbMax && !page.isWhole(card); level++, up = parentOf(up)) {
    if (page.ownerOf.get(up) !== found.externalId || isPage(up)) break
    card = cardOf(up, found, page)
  }
  return card
}

function cardOf(block: Element, found: Link['found'], { links, base }: Cutting): Card {
  const texts: Card['texts'] = []
  const labels: string[] = []
  const images: unknown[] = []
  const stack = [{ node: block, crossedOut: false, heading: false, linked: false }]
  for (
    let top = stack.pop(), nodes = 0;
    top && texts.length < textsMax && nodes < nodesPerCardMax;
    top = stack.pop(), nodes++
  ) {
    const { node } = top
    const name = nameOf(node)
    if (name === null || skipped.has(name)) continue
    const crossedOut = top.crossedOut || isCrossedOut(node, name)
    const heading = top.heading || /^h[1-6]$/.test(name)
    const linked = top.linked || links.has(node)
    if (name === 'img') {
      images.push(attribute(node, 'src'))
      add(labels, attribute(node, 'alt'))
      continue
    }
    add(labels, attribute(node, 'aria-label'))
    const children = childrenOf(node).slice(0, nodesPerCardMax)
    const own = clean(children.map((child) => (child.type === 'text' ? child.data : ' ')).join('')).slice(
      0,
      500,
    )
    if (own !== '') texts.push({ text: own, crossedOut, heading, linked })
    for (let i = children.length - 1; i >= 0; i--)
      stack.push({ node: children[i]!, crossedOut, heading, linked })
  }
  return { ...found, texts, labels, imageUrls: imageAddresses(images, base).slice(0, 10) }
}

function add(list: string[], text: string | undefined): void {
  const plain = clean(text).slice(0, 500)
  if (plain !== '' && list.length < 20) list.push(plain)
}

function isCrossedOut(node: Element, name: string): boolean {
  return (
    name === 'del' ||
    name === 's' ||
    name === 'strike' ||
    /line-through/i.test(
      `${attribute(node, 'style')?.slice(0, 500)} ${attribute(node, 'class')?.slice(0, 500)}`,
    )
  )
}

function isPage(node: Element): boolean {
  const name = nameOf(node)
  return name === 'body' || name === 'html' || name === 'main'
}

function nameOf(node: Element): string | null {
  return 'name' in node ? node.name.toLowerCase() : null
}

function attribute(node: Element, name: string): string | undefined {
  return 'attribs' in node ? node.attribs[name] : undefined
}

function childrenOf(node: Element): Element[] {
  return 'children' in node ? (node.children as Element[]) : []
}

function parentOf(node: Element): Element | null {
  return (node.parent as Element | null) ?? null
}
