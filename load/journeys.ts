import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'

/** What people do, each so often for every hundred steps, as the pages ask it. */
export interface Step {
  name: string
  weight: number
  /** The status of its answer. */
  take(person: Person): Promise<number>
}

export interface Person {
  browser: ClusterBrowser
  random(): number
  /** Listings that were on the list when the person looked last. */
  seen: number[]
  /** Rules that the person made here; the newest goes first when there are enough. */
  rules: number[]
}

const words = ['desk', 'lamp', 'bike', 'chair', 'camera', 'amp', 'saddle', 'rug']
const rulesMax = 3

const pick = <One>({ random }: Person, some: readonly One[]) => some[Math.floor(random() * some.length)]!

async function list(person: Person, query: string): Promise<number> {
  const { status, text } = await person.browser.ask(`/api/deals?limit=50${query}`)
  if (status === 200)
    person.seen = (JSON.parse(text) as { items: { id: number }[] }).items.map(({ id }) => id)
  return status
}

export const steps: readonly Step[] = [
  {
    name: 'page',
    weight: 4,
    take: async ({ browser }) => (await browser.ask('/deals', { headers: { accept: 'text/html' } })).status,
  },
  { name: 'deals', weight: 34, take: (person) => list(person, '') },
  { name: 'search', weight: 14, take: (person) => list(person, `&q=${pick(person, words)}&sort=score`) },
  {
    name: 'listing',
    weight: 24,
    async take(person) {
      if (person.seen.length === 0) return list(person, '')
      return (await person.browser.ask(`/api/listings/${pick(person, person.seen)}`)).status
    },
  },
  { name: 'summary', weight: 8, take: async ({ browser }) => (await browser.ask('/api/summary')).status },
  {
    name: 'inbox',
    weight: 6,
    take: async ({ browser }) => (await browser.ask('/api/notifications?limit=50')).status,
  },
  {
    name: 'value',
    weight: 3,
    take: async (person) =>
      (await person.browser.ask(`/api/value?title=oak%20${pick(person, words)}%2080%20cm`)).status,
  },
  {
    name: 'mark',
    weight: 4,
    async take(person) {
      if (person.seen.length === 0) return list(person, '')
      const mark = { tags: [pick(person, words)] }
      return (await person.browser.json('PUT', `/api/listings/${pick(person, person.seen)}/mark`, mark))
        .status
    },
  },
  {
    name: 'rule',
    weight: 3,
    async take(person) {
      if (person.rules.length >= rulesMax)
        return (await person.browser.ask(`/api/rules/${person.rules.shift()}`, { method: 'DELETE' })).status
      const rule = {
        name: `Load ${person.random()}`,
        keywords: { all: [pick(person, words)] },
        channels: ['inbox'],
      }
      const { status, text } = await person.browser.json('POST', '/api/rules', rule)
      if (status === 201) person.rules.push((JSON.parse(text) as { id: number }).id)
      return status
    },
  },
]
