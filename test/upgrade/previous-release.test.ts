import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../harness/database.ts'
import { makeQueue } from './queue.ts'
import { jobDefinitions, recordedReleases, refusedOf, schemaOf } from './release.ts'

const releases = recordedReleases()

it('there is a release to compare with, which asked and sent much of what there is', async () => {
  expect(releases.length).toBeGreaterThan(0)
  for (const { name, statements, jobs } of releases) {
    expect(statements.length, name).toBeGreaterThan(400)
    expect(Object.values(jobs).filter(({ payloads }) => payloads.length > 0).length, name).toBeGreaterThan(6)
  }
})

it.each(releases)(
  'every statement that $name asks is taken by the tables of today',
  async ({ statements }) => {
    await using database = await testDatabase()
    await makeQueue(database.connectionString)
    const client = new pg.Client({ connectionString: database.connectionString })
    await client.connect()
    try {
      const refused: string[] = []
      for (const text of statements)
        await client.query(`PREPARE recorded AS ${text}`).then(
          () => client.query('DEALLOCATE recorded'),
          (error: Error) => refused.push(`${error.message}: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`),
        )
      expect(refused).toEqual([])
      // It would see one that is not.
      await expect(client.query('PREPARE recorded AS SELECT no_such_column FROM listings')).rejects.toThrow()
    } finally {
      await client.end()
    }
  },
)

it.each(releases)('what an API of $name sends, a worker of today takes', async ({ jobs }) => {
  const today = await jobDefinitions()
  for (const [name, { payloads }] of Object.entries(jobs)) {
    const definition = today.get(name)
    expect(definition, `${name} is done by nobody any more`).toBeDefined()
    for (const payload of payloads) {
      const { _cause, ...own } = payload as { _cause?: unknown }
      expect(definition!.payload.safeParse(own).error?.message, name).toBeUndefined()
    }
  }
})

it.each(releases)('what an API of today sends, a worker of $name takes', async ({ jobs }) => {
  const refused: string[] = []
  for (const [name, definition] of await jobDefinitions()) {
    // Work of a new kind waits for a worker that knows it.
    const before = jobs[name]
    if (before)
      refused.push(...refusedOf(before.schema, schemaOf(definition)).map((why) => `${name}: ${why}`))
  }
  expect(refused).toEqual([])
})

it.each([
  ['the same', { properties: { a: { type: 'integer' } }, required: ['a'] }, []],
  ['one more', { properties: { a: { type: 'integer' }, b: { type: 'string' } }, required: ['a', 'b'] }, []],
  ['one that may be missing', { properties: { a: { type: 'integer' } } }, ['a may be missing']],
  ['one less', { properties: {}, required: [] }, ['a may be missing']],
  [
    'one of another type',
    { properties: { a: { type: 'string' } }, required: ['a'] },
    ['a is string, and integer is taken'],
  ],
])('of what is sent, with %s, a worker of before refuses what it must', (_, sent, expected) => {
  expect(refusedOf({ properties: { a: { type: 'integer' } }, required: ['a'] }, sent)).toEqual(expected)
})

it('a worker of before that knows no other fields refuses them', () => {
  const strict = { properties: { a: { type: 'integer' } }, required: [], additionalProperties: false }
  expect(refusedOf(strict, { properties: { b: { type: 'string' } }, required: ['b'] })).toEqual([
    'b is not known',
  ])
})
