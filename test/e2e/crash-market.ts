import { asProgram } from '../../server/core/actor.ts'
import { savePreferences } from '../../server/notify/preference-store.ts'
import { saveChannel } from '../../server/notify/targets/channels.ts'
import { defaultPreferences } from '../../server/notify/when/preferences.ts'
import { createRule } from '../../server/rules/rules.ts'
import type { TestApp } from '../harness/app.ts'
import { ruleInput } from '../harness/factories.ts'
import { outsideChannels, targetsOf } from './crash-receivers.ts'

/** What each person of the crash test looks for. */
const words = (
  'anchor barrel candle drum easel fiddle guitar hammer jacket kettle ladder mirror needle oboe piano quilt radio ' +
  'saddle teapot umbrella vase wagon xylophone zither armchair bench cabinet desk futon globe hammock inkwell jug ' +
  'kayak lantern mandolin nightstand ottoman parasol stool'
).split(' ')
const channels = ['inbox', ...outsideChannels]

/** Each person looks for a word of their own, notified everywhere; two of them also for cheap brass. Gives their ids. */
export async function settle(test: TestApp): Promise<number[]> {
  const { app, database } = test
  const others = await database.db.query<{ id: number }>(
    `INSERT INTO users (name, role) SELECT 'Person ' || n, 'owner' FROM generate_series(2, $1) AS n RETURNING id`,
    [words.length],
  )
  const people = [app.owner, ...others.rows.map(({ id }) => asProgram(id))]
  for (const [person, userId] of people.entries()) {
    await savePreferences(
      database.db,
      userId,
      { ...defaultPreferences('UTC'), perHourMax: null, perDayMax: null },
      app.notify.clock.now(),
    )
    for (const [channel, settings] of Object.entries(targetsOf(person))) {
      await saveChannel(app.notify, userId, channel, { settings, enabled: true })
    }
    const word = words[person]!
    await createRule(app.rules, userId, ruleInput({ name: word, keywords: { all: [word] }, channels }))
    if (person < 2) {
      const brass = { name: 'Cheap brass', keywords: { all: ['brass'] }, priceCentsMax: 9_000, channels }
      await createRule(app.rules, userId, ruleInput(brass))
    }
  }
  await database.db.query('UPDATE channel_settings SET confirmed_at = now()')
  return people
}

/**
 * Looks at made-up listings, as lines of an import, some of them later again at a lower price; and what is to be notified of
 * them, as `p<person> n<listing> new` or `… drop`. A page's lines hold few enough for one person to be notified one by one.
 */
export function makeMarket(listings: number): { lines: string[]; expected: Set<string> } {
  const lines: string[] = []
  const expected = new Set<string>()
  const isBrass = (n: number) => n % 24 === 0
  const wanting = (n: number) => (n / 2) % words.length
  const line = (n: number, price: number, day: number) =>
    lines.push(
      JSON.stringify({
        source: 'market',
        id: `n${n}`,
        title: `${isBrass(n) ? 'Brass ' : ''}${n % 2 === 0 ? words[wanting(n)] : 'doormat'} number ${n}`,
        url: `https://example.com/${n}`,
        price,
        currency: 'USD',
        snapshot: `2026-09-${String(day).padStart(2, '0')}T12:00:00Z`,
      }),
    )
  for (let n = 0; n < listings; n++) {
    const price = 80 + (n % 20)
    line(n, price, 1)
    if (n % 2 === 0) expected.add(`p${wanting(n)} n${n} new`)
    if (isBrass(n) && price <= 90) for (const person of [0, 1]) expected.add(`p${person} n${n} new`)
    // Far behind, so that the first look is in an earlier transaction.
    const again = n - 500
    if (again >= 0 && again % 14 === 2 && !isBrass(again)) {
      line(again, 70, 2)
      expected.add(`p${wanting(again)} n${again} drop`)
    }
  }
  return { lines, expected }
}
