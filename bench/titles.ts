import { readProductTitle } from '../server/model/product/title.ts'
import { readIdentity } from '../server/scoring/comps/identity.ts'
import { readTitle } from '../server/scoring/comps/title.ts'
import { benchListings } from './lib-listings.ts'

const titlesMax = 40_000
const rounds = 3

/** `npm run bench -- titles`: microseconds of processor for reading one title, by itself and as value reads it. */
export async function run(): Promise<Record<string, unknown>> {
  const { rows, origin } = await benchListings(titlesMax)
  const titles = rows.map(({ seen }) => seen.title)
  return {
    titles: titles.length,
    origin,
    microsPerTitle: micros(titles, readProductTitle),
    microsPerTitleForValue: micros(titles, readTitle),
    microsPerIdentity: micros(titles, (title) => readIdentity({ title })),
  }
}

/** The best of some rounds: what else runs on the machine only ever takes time. */
function micros(titles: readonly string[], read: (title: string) => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (const title of titles) read(title)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / titles.length)
  }
  return Number(best.toFixed(2))
}
