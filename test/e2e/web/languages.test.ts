import type { Page, Response } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Browser, chromiumPath, noChromium, openBrowser } from '../../harness/browser.ts'
import { testDatabase } from '../../harness/database.ts'
import { openWebHouse, pagesOf, settled, type WebHouse, widths } from './house.ts'

const [wide, narrow] = [widths[0]!, widths[1]!]
/** English in letters of its own, from the left and from the right: docs/languages.md. */
const [accented, mirrored] = ['en-XA', 'ar-XB']

let house: WebHouse
let browser: Browser
let page: Page
let pages: Record<string, string>
beforeAll(async () => {
  if (chromiumPath === null) return
  house = await openWebHouse(await testDatabase(), { demo: true })
  browser = await openBrowser()
  pages = await pagesOf(house.test)
  page = await browser.context.newPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
}, 480_000)
afterAll(async () => {
  for (const one of [browser, house]) await one?.[Symbol.asyncDispose]()
})
beforeEach((context) => context.skip(chromiumPath === null, noChromium))

it('every text of every page is of the catalogue, and from the right nothing is wider than the page', {
  timeout: 300_000,
}, async () => {
  await choose(mirrored)
  const data = collectData(page)
  const found: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize(wide)
    await go(path)
    const words = new Set(await wordsOf(page))
    const known = [...(await data()), ...askedIn(path)]
    const strange = [...words].filter((text) => isStrange(text, known))
    const wideBy = await tooWide()
    await page.setViewportSize(narrow)
    found[name] = { strange, tooWide: [wideBy, await tooWide()] }
  }
  const faultless = { strange: [], tooWide: [0, 0] }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, faultless])))
})

it('in German every page fits its window, and the server says its sentences in German', {
  timeout: 300_000,
}, async () => {
  await choose('de')
  // From then on the browser knows it before it asks for anything.
  await go('/settings/profile')
  const answers = collectAnswers(page)
  await page.setViewportSize(narrow)
  const found: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(pages)) {
    await go(path)
    const lang = await page.evaluate('document.documentElement.lang')
    const narrowBy = await tooWide()
    await page.setViewportSize(wide)
    found[name] = { tooWide: [narrowBy, await tooWide()], lang }
    await page.setViewportSize(narrow)
  }
  const faultless = { tooWide: [0, 0], lang: 'de' }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, faultless])))
  const same = new Set<string>()
  let compared = 0
  for (const [path, german] of answers()) {
    const english = await fetch(`${house.address}${path}`, { headers: { 'accept-language': 'en' } })
    compared += compare(german, await english.json(), '', same)
  }
  expect(compared).toBeGreaterThan(20)
  expect([...same]).toEqual([])
})

it('from the right a page is its own mirror image', async () => {
  const pictureIn = async (language: string) => {
    await choose(language)
    await page.setViewportSize(wide)
    await go('/settings/selling')
    expect(await page.evaluate('document.documentElement.dir')).toBe(language === mirrored ? 'rtl' : 'ltr')
    const box = await page.getByRole('banner').boundingBox()
    return { png: await page.screenshot(), rail: box! }
  }
  const left = await pictureIn(accented)
  const right = await pictureIn(mirrored)
  expect(left.rail.x).toBe(0)
  expect(right.rail.x + right.rail.width).toBeGreaterThan(wide.width - 20)
  // Words are not mirrored, where they stand is: seen from afar the two are alike.
  const flipped = await sharp(right.png).flop().toBuffer()
  const [asMirrored, asItIs] = [await unlikeness(left.png, flipped), await unlikeness(left.png, right.png)]
  expect(asMirrored).toBeLessThan(4)
  expect(asItIs).toBeGreaterThan(2 * asMirrored)
})

it('a language that is chosen in the profile is spoken at once, and only its words are loaded', async () => {
  await choose(null)
  await page.setViewportSize(wide)
  await go('/settings/profile')
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.getByLabel('Language').selectOption('de-AT')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Du' }).waitFor()
  expect(await page.evaluate('document.documentElement.lang')).toBe('de-AT')
  loaded.length = 0
  await go('/deals')
  await page.getByRole('heading', { level: 1, name: 'Angebote' }).waitFor()
  expect(
    loaded.filter((path) => /\/(?:en|de)-[\w-]+\.js$/.test(path)).map((path) => path.slice(8, 10)),
  ).toEqual(['de'])
  await choose(null)
})

const choose = async (language: string | null) => {
  const { status } = await house.test.call('PATCH', '/api/me', { profile: { language } })
  expect(status).toBe(200)
}

async function go(path: string): Promise<void> {
  await page.goto(`${house.address}${path}`)
  await settled(page)
}

const tooWide = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')

