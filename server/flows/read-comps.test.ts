import { expect, it } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { compsSince } from '../listings/changes-store.ts'
import { ingest } from './ingest.ts'

it('who has no comparables yet reads those of the rare categories and the newest of the others, however many one has', async () => {
  await using test = await testApp({ env: { LEARN_FIRST: 'off' } })
  const { db, pipeline } = test.app
  const bring = (name: string, siteCategory: string, count: number) =>
    ingest(pipeline, {
      sightings: Array.from({ length: count }, (_, n) => ({
        marketplace: 'shop',
        seen: seenListing({ externalId: `${name}-${n}`, title: `${name} ${n}`, siteCategory }),
        observedAtMs: Date.now(),
      })),
      sourceId: null,
      scanId: null,
      demo: false,
    })
  await bring('Yamaha acoustic guitar', 'musical instruments', 20)
  await bring('Oak dining table', 'furniture', 150)

  const read: string[] = []
  await compsSince(db, { xid: '0' }, 100, new Date(0), (rows) => read.push(...rows.map(({ title }) => title)))
  const of = (name: string) => read.filter((title) => title.startsWith(name))
  expect([of('Yamaha').length, of('Oak').length]).toEqual([20, 80])
  expect(of('Oak')).toEqual(Array.from({ length: 80 }, (_, n) => `Oak dining table ${70 + n}`))
})
