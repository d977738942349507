import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../../test/harness/app.ts'
import { testDatabase } from '../../../../test/harness/database.ts'
import { seenListing } from '../../../../test/harness/factories.ts'
import { type S3, s3Bucket, s3Key, startS3 } from '../../../../test/harness/s3.ts'
import { migrationsDir } from '../../../app/installed.ts'
import { ingest } from '../../../flows/ingest.ts'
import { processGauges } from '../../process-gauges.ts'
import { backupCheck, keepBackups } from '../keep-backups.ts'
import { manifestFile } from '../manifest.ts'
import { type BackupPlace, nameOfBackup } from '../place.ts'
import { restore } from '../restore.ts'
import { withWorkFolder } from '../work-folder.ts'
import { bucketPlace } from './bucket-place.ts'
import {
  type BucketOptions,
  type BucketSettings,
  bucketProblems,
  bucketSettings,
  readBucket,
} from './settings.ts'
import { openStore, rootOf } from './store.ts'
import { download, partBytesOf, upload } from './transfer.ts'

const log = pino({ level: 'silent' })
const clock = stubClock()
const times = { timeoutMs: 1_500, tries: 4, pauseMs: 10 }
const hourMs = 3_600_000
let house: TestApp
let s3: S3
let count = 0
let settings: BucketSettings

beforeAll(async () => {
  house = await testApp({ overrides: { clock } })
  s3 = await startS3()
  await ingest(house.app.pipeline, {
    sightings: Array.from({ length: 30 }, (_, at) => ({
      ...{ marketplace: 'import', seen: seenListing({ title: `Road bike ${at}` }), ownerId: null },
      observedAtMs: clock.now().getTime(),
    })),
    ...{ sourceId: null, scanId: null, demo: false },
  })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await s3[Symbol.asyncDispose]()
})
beforeEach(() => {
  s3.fault = () => undefined
  s3.requests.length = 0
  clock.advance(1_000)
  settings = {
    ...{
      bucket: s3Bucket,
      prefix: `house-${++count}`,
      endpoint: s3.endpoint,
      region: 'us-east-1',
      style: 'path',
    },
    ...{ ...s3Key, unencrypted: true },
  }
})