/** What is read on a page, heard, or shown before one writes. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode
      // Languages are called as they call themselves.
      if (!parentElement.closest('script, style, noscript, datalist, code, pre, kbd, textarea, select[name=language]'))
        found.push(walker.currentNode.data)
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
      for (const one of document.querySelectorAll('[' + name + ']')) found.push(one.getAttribute(name))
    return [document.title, ...found]
  })()`)

/** What the address of a page asks for is a person's own words. */
const askedIn = (path: string) => [...new URL(path, 'http://page.test').searchParams.values()]

/** Signs of units that no language writes otherwise. */
const units = /(?<=\d\s?)(?:ms|[kMGT]?B)\b/g
const addresses = /https?:\/\/\S+|[\w-]+(?:\.[\w-]+)+\/\S+/g
const hostsAndFiles = /[\w-]*(?:\.[\w-]+)+/g

/** Two letters that the catalogue, in this language, writes no word with are a word from elsewhere. */
const isStrange = (text: string, data: readonly string[]) => {
  // Addresses stand within what answers say, too.
  const known = data.map((one) => one.replaceAll(addresses, ' ')).filter((one) => one.trim() !== '')
  const rest = known
    .reduce((left, one) => left.replaceAll(one, ' '), text.replaceAll(addresses, ' '))
    .replaceAll(units, ' ')
  // Words that a person typed stand in quotes.
  return /[A-Za-z]{2}/.test(rest.replaceAll(/“[^”]*”/g, ' ').replaceAll(hostsAndFiles, ' '))
}

const isSentence = (name: string) => /^(?:\w*[sS]entences?|story|headline|reason|lines|detail)$/.test(name)

/** What strangers and the person wrote, what things are called, and what the server says (see below), as answers had it. */
function collectData(page: Page): () => Promise<string[]> {
  const found = new Set(['Deal Scout', 'USD'])
  const read = onAnswer(page, (_, body) => visit(body, ''))
  function visit(value: unknown, name: string): void {
    if (Array.isArray(value)) for (const one of value) visit(one, `${name}[]`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) visit(one, key)
    // Elsewhere a word of small letters is a code, which the catalogue has a text for.
    else if (
      typeof value === 'string' &&
      // A figure alone excuses no word.
      /\p{L}/u.test(value) &&
      (/[A-Z\d ]/.test(value) ||
        /^(?:name|label|marketplace|rule|brand|model|detail|userAgent|(?:channels|tags|all|any)\[\])$/.test(
          name,
        ))
    ) {
      found.add(value)
      // What doctor found begins a line of the page.
      if (name === 'detail') found.add(value.charAt(0).toUpperCase() + value.slice(1))
    }
  }
  return async () => {
    await read()
    return [...found].toSorted((one, other) => other.length - one.length)
  }
}

function collectAnswers(page: Page): () => [path: string, body: unknown][] {
  const found = new Map<string, unknown>()
  onAnswer(page, (path, body, method) => void (method === 'GET' && found.set(path, body)))
  return () => [...found]
}

/** Resolves, when it is called, once all that came was read. */
function onAnswer(page: Page, take: (path: string, body: unknown, method: string) => void) {
  const underWay = new Set<Promise<void>>()
  const read = async (response: Response): Promise<void> => {
    const { pathname, search } = new URL(response.url())
    // What is pushed is no answer, and never ends.
    const isAnswer = response.headers()['content-type']?.includes('json') ?? false
    if (!pathname.startsWith('/api/') || !isAnswer) return
    const body: unknown = await response.json().catch(() => null)
    if (body !== null) take(`${pathname}${search}`, body, response.request().method())
  }
  page.on('response', (response: Response) => {
    const one = read(response).finally(() => underWay.delete(one))
    underWay.add(one)
  })
  return () => Promise.all(underWay)
}

/** Sentences without a code are English whatever is asked for: `answers.test.ts` of the server names them. */
function isTold(answer: Record<string, unknown>, name: string): boolean {
  if (!/^(?:reason|detail)$|[sS]entence$/.test(name)) return true
  const beside = answer[`${name.replace(/Sentence$/, '')}Said`]
  const { code } = (beside ?? answer) as { code?: unknown }
  return typeof code === 'string' && code !== 'text'
}

/** Notes which sentences are the same in both; returns how many there are. */
function compare(one: unknown, other: unknown, of: string, same: Set<string>): number {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return 0
  let compared = 0
  for (const [name, value] of Object.entries(one)) {
    const path = Array.isArray(one) ? of : `${of.split('.').at(-1) ?? ''}.${name}`
    const there = (other as Record<string, unknown>)[name]
    const isText = typeof value === 'string' && value.includes(' ')
    if (isText && isSentence(name) && isTold(one as Record<string, unknown>, name)) {
      compared++
      if (value === there) same.add(path)
    } else compared += compare(value, there, path, same)
  }
  return compared
}

/** Of two pictures, seen from afar: the mean difference of their brightness, of 255. */
async function unlikeness(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((png) => sharp(png).greyscale().resize(64, 40, { fit: 'fill' }).raw().toBuffer()),
  )
  return a!.reduce((sum, value, at) => sum + Math.abs(value - b![at]!), 0) / a!.length
}
