import { createFetch, type Fetch } from '../../server/core/fetch.ts'
import { readDetails } from '../../server/flows/read-details.ts'
import { revalueStale } from '../../server/flows/revalue-stale.ts'
import { getListings } from '../../server/listings/store.ts'
import { until } from '../../test/harness/until.ts'
import { ownChecker } from '../checker.ts'
import { inputOf, readRecords } from '../folder.ts'
import type { Program, World } from '../world.ts'

interface Seen {
  id: number
  /** Title and description, as the thing's own page has it whether the program read that or not. */
  text: string
  isForSale: boolean
}

interface Told {
  rule: { all: string[]; none: string[] }
  listings: Seen[]
  /** Ids of those that fitted the rule. */
  told: number[]
  /** How many have a description by now. */
  read: number
}

/** The demo market gives wrong answers now and then, but not in the first minute. */
const roundMs = 12_000
const roundsMin = 4
const roundsMax = 20
const idleMsMax = 10_000

/** Some may wait for the next day's budget, or have come at the last moment. */
const foundShareMin = 0.9

export const unreadDescription = ownChecker<Told>('alerts-unread-description', {
  async ask(folder, world) {
    const rules = new Map(readRecords(inputOf(folder)).map((rule) => [rule.name, rule]))
    const answers: Told[] = []
    for (const { rule } of folder.rows) {
      const input = rules.get(rule)
      if (!input) throw new Error(`the input has no rule ${JSON.stringify(rule)}`)
      answers.push(await askRule(world, input))
    }
    return answers
  },
  judge(_, { rule, listings, told, read }) {
    const isTold = new Set(told)
    const fits = ({ text }: Seen) => rule.all.every(hasWord(text)) && !rule.none.some(hasWord(text))
    const wrong = listings.filter((seen) => isTold.has(seen.id) && !fits(seen))
    const wanted = listings.filter((seen) => seen.isForSale && fits(seen))
    const found = wanted.filter(({ id }) => isTold.has(id))
    return {
      right: wrong.length === 0 && found.length > 0 && found.length >= wanted.length * foundShareMin,
      got: `${told.length} told, ${wrong.length} of them wrongly; ${found.length} of ${wanted.length} found; ${read} of ${listings.length} pages read`,
    }
  },
  mistakes() {
    const rule = { all: [], none: ['used'] }
    const listings = [
      { id: 1, text: 'Desk, hardly used', isForSale: true },
      { id: 2, text: 'Desk, new', isForSale: true },
    ]
    return [
      { rule, listings, told: [1, 2], read: 2 },
      { rule, listings, told: [], read: 0 },
      { rule: { all: ['used'], none: [] }, listings, told: [], read: 0 },
      { rule: { all: ['used'], none: [] }, listings, told: [1, 2], read: 2 },
    ]
  },
})

function hasWord(text: string): (word: string) => boolean {
  return (word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu').test(
      text,
    )
}

/** A world of its own for the rule, which goes on for as long as the program reads pages. */
async function askRule(world: World, rule: Record<string, unknown>): Promise<Told> {
  const realFetch = createFetch({ userAgent: 'DealScout/cases' })
  await world.use(Promise.resolve({ [Symbol.asyncDispose]: () => realFetch.close() }))
  // Without the pause between two calls, which the demo market does not need.
  const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
  const program = await world.program({ env: { DEAL_SCOUT_DEMO: 'on' }, overrides: { fetch } })
  const { id } = await program.send<{ id: number }>('POST', '/api/rules', rule)
  await program.app.start(['worker', 'scheduler'])
  let read = 0
  for (let round = 0; round < roundsMax; round++) {
    await program.app.sources.runDue()
    // What waits for its market to be learned is matched then, and has its page read.
    await revalueStale(program.app.reconsider, new AbortController().signal)
    await readQueued(program)
    await idle(program)
    const before = read
    read = await countRead(program)
    if (round >= roundsMin && read === before) break
    world.clock.advance(roundMs)
  }
  const keywords = rule.keywords as { all?: string[]; none?: string[] }
  return {
    rule: { all: keywords.all ?? [], none: keywords.none ?? [] },
    listings: await allSeen(program),
    told: await fitted(program, id),
    read,
  }
}

/**
 * Does what waits in the queue of pages to read, as its worker does; that one looks once a second, which a person may
 * wait for.
 */
async function readQueued(program: Program): Promise<void> {
  const { app } = program
  const later: string[] = []
  for (;;) {
    const { rows } = await app.db.query<{ id: string; data: { listingId: number } }>(
      `UPDATE jobs.job SET state = 'completed', completed_on = now()
       WHERE id IN (SELECT id FROM jobs.job WHERE name = 'read-details' AND state IN ('created', 'retry')
                    LIMIT 20 FOR UPDATE SKIP LOCKED)
       RETURNING id, data`,
    )
    if (rows.length === 0) break
    for (const { id, data } of rows) {
      const ctx = { signal: new AbortController().signal, log: app.log }
      await readDetails(app.reconsider, data.listingId, ctx).catch(() => later.push(id))
    }
  }
  // What has to wait goes back to the worker, which knows for how long.
  await app.db.query(
    `UPDATE jobs.job SET state = 'created', completed_on = NULL WHERE name = 'read-details' AND id = ANY($1::uuid[])`,
    [later],
  )
}

/** Jobs that read no page and match nothing. */
const besides = new Set([
  'rescore',
  'follow-clusters',
  'hash-photos',
  'retention',
  'watch-blindness',
  'expire-rules',
])

async function idle(program: Program): Promise<void> {
  const jobs = await program.app.openQueue(false)
  const isIdle = async () =>
    (await jobs.counts()).every(({ name, waiting, active }) => besides.has(name) || waiting + active === 0)
  // A job may wait for its moment: what was told until then counts.
  await until(isIdle, idleMsMax).catch(() => {})
}

async function countRead(program: Program): Promise<number> {
  const { rows } = await program.app.db.query<{ read: number }>(
    'SELECT count(description)::int AS read FROM listings',
  )
  return rows[0]!.read
}

async function fitted(program: Program, ruleId: number): Promise<number[]> {
  const { rows } = await program.app.db.query<{ id: number }>(
    'SELECT listing_id AS id FROM matches WHERE rule_id = $1',
    [ruleId],
  )
  return rows.map(({ id }) => id)
}

async function allSeen({ app }: Program): Promise<Seen[]> {
  const { rows } = await app.db.query<{ id: number }>('SELECT id FROM listings')
  const seen: Seen[] = []
  for (const { id, sourceId, listing } of await getListings(
    app.db,
    rows.map((row) => row.id),
    'program',
  )) {
    const { title, description, externalId, url, state } = listing
    const isForSale = state === 'active' || state === 'pending'
    const page =
      description !== null || sourceId === null
        ? null
        : await app.looking.readPage(sourceId, { externalId, url }, new AbortController().signal)
    const shown = page !== null && 'listing' in page ? page.listing?.description : description
    seen.push({
      id,
      text: `${title}\n${shown ?? ''}`,
      isForSale: isForSale && (page === null || page.outcome === 'ok'),
    })
  }
  return seen
}