const placeOf = (over: Partial<BucketSettings> = {}) => bucketPlace({ ...settings, ...over }, times)
const depsOf = () => ({ ...house.app.backups, log, place: placeOf(), everyHours: 24, keep: 2 })
const keys = async () => {
  await using store = await openStore(settings, times)
  return (await store.list(`${settings.prefix}/`)).map(({ key }) => key.slice(settings.prefix.length + 1))
}
const put = async (key: string, text: string) => {
  await using store = await openStore(settings, times)
  await store.put(`${settings.prefix}/${key}`, Buffer.from(text))
}
const figures = (place: BackupPlace) => {
  const registry = new Registry()
  const { db, config } = house.app
  processGauges(registry, {
    ...{ db, dataDir: config.dataDir, clock, redis: null, version: '1' },
    ...{ matcher: { size: 0 }, pitr: null, backups: { place } },
  })
  return registry.metrics()
}
// Only this file's own folders are looked at: other tests, and programs beside them, make backups at the same time.
const temporary = mkdtempSync(join(tmpdir(), 'deal-scout-bucket-'))
const machines = process.env.TMPDIR
process.env.TMPDIR = temporary
afterAll(() => {
  if (machines === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = machines
  rmSync(temporary, { recursive: true, force: true })
})
/** Folders in which a backup is made or read now. */
const workFolders = () => readdirSync(tmpdir()).filter((name) => /^deal-scout-backup-\w{6}$/.test(name))

describe('a backup in a bucket', () => {
  it('comes back whole, tried out by what lies there, and leaves nothing on this machine', async () => {
    await using target = await testDatabase({ empty: true })
    const before = workFolders()
    const deps = depsOf()
    await keepBackups(deps)
    const [made] = await deps.place.list()
    expect(made!.path).toMatch(/^s3:\/\/backups\/house-\d+\/deal-scout-[\dTZ-]+$/)
    expect(made!.verifiedAt).not.toBeNull()
    expect(await deps.place.bytesOf(made!)).toBeGreaterThan(1_000)
    const manifest = await deps.place.manifestOf(nameOfBackup(made!))
    const done = await deps.place.withFiles(nameOfBackup(made!), (folder) => {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
      return restore(
        { db: target.db, log, migrationsDir, release: '0.1.0' },
        { folder, identities: [], replace: false },
      )
    })
    expect(done.rows).toBe(manifest.tables.reduce((sum, { rows }) => sum + rows, 0))
    const titles = async (db: typeof target.db) =>
      (await db.query('SELECT title, price_cents FROM listings ORDER BY id')).rows
    expect(await titles(target.db)).toEqual(await titles(house.app.db))
    expect(await titles(target.db)).toHaveLength(30)
    expect(workFolders()).toEqual(before)
  })

  it('has its manifest last, and is none without it', async () => {
    s3.fault = (line) =>
      /^PUT .*manifest\.json/.test(line) ? { status: 403, code: 'AccessDenied' } : undefined
    const before = workFolders()
    await expect(placeOf().make(house.app.backups, [])).rejects.toThrow(/has no right/)
    s3.fault = () => undefined
    expect((await keys()).length).toBeGreaterThan(10)
    expect(await placeOf().list()).toEqual([])
    expect(workFolders()).toEqual(before)
    const put = s3.requests.filter((line) => line.startsWith('PUT'))
    expect(put.findIndex((line) => line.includes(manifestFile))).toBe(put.length - 1)
  })

  it('of which a part changed there is refused, and nothing is restored', async () => {
    await using target = await testDatabase({ empty: true })
    const { path } = await placeOf().make(house.app.backups, [])
    const name = path.split('/').at(-1)!
    await using store = await openStore(settings, times)
    const key = `${settings.prefix}/${name}/public.listings.copy.zst`
    const { body } = await store.read(key, 0, 8 << 20)
    // A single bit may name another place of the same words.
    for (let at = body.length >> 1; at < body.length - 8; at++) body[at]! ^= 0xff
    await store.put(key, body)
    const restored = placeOf().withFiles(name, (folder) =>
      restore(
        { db: target.db, log, migrationsDir, release: '0.1.0' },
        { folder, identities: [], replace: false },
      ),
    )
    await expect(restored).rejects.toThrow(
      /public\.listings\.copy\.zst is (?:damaged|not what the backup says)/,
    )
    await store.remove(key)
    await expect(placeOf().withFiles(name, async () => {})).rejects.toThrow(
      /is missing: the backup is not whole/,
    )
  })

  it('is not begun unencrypted where that was not allowed, and the secret key is in no request', async () => {
    await expect(placeOf({ unencrypted: false }).make(house.app.backups, [])).rejects.toThrow(
      /BACKUP_RECIPIENTS/,
    )
    expect(s3.requests).toEqual([])
    await expect(placeOf({ secretAccessKey: undefined }).list()).rejects.toThrow(/SECRET_ACCESS_KEY/)
  })
})

describe('backups that are kept in a bucket', () => {
  it('are made when one is due, the oldest go, and what is nothing of ours stays', async () => {
    // Encrypted ones are not tried out, which would take most of the time.
    const recipients = [await identityToRecipient(await generateX25519Identity())]
    const deps = { ...depsOf(), recipients }
    await put('something else', 'x')
    await put('deal-scout-2026-01-01T000000Z/notes.txt', 'x')
    await put('deal-scout-2026-01-01T000000Z/public.rules.copy.zst', 'broken off')
    await using store = await openStore(settings, times)
    await store.begin(`${settings.prefix}/deal-scout-2026-01-01T000000Z/public.users.copy.zst`)
    await store.begin(`${settings.prefix}/another program's`)
    expect(await backupCheck(deps).run()).toMatchObject({
      ok: false,
      detail: expect.stringContaining('none in s3://'),
    })
    for (let day = 0; day < 3; day++) {
      await keepBackups({ ...deps, place: placeOf() })
      await keepBackups({ ...deps, place: placeOf() })
      clock.advance(24 * hourMs)
    }
    expect(await placeOf().list()).toHaveLength(2)
    const left = (await keys()).filter(
      (key) => !/^deal-scout-\d{4}-\d\d-\d\dT\d{6}Z\/(?:manifest|verified|public|jobs)/.test(key),
    )
    expect(left.toSorted()).toEqual(['deal-scout-2026-01-01T000000Z/notes.txt', 'something else'])
    expect(await keys()).not.toContain('deal-scout-2026-01-01T000000Z/public.rules.copy.zst')
    expect((await store.unfinished(settings.prefix)).map(({ key }) => key)).toEqual([
      `${settings.prefix}/another program's`,
    ])
    clock.advance(25 * hourMs)
    expect(await figures(placeOf())).toMatch(/^deal_scout_backup_age_seconds 1764\d\d$/m)
    s3.fault = () => ({ status: 403, code: 'AccessDenied' })
    expect(await figures(placeOf())).not.toMatch(/^deal_scout_backup_age_seconds /m)
    s3.fault = () => undefined
    expect(await backupCheck({ ...deps, place: placeOf() }).run()).toMatchObject({
      ok: false,
      detail: expect.stringContaining('49 h old'),
    })
  })

  it('are made by a key that may not delete, and old ones stay', async () => {
    const recipients = [await identityToRecipient(await generateX25519Identity())]
    const deps = { ...depsOf(), keep: 1, recipients }
    s3.fault = (line) => (line.startsWith('DELETE') ? { status: 403, code: 'AccessDenied' } : undefined)
    for (let day = 0; day < 2; day++) {
      await keepBackups(deps)
      clock.advance(25 * hourMs)
    }
    expect(await deps.place.list()).toHaveLength(2)
    expect(await deps.place.removeOld(1)).toEqual({ removed: [], isRefused: true })
  })
})

describe('a store', () => {
  it('that is out of order for a while is asked again, and cut connections are, too', async () => {
    let at = 0
    s3.fault = () => {
      at++
      return at % 3 === 1 ? { status: 503, code: 'SlowDown' } : at % 3 === 2 ? 'cut' : undefined
    }
    const { path } = await placeOf().make(house.app.backups, [])
    s3.fault = () => undefined
    expect((await placeOf().list()).map((one) => one.path)).toEqual([path])
  })

  it('that hangs is given up in time, and says so to whoever asks how old the newest is', async () => {
    s3.fault = () => 'hang'
    const startedAt = performance.now()
    await expect(bucketPlace(settings, { ...times, timeoutMs: 200 }).list()).rejects.toThrow(
      /cannot be reached/,
    )
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    const place = bucketPlace(settings)
    await expect(place.glance()).rejects.toThrow(/cannot be reached/)
    expect(performance.now() - startedAt).toBeLessThan(8_000)
    const asked = s3.requests.length
    await expect(place.glance()).rejects.toThrow(/cannot be reached/)
    expect(s3.requests).toHaveLength(asked)
  })

  it('that nobody is at, or that is no S3, is named with what to look at', async () => {
    await expect(placeOf({ endpoint: 'http://127.0.0.1:9' }).list()).rejects.toThrow(
      /127\.0\.0\.1:9 .*BACKUP_S3_ENDPOINT/,
    )
    s3.fault = () => ({ status: 404, code: 'x y' })
    await expect(placeOf().list()).rejects.toThrow(/HTTP 404/)
  })

  it('says in words that the key, the secret or the bucket is wrong', async () => {
    await expect(placeOf({ secretAccessKey: 'other' }).list()).rejects.toThrow(/BACKUP_S3_SECRET_ACCESS_KEY/)
    await expect(placeOf({ accessKeyId: 'nobody' }).list()).rejects.toThrow(/does not know the key nobody/)
    await expect(placeOf({ bucket: 'nowhere' }).list()).rejects.toThrow(/there is no bucket nowhere/)
    await expect(placeOf({ bucket: 'nowhere' }).make(house.app.backups, [])).rejects.toThrow(
      /there is no bucket/,
    )
  })

  it.each([
    [403, 'AccessDenied', '', /no right to do this: it needs s3:ListBucket/],
    [403, 'RequestTimeTooSkewed', '', /clock is wrong/],
    [
      400,
      'AuthorizationHeaderMalformed',
      '<Region>eu-west-3</Region>',
      /another region.*BACKUP_S3_REGION=eu-west-3\./,
    ],
    [301, 'PermanentRedirect', '', /another region than us-east-1/],
    [507, 'Storage<Full', '', /HTTP 507\. /],
    [507, 'StorageFull', '', /HTTP 507, StorageFull/],
  ])('that answers %s %s says what to do', async (status, code, more, words) => {
    s3.fault = () => ({ status, code, more, headers: { location: 'http://169.254.169.254/latest' } })
    const asked = placeOf().list()
    await expect(asked).rejects.toThrow(words)
    // Nobody was gone to, wherever it led.
    await expect(asked).rejects.not.toThrow(/169\.254/)
  })
})

it('a copy that a killed process left a day ago is taken away, and what is no such copy is not', async () => {
  const old = mkdtempSync(join(tmpdir(), 'deal-scout-backup-'))
  const young = mkdtempSync(join(tmpdir(), 'deal-scout-backup-'))
  const other = mkdtempSync(join(tmpdir(), 'deal-scout-backup-of-mine-'))
  try {
    const before = (Date.now() - 25 * hourMs) / 1000
    for (const path of [old, other]) utimesSync(path, before, before)
    await withWorkFolder(async () => {})
    expect([old, young, other].map((path) => existsSync(path))).toEqual([false, true, true])
  } finally {
    for (const path of [old, young, other]) rmSync(path, { recursive: true, force: true })
  }
})

describe('a large file', () => {
  const bytes = randomBytes(20 * 1024 * 1024)
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deal-scout-parts-'))
    writeFileSync(join(folder, 'large'), bytes)
    return () => rmSync(folder, { recursive: true, force: true })
  })

  it('goes in parts, and is the same when it comes back', async () => {
    await using store = await openStore(settings, times)
    await upload(store, `${settings.prefix}/large`, join(folder, 'large'))
    expect(s3.requests.filter((line) => line.includes('partNumber='))).toHaveLength(3)
    await download(store, `${settings.prefix}/large`, join(folder, 'back'))
    expect(readFileSync(join(folder, 'back')).equals(bytes)).toBe(true)
  })

  it('of which a part cannot be sent is not there, and nothing of it stays begun', async () => {
    s3.fault = (line) => (line.includes('partNumber=2') ? { status: 403, code: 'AccessDenied' } : undefined)
    await using store = await openStore(settings, times)
    await expect(upload(store, `${settings.prefix}/large`, join(folder, 'large'))).rejects.toThrow(/no right/)
    expect(await store.unfinished(settings.prefix)).toEqual([])
    expect(await store.list(settings.prefix)).toEqual([])
  })

  it('of any size has no more parts than S3 takes', () => {
    for (const size of [1, 5e9, 80e9, 5e12]) {
      expect(Math.ceil(size / partBytesOf(size))).toBeLessThanOrEqual(10_000)
      expect(partBytesOf(size)).toBeGreaterThanOrEqual(5 * 1024 * 1024)
    }
  })
})

