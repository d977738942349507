import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stubClock } from '../../../test/harness/app.ts'
import { nowhere, readTableFile } from '../backup/table-file.ts'
import { type ArchivePlace, folderArchive } from './archive-place.ts'
import { removeOld } from './base.ts'
import { segmentOf } from './pitr-store.ts'
import { restoreToMoment } from './restore-to-moment.ts'
import type { Base } from './schema.ts'
import { ship, waitsSince } from './ship.ts'

const log = pino({ level: 'silent' })
let folder: string
let dataDir: string
let place: ArchivePlace
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-pitr-'))
  dataDir = join(folder, 'data')
  mkdirSync(join(dataDir, 'postgres-wal'), { recursive: true })
  place = folderArchive(join(folder, 'place'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const segment = (n: number) => `00000001000000000000000${n.toString(16).toUpperCase()}`
const archive = () => join(folder, 'place/pitr')
const day = 86_400_000
const start = Date.parse('2026-05-01T00:00:00Z')

/** A copy of the first of May, `days` later, which begins with segment `n`. */
function copyAt(days: number, n: number, over: Partial<Base> = {}): void {
  mkdirSync(archive(), { recursive: true })
  const at = new Date(start + days * day).toISOString()
  const base: Base = {
    ...{
      format: 'deal-scout-pitr-1',
      release: '0.1.0',
      startedAt: at,
      endedAt: at,
      firstSegment: segment(n),
    },
    ...{
      systemId: '7',
      postgres: '18.4',
      platform: `${process.platform}-${process.arch}`,
      sha256: '',
      encrypted: false,
    },
    ...over,
  }
  const name = `base-${at.slice(0, 10)}T000000Z`
  writeFileSync(join(archive(), `${name}.json`), JSON.stringify(base))
  writeFileSync(join(archive(), `${name}.tar.zst`), '')
}

/** Segments of an hour each, from the first of May on. */
function logOf(...numbers: number[]): void {
  mkdirSync(join(archive(), 'wal'), { recursive: true })
  for (const n of numbers) {
    const path = join(archive(), 'wal', `${segment(n)}.zst`)
    writeFileSync(path, '')
    const at = (start + n * 3_600_000) / 1_000
    utimesSync(path, at, at)
  }
}

const restore = (to: string | null) =>
  restoreToMoment({
    ...{ dataDir, log, place, identities: [], replace: false },
    to: to === null ? null : new Date(to),
  })

describe('a restore to a moment refuses, and touches nothing', () => {
  afterEach(() => expect(existsSync(join(dataDir, 'postgres'))).toBe(false))

  it('where nothing was archived', async () => {
    await expect(restore(null)).rejects.toThrow("There is no copy of a database's files in")
  })

  it('for a moment before the oldest copy, which it names', async () => {
    copyAt(3, 1)
    logOf(1, 2)
    await expect(restore('2026-05-02T00:00:00Z')).rejects.toThrow(
      /The oldest copy .* is of 2026-05-04T00:00:00\.000Z: name a later moment/,
    )
  })

  it('where a part of the log is missing, and says until when it could be restored', async () => {
    copyAt(0, 1)
    logOf(1, 2, 3, 5, 6)
    for (const to of [null, '2026-05-01T06:00:00Z'])
      await expect(restore(to)).rejects.toThrow(
        /A part of the log is missing .* after 2026-05-01T03:00:00\.000Z: .* --to-time 2026-05-01T03:00:00\.000Z/,
      )
    // Before that it goes on to the files, which are none here.
    await expect(restore('2026-05-01T02:00:00Z')).rejects.not.toThrow('missing')
  })

  it('where the first part after the copy is missing', async () => {
    copyAt(0, 1)
    logOf(4, 5)
    await expect(restore(null)).rejects.toThrow(/missing in .* right after the copy/)
  })

  it('what was written on another kind of machine', async () => {
    copyAt(0, 1, { platform: 'darwin-arm64' })
    logOf(1)
    await expect(restore(null)).rejects.toMatchObject({ code: 'archive-of-other-platform' })
  })
})

describe('what is old goes', () => {
  it('but for the copy that leads to the first day that is kept, and all of the log from there on', async () => {
    for (const [days, n] of [
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 7],
    ] as const)
      copyAt(days, n)
    logOf(1, 2, 3, 4, 5, 6, 7, 8)
    const clock = stubClock(new Date(start + 3.5 * day))
    await removeOld({ place, clock, keptDays: 2 })
    const left = readdirSync(archive(), { recursive: true, encoding: 'utf8' }).toSorted()
    expect(left.filter((name) => name.endsWith('.json'))).toEqual([
      'base-2026-05-02T000000Z.json',
      'base-2026-05-03T000000Z.json',
      'base-2026-05-04T000000Z.json',
    ])
    expect(left.filter((name) => name.startsWith('wal/')).map((name) => name.slice(4, 28))).toEqual(
      [3, 4, 5, 6, 7, 8].map(segment),
    )
  })
})

describe('the log on its way', () => {
  const bytes = Buffer.alloc(16 * 1024 * 1024)
  bytes.write('what was written last')
  const spool = () => join(dataDir, 'postgres-wal')
  const put = (n: number) => writeFileSync(join(spool(), segment(n)), bytes)

  it('is packed and encrypted before it leaves, waits while its place is away, and arrives once that is back', async () => {
    const identity = await generateIdentity()
    const recipients = [await identityToRecipient(identity)]
    const away: ArchivePlace = { ...place, put: () => Promise.reject(new Error('no way there')) }
    const deps = { log, dataDir, release: '0.1.0', recipients, baseEveryHours: 24, keptDays: 7 }
    put(1)
    put(2)
    // Of the server, not whole yet.
    writeFileSync(join(spool(), 'archtemp.1'), 'x')
    await expect(ship({ ...deps, place: away })).rejects.toThrow('no way there')
    // What is large is not there any more.
    expect(readdirSync(spool())).toEqual(['archtemp.1'])
    expect(await waitsSince(dataDir)).not.toBeNull()
    put(3)
    expect(await ship({ ...deps, place })).toBe(3)
    rmSync(join(spool(), 'archtemp.1'))
    expect(await waitsSince(dataDir)).toBeNull()
    const sent = (await place.list('wal/')).map(({ name }) => name).toSorted()
    expect(sent).toEqual([1, 2, 3].map((n) => `wal/${segment(n)}.zst.age`))
    const path = join(archive(), sent[0]!)
    expect(readFileSync(path).includes('written last')).toBe(false)
    await expect(readTableFile(path, nowhere(), [identity])).resolves.toMatchObject({ rows: 0 })
    await expect(readTableFile(path, nowhere(), [await generateIdentity()])).rejects.toThrow('does not open')
  })

  it('does not go unencrypted where it must not', async () => {
    const bucket = { ...place, takesPlain: false }
    put(1)
    await expect(
      ship({
        log,
        dataDir,
        release: '0.1.0',
        place: bucket,
        recipients: [],
        baseEveryHours: 24,
        keptDays: 7,
      }),
    ).rejects.toThrow('BACKUP_RECIPIENTS')
    expect(await place.list('wal/')).toEqual([])
  })
})

it.each([
  ['0/2000028', 1, '000000010000000000000002'],
  ['0/FFFFFFFF', 1, '0000000100000000000000FF'],
  ['1A/0', 3, '000000030000001A00000000'],
])('the place %s of line %i is in the segment %s', (at, timeline, expected) => {
  expect(segmentOf(at, timeline)).toBe(expected)
})
