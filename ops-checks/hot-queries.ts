import pg from 'pg'
import type { App } from '../server/app/app.ts'
import { ingest } from '../server/flows/ingest.ts'
import { askedDuring, type Plan, planOf } from './asked.ts'
import type { FilledMarket } from './market.ts'

export interface HotRequest {
  request: string
  plans: Plan[]
}

/** What people and workers ask for all the time, each with the statements that it comes to and how the database does them. */
export async function hotRequests(app: App, address: string, market: FilledMarket): Promise<HotRequest[]> {
  const client = new pg.Client({ connectionString: app.db.connectionString })
  await client.connect()
  try {
    const found: HotRequest[] = []
    for (const [request, run] of Object.entries(requestsOf(app, address, market))) {
      // What a process reads once and keeps is no part of it.
      await run()
      const plans: Plan[] = []
      for (const asked of await askedDuring(run)) {
        const plan = await planOf(client, asked)
        if (plan !== null) plans.push(plan)
      }
      found.push({ request, plans })
    }
    return found
  } finally {
    await client.end()
  }
}

function requestsOf(app: App, address: string, { ruleId, listingId }: FilledMarket) {
  const get = (path: string) => async () => {
    const answer = await fetch(`${address}${path}`)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
  }
  const deals = (query: string) => get(`/api/deals?limit=50&${query}`)
  let page = 0
  return {
    'deals, best first': deals('sort=score'),
    'deals of a category': deals('sort=score&category=cameras'),
    'deals, newest first': deals('sort=newest'),
    'deals by price': deals('sort=price&currency=USD'),
    'deals by discount': deals('sort=discount'),
    'deals by words': deals('sort=newest&q=modell7'),
    'deals nearby': deals('sort=newest&near=94110&withinKm=15'),
    'how many of each kind': get('/api/deals/facets'),
    'deals on a map': get('/api/deals/points?bbox=-123,37,-122,38.5'),
    'a listing': get(`/api/listings/${listingId}`),
    'what is like it': get(`/api/listings/${listingId}/similar`),
    'matches of a rule': get(`/api/rules/${ruleId}/matches`),
    inbox: get('/api/notifications'),
    unread: get('/api/notifications/unread'),
    ledger: get('/api/deliveries'),
    watches: get('/api/watches'),
    'a page of 20 new listings': () => ingestPage(app, `hot-${++page}`),
    'the same page again': () => ingestPage(app, `hot-${page}`),
  } satisfies Record<string, () => Promise<void>>
}

async function ingestPage(app: App, name: string): Promise<void> {
  const sightings = Array.from({ length: 20 }, (_, n) => ({
    marketplace: 'shop',
    observedAtMs: app.clock.now().getTime(),
    seen: {
      ...{
        externalId: `${name}-${n}`,
        title: `Canon modell${n} camera`,
        url: `https://example.com/${name}-${n}`,
      },
      ...{ priceCents: 20_000 + n, currency: 'USD', condition: 'good', imageUrls: [] },
    },
  }))
  await ingest(app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

export interface Bounds {
  /** A table of more rows is not to be read from end to end. */
  wholeRowsMax: number
  pagesMax: number
  msMax: number
}

/** What looks at everything that is in sight, by the index of places, and so takes as many times as long. */
const timesDearer: Readonly<Record<string, number>> = { 'deals on a map': 4 }

/** What is beyond the bounds, in sentences. */
export function beyond(requests: readonly HotRequest[], bounds: Bounds): string[] {
  return requests.flatMap(({ request, plans }) => {
    const times = timesDearer[request] ?? 1
    return plans.flatMap(({ statement, readWhole, pages, ms }) => [
      ...readWhole
        .filter(({ rows }) => rows > bounds.wholeRowsMax)
        .map(({ table, rows }) => `${request}: all ${rows} rows of ${table} are read: ${statement}`),
      ...(pages > bounds.pagesMax * times ? [`${request}: ${pages} pages are read: ${statement}`] : []),
      ...(ms > bounds.msMax * times ? [`${request}: ${Math.round(ms)} ms: ${statement}`] : []),
    ])
  })
}
