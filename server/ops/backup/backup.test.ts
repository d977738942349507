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
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts'
import { ruleInput, seenListing } from '../../../test/harness/factories.ts'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { migrationsDir } from '../../app/installed.ts'
import type { Db } from '../../core/db.ts'
import { migrate } from '../../core/migrate.ts'
import { ingest } from '../../flows/ingest.ts'
import { createRule } from '../../rules/rules.ts'
import { backUp, backupsIn, removeOldBackups } from './back-up.ts'
import { emptyForRestore, inOrder, isRestoreUnfinished } from './copy-store.ts'
import { backupCheck, keepBackups } from './keep-backups.ts'
import { manifestFile, verifiedFile } from './manifest.ts'
import { folderPlace } from './place.ts'
import { restore } from './restore.ts'
import type { Manifest } from './schema.ts'
import { verify } from './verify.ts'

const log = pino({ level: 'silent' })
const clock = stubClock()
const tricky = 'Tab\there, back\\slash,\nline, "quotes", NULL, \\N and ünïcödé 🚲'
let house: TestApp
let folder: string

beforeAll(async () => {
  house = await testApp({ overrides: { clock } })
  const { app } = house
  await createRule(app.rules, app.owner, ruleInput({ name: tricky }))
  await ingest(app.pipeline, {
    sightings: Array.from({ length: 30 }, (_, at) => ({
      ...{ marketplace: 'import', seen: seenListing({ title: `${tricky} road bike ${at}` }), ownerId: null },
      observedAtMs: clock.now().getTime(),
    })),
    ...{ sourceId: null, scanId: null, demo: false },
  })
  // A photo of a thing of theirs is bytes of every kind.
  const { rows } = await app.db.query<{ id: number }>(
    `INSERT INTO item_photos (user_id, sha256, name, bytes, state, used, versions, position, created_at)
     VALUES ($1, $2, $3, 256, 'waiting', 'plain', '[]', 0, now()) RETURNING id`,
    [app.owner, 'a'.repeat(64), tricky],
  )
  await app.db.query(
    `INSERT INTO item_photo_parts (photo_id, file, part, bytes) VALUES ($1, 'original', 0, $2)`,
    [rows[0]!.id, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  )
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const backedUp = (over: { recipients?: string[] } = {}) =>
  backUp(house.app.backups, { folder, recipients: [], ...over })
const depsOf = (db: Db) => ({ db, log, migrationsDir, release: '0.1.0' })
const restoreInto = (db: Db, path: string, over: Partial<{ identities: string[]; replace: boolean }> = {}) =>
  restore(depsOf(db), { folder: path, identities: [], replace: false, ...over })

/** Every row of every table that a backup holds, without what is stamped anew. */
async function contents(db: Db, { tables }: Manifest): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const { name, columns } of tables) {
    const list = columns.map((column) => `"${column}"`).join(', ')
    const { rows } = await db.query<{ text: string | null }>(
      `SELECT string_agg(t::text, E'\\n' ORDER BY t::text) AS text FROM (SELECT ${list} FROM ${name}) t`,
    )
    all[name] = rows[0]!.text ?? ''
  }
  return all
}

describe('a backup', () => {
  it('brings back every row of every table, ids go on after them, and the program runs on it', async () => {
    await using target = await testDatabase({ empty: true })
    const { path, manifest } = await backedUp()
    const { rows, jobsLeftOut } = await restoreInto(target.db, path)
    expect(jobsLeftOut).toBe(0)
    expect(rows).toBe(manifest.tables.reduce((sum, one) => sum + one.rows, 0))
    expect(manifest.tables.find(({ name }) => name === 'public.listings')!.rows).toBe(30)
    expect(await contents(target.db, manifest)).toEqual(await contents(house.app.db, manifest))

    const again = await openTestApp(target, { overrides: { clock } })
    try {
      const made = await createRule(again.app.rules, again.app.owner, ruleInput())
      const { rows: ids } = await house.app.db.query<{ max: number }>('SELECT max(id) FROM rules')
      expect(made.id).toBeGreaterThan(ids[0]!.max)
    } finally {
      await again.app.close()
    }
  })

  it('brings back photos byte by byte', async () => {
    const { path } = await backedUp()
    await using target = await testDatabase({ empty: true })
    await restoreInto(target.db, path)
    const { rows } = await target.db.query<{ bytes: Buffer }>('SELECT bytes FROM item_photo_parts')
    expect([...rows[0]!.bytes]).toEqual(Array.from({ length: 256 }, (_, byte) => byte))
  })

  it('stamps what changed by the transactions of the server it is in now, so that nothing is read as new for ever', async () => {
    await using target = await testDatabase({ empty: true })
    // As if the server that it comes from had counted much further.
    await house.app.db.query(`UPDATE listings SET changed_xid = '9000000000'::xid8`)
    const { path } = await backedUp()
    await house.app.db.query('UPDATE listings SET changed_xid = pg_current_xact_id()')
    await restoreInto(target.db, path)
    const { rows } = await target.db.query<{ ahead: number }>(
      'SELECT count(*)::int AS ahead FROM listings WHERE changed_xid >= pg_snapshot_xmax(pg_current_snapshot())',
    )
    expect(rows[0]!.ahead).toBe(0)
  })

  it('is of one moment: what is written meanwhile is in it wholly or not at all', async () => {
    await using source = await testDatabase()
    await using target = await testDatabase({ empty: true })
    let isOver = false
    const writing = (async () => {
      for (let n = 1; !isOver; n++)
        await source.db.transaction(async (tx) => {
          await tx.query(
            'INSERT INTO views (user_id, name, search, created_at, updated_at) VALUES (1, $1, $1, now(), now())',
            [`v${n}`],
          )
          await tx.query(`UPDATE users SET name = $1 WHERE id = 1`, [`v${n}`])
        })
    })()
    try {
      for (let n = 0; n < 3; n++) {
        clock.advance(1_000)
        const { path } = await backUp({ ...house.app.backups, db: source.db }, { folder, recipients: [] })
        await restoreInto(target.db, path, { replace: true })
        const { rows } = await target.db.query<{ name: string; newest: string | null }>(
          `SELECT name, (SELECT v.name FROM views v ORDER BY id DESC LIMIT 1) AS newest FROM users WHERE id = 1`,
        )
        expect(rows[0]!.newest ?? rows[0]!.name).toBe(rows[0]!.name)
      }
    } finally {
      isOver = true
      await writing
    }
  })

  it('of an earlier release is brought up to date', async () => {
    await using source = await testDatabase({ empty: true })
    await using target = await testDatabase({ empty: true })
    await migrate(source.db, migrationsDir, log, '0.1.0', '0019_accounts.sql')
    await source.db.query(
      `INSERT INTO listings (marketplace, external_id, demo, title, url, price_cents, currency, category, image_urls, state,
         basis, attributes, first_seen_at, last_seen_at, score, scored_at, search)
       VALUES ('m', 'e1', false, $1, 'https://example.com/1', 100, 'USD', 'other', '[]', 'active', 'asking', '{}', now(), now(), 0, now(), '')`,
      [tricky],
    )
    const { path, manifest } = await backUp(
      { ...house.app.backups, db: source.db },
      { folder, recipients: [] },
    )
    expect(manifest.migrations.at(-1)!.name).toBe('0019_accounts.sql')
    await restoreInto(target.db, path)
    const { rows } = await target.db.query<{ title: string }>('SELECT title FROM listings')
    expect(rows).toEqual([{ title: tricky }])
    await using again = await asDisposable(openTestApp(target))
    expect(again.app.embedded).toBe(false)
  })

  it('holds no key, and says with which ones its secrets open', async () => {
    const { path, manifest } = await backedUp()
    expect(manifest.secretKeyIds).toEqual([...house.app.backups.secrets.keyIds()])
    expect(readdirSync(path).filter((name) => !/\.copy\.zst$|^manifest\.json$/.test(name))).toEqual([])
  })
})

/** One bit of it. */
function change(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file, bytes)
}

