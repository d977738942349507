import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { testApp, until } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { compsSince, markRestored } from '../listings/changes-store.ts'
import { createRule } from '../rules/rules.ts'
import { ingest } from './ingest.ts'

async function admin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

it('after a restore nothing is matched, valued or joined by what the process remembers of before', async () => {
  await using test = await testApp({ env: { LEARN_FIRST: 'off' } })
  const { app, database } = test
  const name = new URL(database.connectionString).pathname.slice(1)
  const backup = `${name}_backup`
  const disconnect = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`
  const bring = (...titles: string[]) =>
    app.db.outlast(() =>
      ingest(app.pipeline, {
        sightings: titles.map((title) => ({
          marketplace: 'shop',
          seen: seenListing({ title }),
          observedAtMs: Date.now(),
        })),
        ...{ sourceId: null, scanId: null, demo: false },
      }),
    )
  const rule = (word: string) =>
    createRule(app.rules, app.owner, ruleInput({ name: word, keywords: { all: [word] } }))

  await rule('spinet')
  await bring('Walnut spinet')
  const before = { values: app.valuer.size, version: app.pipeline.matcher.version! }
  await admin(disconnect, `CREATE DATABASE ${backup} TEMPLATE ${name}`)
  try {
    await app.db.outlast(() => rule('lathe'))
    await rule('anvil')
    expect(await bring('Old lathe', 'Heavy anvil')).toMatchObject({ matches: 2 })
    await bring('Brass kettle, 5 l', 'Oak cupboard')
    expect(app.valuer.size).toBeGreaterThan(before.values)
    expect(app.pipeline.matcher.version).toBeGreaterThan(before.version)
    await admin(`DROP DATABASE ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${backup}`)

    expect(await bring('Small spinet', 'New lathe')).toMatchObject({ added: 2, matches: 1 })
    expect(app.pipeline.matcher.version).toBe(before.version)
    expect(app.valuer.size).toBe(before.values + 2)
    // What it has to say of another listing rests on what is there.
    const { rows } = await app.db.query<{ id: number }>('SELECT id FROM listings')
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of ids)
      for (const { listingId } of await app.clusterer.alike(app.db, id)) expect(ids).toContain(listingId)
    expect(await bring('Brass kettle, 5 l')).toMatchObject({ added: 1, matches: 0 })
  } finally {
    await admin(`DROP DATABASE ${backup}`)
  }
})

it('listings of a dump from a server that had written more are read once, not each time', async () => {
  await using test = await testApp({ env: { LEARN_FIRST: 'off' } })
  const { db, pipeline } = test.app
  const sightings = ['Spinet', 'Lathe', 'Anvil'].map((title) => ({
    marketplace: 'shop',
    seen: seenListing({ title }),
    observedAtMs: Date.now(),
  }))
  await ingest(pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  let mark = '0'
  const read = async () => {
    let count = 0
    mark = await compsSince(db, { xid: mark }, 1_000, new Date(0), (rows) => {
      count += rows.length
    })
    return count
  }
  // Other tests' transactions may still be under way.
  const readUntilNone = () => until(async () => (await read()) === 0)
  await readUntilNone()
  expect(await markRestored(db)).toBe(0)
  await db.query(`UPDATE listings SET changed_xid = '900000000000' WHERE title <> 'Anvil'`)
  for (let again = 0; again < 3; again++) expect(await read()).toBe(2)
  expect(await markRestored(db)).toBe(2)
  expect(await read()).toBe(2)
  await readUntilNone()
})
