import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import type { SeenListing } from '../model/listing-schema.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())

async function look(seen: SeenListing): Promise<void> {
  const sightings = [{ marketplace: 'shop', seen, observedAtMs: clock.now().getTime() }]
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

async function endedAt(externalId: string): Promise<string | null> {
  const { rows } = await test.app.db.query<{ endedAt: Date | null }>(
    'SELECT ended_at AS "endedAt" FROM listings WHERE external_id = $1',
    [externalId],
  )
  return rows[0]!.endedAt?.toISOString() ?? null
}

describe('when a listing ended', () => {
  it.each(['sold', 'gone'] as const)(
    'stays as first found, however often a %s one is read',
    async (state) => {
      const thing = seenListing({ title: 'Ended thing' })
      await look(thing)
      expect(await endedAt(thing.externalId)).toBeNull()
      clock.advance(3_600_000)
      const ended = clock.now().toISOString()
      await look({ ...thing, state })
      clock.advance(3_600_000)
      await look({ ...thing, state, title: 'Ended thing, with a note' })
      expect(await endedAt(thing.externalId)).toBe(ended)
    },
  )

  it('is forgotten when it is for sale again, and counts anew after that', async () => {
    const thing = seenListing({ title: 'Returning thing' })
    await look({ ...thing, state: 'gone' })
    clock.advance(3_600_000)
    await look({ ...thing, state: 'active' })
    expect(await endedAt(thing.externalId)).toBeNull()
    clock.advance(3_600_000)
    await look({ ...thing, state: 'sold' })
    expect(await endedAt(thing.externalId)).toBe(clock.now().toISOString())
  })
})
