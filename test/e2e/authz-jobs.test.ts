import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../harness/app.ts'
import { type AskedHouse, askedHouse } from './authz-house.ts'
import { linesOf } from './authz-matrix.ts'

/** A line of the matrix: what a job is given, and whose rows it may change. `everybody` is a schedule's. */
const matrix = linesOf('authorization-jobs.tsv').map(([job, given, actsFor]) => ({
  ...{ job: job!, given: given!, actsFor: actsFor! },
}))

let asked: AskedHouse
beforeAll(async () => {
  asked = await askedHouse()
}, 240_000)
afterAll(() => asked?.[Symbol.asyncDispose]())

/** What of each person's there is in each table: people by table, with a sum over their rows. */
async function sums(): Promise<Map<string, string>> {
  const { db } = asked.house.test.app
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'user_id' ORDER BY 1`,
  )
  expect(tables.length).toBeGreaterThan(10)
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await db.query<{ person: number; sum: string }>(
      `SELECT user_id AS person, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t GROUP BY 1`,
    )
    for (const { person, sum } of rows) found.set(`${person} ${name}`, sum)
  }
  return found
}

it('every job that is given a row changes nothing of whom the row is not, and nothing at all for one that is absent', async () => {
  const { app } = asked.house.test
  const jobs = await app.openQueue(false)
  const names = (await jobs.counts()).map(({ name }) => name)
  expect(matrix.map(({ job }) => job).toSorted()).toEqual(names.toSorted())
  const { rows } = await app.db.query<{ revision: number }>('SELECT revision FROM rules WHERE id = $1', [
    asked.idsOf('ben').rule,
  ])
  const valuesOf = (person: Record<string, number>): Record<string, object> => ({
    ruleId: { ruleId: person.rule, revision: rows[0]!.revision },
    userId: { userId: person.account },
    listingId: { listingId: person.listing },
    seller: { userId: person.account, marketplace: 'ebay' },
    saleId: { userId: person.account, saleId: person.sale },
    photoId: { userId: person.account, photoId: person.photo },
    callId: { userId: person.account, callId: person.aiCall },
  })
  await jobs.work()
  const ended = () =>
    until(async () => (await jobs.counts()).every(({ waiting, active }) => waiting + active === 0))
  // What making all of that had queued.
  await ended()
  const ben = String(asked.idsOf('ben').account)
  const given = matrix.filter((one) => one.actsFor !== 'everybody')
  expect(given.every((one) => one.given in valuesOf({}))).toBe(true)
  for (const one of given) {
    for (const [of, ids] of [
      ['ben', asked.idsOf('ben')],
      [
        'absent',
        {
          rule: 999_999_999,
          account: 999_999_999,
          listing: 999_999_999,
          photo: 999_999_999,
          sale: 999_999_999,
        },
      ],
    ] as const) {
      const before = await sums()
      await app.db.query(
        `INSERT INTO jobs.job (name, data, singleton_key) VALUES ($1, $2, gen_random_uuid()::text)`,
        [one.job, JSON.stringify(valuesOf(ids)[one.given])],
      )
      await ended()
      const after = await sums()
      const changed = [...new Set([...before.keys(), ...after.keys()])]
        .filter((key) => before.get(key) !== after.get(key))
        .filter((key) => of === 'absent' || key.split(' ')[0] !== ben)
      expect(changed, `${one.job} of ${of}`).toEqual([])
    }
  }
}, 240_000)
