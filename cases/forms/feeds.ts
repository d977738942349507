import { parseFile } from '../../server/sources/parse-command.ts'
import { checker } from '../checker.ts'
import { compareFacts, type Facts, mistakenFacts, wantedFacts } from '../compare.ts'
import { type Folder, inputOf, optionsOf } from '../folder.ts'
import { countedListings } from '../sentence.ts'
import type { World } from '../world.ts'

interface Parsed {
  outcome: string
  reason?: string
  listings: Facts[]
}

const parses = ({ run }: Folder) => /\bdeal-scout parse \w+/.test(run)

/** As `deal-scout parse MARKETPLACE FILE --url …` does it. */
async function parse(folder: Folder, world: World): Promise<Parsed> {
  const marketplace = /\bdeal-scout parse (\w+)/.exec(folder.run)![1]!
  const { url } = optionsOf(folder.run)
  const page = await parseFile(world.shared.adapters.marketplaces, marketplace, inputOf(folder), url)
  return { ...page, listings: page.listings as unknown as Facts[] }
}

/** A feed, with what is expected of the entry behind each link. */
export const feedLinks = checker<Facts | undefined>({
  form: 'feed by link',
  fits: (folder) => parses(folder) && folder.rows.every(({ link }) => typeof link === 'string'),
  async ask(folder, world) {
    const { listings } = await parse(folder, world)
    return folder.rows.map(({ link }) => listings.find(({ url }) => url === link))
  },
  evaluate: ({ expected }, entry) => compareFacts(wantedOf(expected), entry),
  mistakes: ({ expected }) => [undefined, ...mistakenFacts(wantedOf(expected))],
})

function wantedOf(expected: unknown): Facts {
  const wanted = wantedFacts(expected)
  if (wanted === null) throw new Error(`not understood: ${JSON.stringify(expected)}`)
  return wanted
}

/** A feed, with what is expected of all of it: how many listings, at what prices. */
export const feedCounts = checker<Parsed>({
  form: 'feed as a whole',
  fits: (folder) =>
    parses(folder) && folder.rows.every(({ expected }) => countedListings(String(expected)) !== null),
  async ask(folder, world) {
    const parsed = await parse(folder, world)
    return folder.rows.map(() => parsed)
  },
  evaluate({ expected }, { outcome, reason, listings }) {
    const wanted = countedListings(String(expected))!
    const left = [...listings]
    // In any order, each once.
    const all = wanted.listings.every(({ title, amount }) => {
      const at = left.findIndex(
        (one) =>
          (title === null || one.title === title) &&
          (amount === null || (one.priceCents === amount.cents && one.currency === amount.currency)),
      )
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
    const isFirst = wanted.firstUrl === null || listings[0]?.url === wanted.firstUrl
    const got = listings.map(({ title, url, priceCents, currency }) =>
      [title, priceCents === undefined ? 'no price' : `${priceCents} ${currency}`, url].join(' | '),
    )
    return {
      right: outcome === 'ok' && listings.length === wanted.count && all && isFirst,
      got: outcome === 'ok' ? got : `${outcome}: ${reason}`,
    }
  },
  mistakes({ expected }) {
    const { count, listings, firstUrl } = countedListings(String(expected))!
    const right = Array.from({ length: count }, (_, at) => ({
      title: listings[at]?.title ?? 'Thing',
      url: at === 0 && firstUrl !== null ? firstUrl : `https://other.example/${at}`,
      priceCents: listings[at]?.amount?.cents,
      currency: listings[at]?.amount?.currency,
    }))
    const [first, ...rest] = right
    return [
      { outcome: 'parse-drift', listings: [] },
      { outcome: 'ok', listings: rest },
      { outcome: 'ok', listings: [...right, first!] },
      ...(listings.length > 0 ? [{ ...first!, title: 'Other', priceCents: 1 }] : []).map((one) => ({
        outcome: 'ok',
        listings: [one, ...rest],
      })),
      ...(firstUrl === null ? [] : [{ ...first!, url: 'https://other.example/' }]).map((one) => ({
        outcome: 'ok',
        listings: [one, ...rest],
      })),
    ]
  },
})
