import { checker } from '../checker.ts'
import { inputOf, optionsOf, readRecords } from '../folder.ts'
import { addRule, importOne } from '../own/notifying.ts'

/** What was notified because of a row, a text for each message. */
type Answer = string[]

/** Listings that are seen one after the other: what each poll notifies of in the inbox. */
export const notifiedRows = checker<Answer>({
  form: 'told by row',
  fits: ({ run, rows }) =>
    /\bdeal-scout inbox\b/.test(run) && rows.every(({ row }) => typeof row === 'number' && row > 0),
  async ask(folder, world) {
    const program = await world.program()
    const seen = readRecords(inputOf(folder))
    const watches = new Map(
      folder.rows.flatMap(({ row, watch }) =>
        watch === undefined ? [] : [[seen[Number(row) - 1]!.id, optionsOf(String(watch))]],
      ),
    )
    for (const listings of Map.groupBy(seen, ({ id }) => id).values())
      if (!watches.has(listings[0]!.id)) await addRule(program, 'inbox', String(listings[0]!.title))
    const notified: Answer[] = []
    const known = new Set<number>()
    for (const listing of seen) {
      world.clock.advance(60_000)
      await importOne(program, listing)
      const { items } = await program.get<{ items: { id: number; title: string; lines: string[] }[] }>(
        '/api/notifications',
      )
      notified.push(
        items.filter(({ id }) => !known.has(id)).map(({ title, lines }) => [title, ...lines].join('\n')),
      )
      for (const { id } of items) known.add(id)
      const wish = watches.get(listing.id)
      if (wish !== undefined && watches.delete(listing.id)) {
        const stored = (await program.listings()).find(({ externalId }) => externalId === String(listing.id))!
        await program.send('POST', '/api/watches', {
          listingId: stored.id,
          ...(wish.below !== undefined && { thresholdCents: Math.round(Number(wish.below) * 100) }),
        })
      }
    }
    return folder.rows.map(({ row }) => notified[Number(row) - 1]!)
  },
  evaluate({ expected }, notified) {
    const got = notified.length === 0 ? 'nothing' : notified
    if (expected === 'nothing') return { right: notified.length === 0, got }
    if (expected === 'told') return { right: notified.length > 0, got }
    return { right: notified.some((text) => text.includes(String(expected))), got }
  },
  mistakes: ({ expected }) => [expected === 'nothing' ? ['Now $1 (was $2)'] : []],
})
