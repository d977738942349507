import { checker } from '../checker.ts'
import { importInputs } from './imports.ts'

type Answer = 'one cluster' | 'not in one cluster'

/** Two listings that say the same but for what is named as "queen/king" or "size 26.5/29.5". */
export const clusterPairs = checker<Answer>({
  form: 'cluster pairs',
  fits: ({ run, rows }) =>
    /\bclusters list\b/.test(run) &&
    rows.every(({ pair, expected }) => valuesOf(String(pair)).length > 0 && isClustered(expected) !== null),
  async ask(folder, world) {
    const { program } = await importInputs(folder, world)
    const listings = await program.listings()
    const answers: Answer[] = []
    for (const { pair } of folder.rows) {
      const found = pairOf(String(pair), listings)
      if (found === null) throw new Error(`no two listings are ${JSON.stringify(pair)}`)
      const [one, other] = found
      const { cluster } = await program.get<{ cluster: { members: { listingId: number }[] } | null }>(
        `/api/listings/${one.id}/cluster`,
      )
      const together = cluster?.members.some(({ listingId }) => listingId === other.id) === true
      answers.push(together ? 'one cluster' : 'not in one cluster')
    }
    return answers
  },
  evaluate: ({ expected }, answer) => ({
    right: isClustered(expected) === (answer === 'one cluster'),
    got: answer,
  }),
  mistakes: ({ expected }) => [isClustered(expected) ? 'not in one cluster' : 'one cluster'],
})

function isClustered(expected: unknown): boolean | null {
  if (expected === 'not in one cluster') return false
  return expected === 'one cluster' || expected === 'in one cluster' ? true : null
}

/** What may be meant by "size 26.5/29.5" or "64/256 GB": the end of what stands before the stroke, the beginning behind it. */
function valuesOf(pair: string): [string[], string[]][] {
  const [before, behind] = pair.split('/').map(tokens)
  if (!before?.length || !behind?.length) return []
  return before.flatMap((_, from) =>
    behind.map((_, to): [string[], string[]] => [before.slice(from), behind.slice(0, to + 1)]),
  )
}

/** Two listings of which one has the first value where the other has the second, and that are the same else. */
export function pairOf<Listing extends { title: string }>(
  pair: string,
  listings: readonly Listing[],
): [Listing, Listing] | null {
  const read = listings.map((listing) => ({ listing, words: tokens(listing.title) }))
  for (const [first, second] of valuesOf(pair).toReversed())
    for (const one of read)
      for (const other of read)
        if (one !== other && differBy(one.words, other.words, first, second))
          return [one.listing, other.listing]
  return null
}

function differBy(one: string[], other: string[], first: string[], second: string[]): boolean {
  return one.some((_, at) => {
    const changed = one.toSpliced(at, first.length, ...second)
    return startsAt(one, first, at) && changed.join(' ') === other.join(' ')
  })
}

function startsAt(words: string[], value: string[], at: number): boolean {
  return value.every((word, index) => words[at + index] === word)
}

/** Words and numbers; a number stands apart from its unit. */
function tokens(title: string): string[] {
  return title.toLowerCase().match(/\d+(?:[.,]\d+)?|\p{L}+/gu) ?? []
}