/** Closes the program, and leaves its database. */
async function asDisposable(opening: Promise<TestApp>): Promise<TestApp> {
  const opened = await opening
  return { ...opened, [Symbol.asyncDispose]: () => opened.app.close() }
}

describe('an encrypted backup', () => {
  it('shows nothing to who has only its files, and opens with the one key', async () => {
    const identity = await generateX25519Identity()
    const other = await generateX25519Identity()
    const { path } = await backedUp({ recipients: [await identityToRecipient(identity)] })
    for (const name of readdirSync(path)) {
      if (name === manifestFile) continue
      expect(name).toMatch(/\.age$/)
      expect(readFileSync(join(path, name)).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    }
    await using target = await testDatabase({ empty: true })
    await expect(restoreInto(target.db, path)).rejects.toThrow(/is encrypted: name the file/)
    await expect(restoreInto(target.db, path, { identities: [other] })).rejects.toThrow(/does not open/)
    expect((await restoreInto(target.db, path, { identities: [identity] })).rows).toBeGreaterThan(30)
  })

  it('is not begun for who is no recipient', async () => {
    await expect(backedUp({ recipients: ['age1nobody'] })).rejects.toThrow(/is no recipient of age/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a restore', () => {
  let target: TestDatabase
  beforeEach(async () => {
    target = await testDatabase({ empty: true })
  })
  afterEach(() => target[Symbol.asyncDispose]())

  it('replaces what somebody would miss only when told to', async () => {
    const { path } = await backedUp()
    await restoreInto(target.db, path)
    await expect(restoreInto(target.db, path)).rejects.toThrow(
      /something in this database already: 1 rules, 30 listings.*--replace/s,
    )
    expect((await restoreInto(target.db, path, { replace: true })).rows).toBeGreaterThan(30)
  })

  it('waits for no other Deal Scout: it refuses while one is connected', async () => {
    const { path } = await backedUp()
    await using other = await asDisposable(openTestApp(target))
    expect(other.app.embedded).toBe(false)
    await expect(restoreInto(target.db, path)).rejects.toThrow(
      /Another Deal Scout is connected.*stop it first/s,
    )
  })

  it.each([
    ['changed', (path: string) => change(join(path, 'public.listings.copy.zst'))],
    [
      'cut',
      (path: string) => {
        const file = join(path, 'public.listings.copy.zst')
        writeFileSync(file, readFileSync(file).subarray(0, -20))
      },
    ],
    ['missing', (path: string) => rmSync(join(path, 'public.rules.copy.zst'))],
    [
      'another table’s',
      (path: string) =>
        writeFileSync(
          join(path, 'public.rules.copy.zst'),
          readFileSync(join(path, 'public.profiles.copy.zst')),
        ),
    ],
  ])(
    'of a backup with a file that is %s is refused, and what was there stays, also where it might have gone',
    async (_, damage) => {
      const { path, manifest } = await backedUp()
      await restoreInto(target.db, path)
      const before = await contents(target.db, manifest)
      damage(path)
      await expect(restoreInto(target.db, path, { replace: true })).rejects.toThrow(
        /damaged|missing|is not what the backup says/,
      )
      expect(await contents(target.db, manifest)).toEqual(before)
      expect(await isRestoreUnfinished(target.db)).toBe(false)
    },
  )

  it('that was broken off lets no program start, and is begun again without being told that something may go', async () => {
    const { path } = await backedUp()
    await restoreInto(target.db, path)
    // As a process leaves it that dies after the old tables went.
    await target.db.transaction((tx) => emptyForRestore(tx, ['rules']))
    await expect(openTestApp(target)).rejects.toThrow(
      /restore into this database was broken off.*Run it again/s,
    )
    expect((await restoreInto(target.db, path)).rows).toBeGreaterThan(30)
    await using again = await asDisposable(openTestApp(target))
    expect(again.app.embedded).toBe(false)
  })

  it('says what is wrong with what is no backup of this program, before it touches anything', async () => {
    const { path } = await backedUp()
    const file = join(path, manifestFile)
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    const tried = async (text: string) => {
      writeFileSync(file, text)
      return restoreInto(target.db, path)
    }
    await expect(restoreInto(target.db, join(folder, 'nowhere'))).rejects.toThrow(/holds no whole backup/)
    await expect(tried('{')).rejects.toThrow(/is damaged/)
    await expect(tried('{}')).rejects.toThrow(/no backup that this Deal Scout can read/)
    await expect(tried(JSON.stringify({ ...manifest, tables: [] }))).rejects.toThrow(/is damaged/)
    const elsewhere = { ...manifest.tables[0]!, file: '../../etc/passwd.copy.zst' }
    await expect(tried(JSON.stringify({ ...manifest, tables: [elsewhere] }))).rejects.toThrow(/is damaged/)
    const newer = [...manifest.migrations, { name: '9999_later.sql', sha256: 'a' }]
    await expect(tried(JSON.stringify({ ...manifest, release: '9.0.0', migrations: newer }))).rejects.toThrow(
      /made by Deal Scout 9\.0\.0.*9999_later/s,
    )
    const { rows } = await target.db.query('SELECT FROM pg_tables WHERE schemaname = $1', ['public'])
    expect(rows).toEqual([])
  })
})

describe('trying a backup out', () => {
  it('restores and compares every table, leaves no database behind, and notes that it held', async () => {
    const { path, manifest } = await backedUp()
    const deps = { ...house.app.backups, log }
    const { tables } = await verify(deps, { folder: path, identities: [] })
    expect(tables).toBe(manifest.tables.length)
    expect(existsSync(join(path, verifiedFile))).toBe(true)
    const { rows } = await house.app.db.query(
      `SELECT FROM pg_database WHERE datname LIKE 'deal_scout_verify%'`,
    )
    expect(rows).toEqual([])
    expect((await backupsIn(folder))[0]!.verifiedAt).not.toBeNull()
  })

  it('of one that is damaged says so, and notes nothing', async () => {
    const { path } = await backedUp()
    change(join(path, 'public.listings.copy.zst'))
    await expect(verify({ ...house.app.backups, log }, { folder: path, identities: [] })).rejects.toThrow()
    expect(existsSync(join(path, verifiedFile))).toBe(false)
    const { rows } = await house.app.db.query(
      `SELECT FROM pg_database WHERE datname LIKE 'deal_scout_verify%'`,
    )
    expect(rows).toEqual([])
  })
})

describe('backups by themselves', () => {
  it('are made when one is due, tried out, and the oldest go; what was broken off goes, too', async () => {
    const deps = { ...house.app.backups, log, place: folderPlace(folder), everyHours: 24, keep: 2 }
    mkdirSync(join(folder, 'deal-scout-2026-01-01T000000Z.part'))
    mkdirSync(join(folder, 'something else'))
    const check = () => backupCheck(deps).run()
    expect(await check()).toMatchObject({ ok: false, detail: expect.stringContaining('there is none') })
    await keepBackups(deps)
    await keepBackups(deps)
    expect(await backupsIn(folder)).toHaveLength(1)
    expect(await check()).toMatchObject({
      ok: true,
      detail: expect.stringContaining('was restored and compared'),
    })
    clock.advance(49 * 3_600_000)
    expect(await check()).toMatchObject({ ok: false, detail: expect.stringContaining('49 h old') })
    for (let day = 0; day < 3; day++) {
      await keepBackups(deps)
      clock.advance(24 * 3_600_000)
    }
    expect(await backupsIn(folder)).toHaveLength(2)
    expect(readdirSync(folder)).toContain('something else')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    await keepBackups({ ...deps, place: undefined })
  })

  it('keep the newest that was tried out, however old', async () => {
    const names = ['01', '02', '03', '04'].map((day) => join(folder, `deal-scout-2026-01-${day}T000000Z`))
    for (const name of names) mkdirSync(name)
    writeFileSync(join(names[1]!, verifiedFile), '{}')
    utimesSync(join(names[1]!, verifiedFile), new Date(), new Date())
    expect(await removeOldBackups(folder, 1)).toEqual([names[2], names[0]])
    expect((await backupsIn(folder)).map(({ path }) => path)).toEqual([names[3], names[1]])
  })
})

it('tables come after those that they refer to, whatever order they are named in', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(30)), { maxLength: 30 }), (given) => {
      // Only to earlier ones, or there would be circles.
      const tables = given.map((refers, at) => ({
        name: `t${at}`,
        refersTo: refers.filter((to) => to < at).map((to) => `t${to}`),
      }))
      const names = inOrder(tables.toReversed()).map(({ name }) => name)
      expect(names.toSorted()).toEqual(tables.map(({ name }) => name).toSorted())
      for (const { name, refersTo } of tables)
        for (const other of refersTo) expect(names.indexOf(other)).toBeLessThan(names.indexOf(name))
    }),
  )
})
