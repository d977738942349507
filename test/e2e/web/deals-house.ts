import type { Page } from 'playwright-core'
import { until } from '../../harness/until.ts'
import { settled, type WebHouse } from './house.ts'

/** Takes in so many offers of a shop at once; `from` is the number of the first. */
export async function importOffers(house: WebHouse, { from, count }: { from: number; count: number }) {
  const rows = Array.from({ length: count }, (_, i) => {
    const n = from + i
    return JSON.stringify({
      ...{ id: `offer-${n}`, source: 'many-shop', title: `Desk lamp of brass, number ${n}` },
      ...{ url: `https://many-shop.example/${n}`, price: 20 + (n % 70), currency: 'USD' },
    })
  })
  const form = new FormData()
  form.set('file', new Blob([rows.join('\n')]), 'offers.jsonl')
  const answer = await fetch(`${house.address}/api/imports`, { method: 'POST', body: form })
  const { added } = (await answer.json()) as { added: number }
  if (added !== count) throw new Error(`${added} of ${count} offers were taken in`)
}

/** The offers of that shop, each by itself. */
export const allOffers = '/deals?score=0&source=many-shop&same=each'

export interface ListedDeal {
  id: number
  title: string
  mark: {
    hiddenAt: string | null
    hiddenReason: string | null
    contactedAt: string | null
    note: string | null
    tags: string[]
  }
}

export async function listed(house: WebHouse, query: string): Promise<ListedDeal[]> {
  const { body } = await house.test.call('GET', `/api/deals?limit=200&${query}`)
  return (body as { items: ListedDeal[] }).items
}

/** Ids of the cards that are drawn, in the order in which they stand. */
export const drawnIds = (page: Page) =>
  page.evaluate<number[]>(`[...document.querySelectorAll('li a[id^=deal-]')]
    .map((one) => [Number(one.closest('li').getAttribute('aria-posinset')), Number(one.id.slice(5))])
    .sort((a, b) => a[0] - b[0]).map(([, id]) => id)`)

export const topOf = async (page: Page, id: number) =>
  (await page.locator(`#deal-${id}`).boundingBox())?.y ?? Number.NaN

/** A card that is wholly in sight, once the list stands still. */
export async function cardInSight(page: Page): Promise<{ id: number; top: number }> {
  let last = ''
  return until(async () => {
    const found = await page.evaluate<{ id: number; top: number } | null>(`(() => {
      const link = [...document.querySelectorAll('li a[id^=deal-]')].find((one) => {
        const { top } = one.closest('li').getBoundingClientRect()
        return top > 220 && top < 480
      })
      return link ? { id: Number(link.id.slice(5)), top: link.getBoundingClientRect().y } : null
    })()`)
    const isStill = found !== null && JSON.stringify(found) === last
    last = JSON.stringify(found)
    return isStill ? found : null
  })
}

/** How many cards the list has loaded. */
export const loadedCount = (page: Page) =>
  page.evaluate<number>(
    `Math.round((document.querySelector('ol').offsetHeight + 8) / (document.querySelector('ol li:has(article)').offsetHeight + 8))`,
  )

/** Scrolls on until the list has so many. */
export async function scrollUntil(
  page: Page,
  count: number,
  patience: (ask: () => Promise<number>) => { toBeGreaterThanOrEqual(n: number): Promise<unknown> },
) {
  await patience(async () => {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    return loadedCount(page)
  }).toBeGreaterThanOrEqual(count)
}

export async function openPage(
  { context, house }: { context: { newPage(): Promise<Page> }; house: WebHouse },
  path: string,
  width = 1100,
): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${house.address}${path}`)
  await settled(page)
  return page
}