describe('the address of a bucket', () => {
  it('is taken with and without a prefix, and nothing else is', () => {
    expect(readBucket('s3://backups')).toEqual({ bucket: 'backups', prefix: '' })
    expect(readBucket('s3://my.bucket-1/a/b_c.d/')).toEqual({ bucket: 'my.bucket-1', prefix: 'a/b_c.d' })
    for (const wrong of [
      's3://',
      's3://A',
      's3://ab',
      's3://abc//x',
      's3://abc/../x',
      's3://abc/a b',
      's3://abc?x',
    ])
      expect([wrong, readBucket(wrong)]).toEqual([wrong, null])
  })

  const options: BucketOptions = {
    ...{ backupS3Url: 's3://backups/a', backupS3Endpoint: undefined, backupS3Region: 'eu-central-1' },
    ...{ backupS3Style: undefined, backupS3AccessKeyId: 'id', backupS3SecretAccessKey: 'secret' },
    backupS3Unencrypted: 'refuse',
  }

  it('has the bucket in the host name at AWS, unless a certificate would not fit', () => {
    expect(bucketSettings('s3://backups', options)!.style).toBe('host')
    expect(bucketSettings('s3://back.ups', options)!.style).toBe('path')
    expect(
      bucketSettings('s3://backups', { ...options, backupS3Endpoint: 'https://s3.example' })!.style,
    ).toBe('path')
  })

  it('is called where the store is', () => {
    const root = (url: string, over: Partial<BucketOptions> = {}) =>
      rootOf(bucketSettings(url, { ...options, ...over })!).href
    expect(root('s3://backups/a')).toBe('https://backups.s3.eu-central-1.amazonaws.com/')
    expect(root('s3://back.ups/a')).toBe('https://s3.eu-central-1.amazonaws.com/back.ups')
    const elsewhere = { backupS3Endpoint: 'https://store.example:9000/s3/' }
    expect(root('s3://backups/a', elsewhere)).toBe('https://store.example:9000/s3/backups')
    expect(root('s3://backups/a', { ...elsewhere, backupS3Style: 'host' })).toBe(
      'https://backups.store.example:9000/s3',
    )
  })

  it('needs a key, and recipients unless told otherwise', () => {
    const found = (over: Partial<BucketOptions>, backupRecipients: string[] = ['age1x']) =>
      bucketProblems({ ...options, ...over, backupRecipients })
    expect(found({})).toEqual([])
    expect(found({ backupS3Url: undefined, backupS3AccessKeyId: undefined }, [])).toEqual([])
    expect(found({ backupS3SecretAccessKey: undefined })).toEqual([expect.stringContaining('ACCESS_KEY_ID')])
    expect(found({}, [])).toEqual([expect.stringContaining('BACKUP_S3_UNENCRYPTED')])
    expect(found({ backupS3Unencrypted: 'allow' }, [])).toEqual([])
  })
})
