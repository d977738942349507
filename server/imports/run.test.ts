import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportDeps, openImport, type Reject, runImport } from './run.ts'

type Page = Parameters<ImportDeps['readAhead']>[0]

/** Takes everything in and keeps what it was given; `fail` breaks the nth page. */
function stub(over: { fail?: number; refuse?: (title: string) => boolean } = {}) {
  const pages: Page[] = []
  const state = { writing: 0, mostWriting: 0 }
  const deps: ImportDeps = {
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
    evidenceMs: 365 * 86_400_000,
    mayBeEvidence: (marketplace) => marketplace !== 'forbidden',
    readAhead: async (page) => async () => {
      state.writing++
      state.mostWriting = Math.max(state.mostWriting, state.writing)
      await sleep(1)
      state.writing--
      if (pages.push(page) === over.fail) throw new Error('the database is gone')
      const rejected = page.sightings.flatMap(({ seen }, index) =>
        over.refuse?.(seen.title) ? [{ index, problems: { title: 'is not acceptable' } }] : [],
      )
      return {
        added: page.sightings.length - rejected.length,
        changed: 0,
        unchanged: 0,
        matches: 0,
        waiting: 0,
        rejected,
      }
    },
  }
  return {
    deps,
    pages,
    state,
    titles: () => pages.flatMap(({ sightings }) => sightings.map(({ seen }) => seen.title)),
  }
}

async function take(deps: ImportDeps, lines: string[], over: { stop?: AbortSignal; chunk?: number } = {}) {
  const rejects: Reject[] = []
  const bytes = Buffer.from(lines.join('\n'))
  const size = over.chunk ?? 65_536
  const source = Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
  )
  const { format, stream } = await openImport('x.jsonl', source)
  const summary = await runImport(deps, {
    stream,
    format,
    ownerId: null,
    defaults: {},
    onReject: (reject) => void rejects.push(reject),
    ...(over.stop && { stop: over.stop }),
  })
  return { summary, rejects, source }
}

const row = (id: number | string, more: object = {}) =>
  JSON.stringify({ source: 'eBay', id, title: `Thing ${id}`, price: '$5', ...more })

describe('runImport', () => {
  it('every row is either taken in or rejected with its line, in whatever pieces the file comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 1200 }),
        fc.integer({ min: 1, max: 5000 }),
        async (good, chunk) => {
          const { deps, titles } = stub()
          const lines = good.map((isGood, i) =>
            isGood ? row(i) : i % 2 ? '{"broken' : row(i, { price: '-1' }),
          )
          const { summary, rejects } = await take(deps, [...lines, row('last')], { chunk })
          expect(titles()).toEqual([
            ...good.flatMap((isGood, i) => (isGood ? [`Thing ${i}`] : [])),
            'Thing last',
          ])
          expect(rejects.map(({ line }) => line)).toEqual(
            good.flatMap((isGood, i) => (isGood ? [] : [i + 1])),
          )
          expect(summary).toMatchObject({
            rows: good.length + 1,
            added: titles().length,
            rejected: rejects.length,
            incomplete: null,
          })
          expect(rejects.every(({ problems, raw }) => problems.length > 0 && raw !== '')).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('writes one batch at a time while it reads the next', async () => {
    const { deps, pages, state } = stub()
    await take(
      deps,
      Array.from({ length: 1801 }, (_, i) => row(i)),
    )
    expect(pages.map(({ sightings }) => sightings.length)).toEqual([500, 500, 500, 301])
    expect(state.mostWriting).toBe(1)
  })

  it('what the program itself refuses is a reject, too, and problems are counted by their kind', async () => {
    const { deps } = stub({ refuse: (title) => title.endsWith('7') })
    const { summary, rejects } = await take(deps, [
      ...Array.from({ length: 20 }, (_, i) => row(i)),
      row(30, { price: '-3' }),
      row(31, { price: '-4' }),
    ])
    expect(rejects.map(({ line, problems }) => [line, problems[0]])).toEqual([
      [21, expect.stringContaining('"-3"')],
      [22, expect.stringContaining('"-4"')],
      [8, 'title: is not acceptable'],
      [18, 'title: is not acceptable'],
    ])
    expect(summary.problems).toEqual([
      { problem: expect.stringMatching(/^price: … /), rows: 2 },
      { problem: 'title: is not acceptable', rows: 2 },
    ])
  })

  it('of two rows with one id and no date the first counts; with dates both are looks at it', async () => {
    const { deps, titles } = stub()
    const { rejects } = await take(deps, [
      row(1),
      row(1, { title: 'Again' }),
      row(2, { snapshot: '2026-01-01' }),
      row(2, { snapshot: '2026-02-01', title: 'Later' }),
    ])
    expect(titles()).toEqual(['Thing 1', 'Thing 2', 'Later'])
    expect(rejects).toMatchObject([{ line: 2, problems: [expect.stringContaining('the first one counts')] }])
  })

  it('no row was seen after the import began', async () => {
    const { deps, pages } = stub()
    await take(deps, [row(1, { snapshot: '2027-06-01' }), row(2, { snapshot: '2020-01-01T00:00:00Z' })])
    expect(pages[0]!.sightings.map(({ observedAtMs }) => new Date(observedAtMs).toISOString())).toEqual([
      '2026-11-22T12:00:00.000Z',
      '2020-01-01T00:00:00.000Z',
    ])
  })

  it('stopped, it takes in what was read and says that there is more', async () => {
    const { deps, titles } = stub()
    const stop = new AbortController()
    const readAhead = deps.readAhead
    deps.readAhead = (page) => {
      stop.abort()
      return readAhead(page)
    }
    const { summary, source } = await take(
      deps,
      Array.from({ length: 5000 }, (_, i) => row(i)),
      { stop: stop.signal, chunk: 2000 },
    )
    expect(summary.incomplete).toBe('it was stopped')
    expect(titles().length).toBe(summary.rows)
    expect(summary.rows).toBeGreaterThanOrEqual(500)
    expect(summary.rows).toBeLessThan(5000)
    expect(source.destroyed).toBe(true)
  })

  it('a batch that cannot be written ends the import with that error, and the file is let go of', async () => {
    const { deps, pages } = stub({ fail: 2 })
    await expect(
      take(
        deps,
        Array.from({ length: 4000 }, (_, i) => row(i)),
      ),
    ).rejects.toThrow('the database is gone')
    expect(pages.length).toBe(2)
  })
})
