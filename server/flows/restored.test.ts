import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
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

it('after a restore nothing is matched, valued or joined by what the process remembers of before', {
  timeout: 60_000,
}, async () => {
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
