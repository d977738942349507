import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import {
  access,
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  statfs,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../errors.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPackageDir, prepareBinaries, repairLibraryLinks } from './embedded-postgres-binaries.ts'
import { blockedAt, explainFailure } from './embedded-postgres-errors.ts'
import { boundLog, isServerOf, parsePidFile, readPidFile } from './embedded-postgres-server.ts'

const repo = resolve(import.meta.dirname, '../../..')
const isRoot = process.geteuid?.() === 0
/** Tests that run the program as another user need that user to reach it. */
const canBeOther = isRoot && (await blockedAt(repo, { uid: 65534, gid: 65534 })) === null
const hasSetpriv = existsSync('/usr/bin/setpriv') || existsSync('/bin/setpriv')
const canMount = isRoot && tryMount()
const silent = pino({ enabled: false })

let base: string
let programs: string
/** A stopped data folder with one row in it, to be copied by tests that do not need a cold start. */
let seed: string
const undo: (() => unknown)[] = []

beforeAll(async () => {
  // In memory where there is room: a shared disk's fsync would be most of the time, and it is processes that die here.
  const room = await statfs('/dev/shm').catch(() => null)
  const inMemory = room !== null && room.bavail * room.bsize > 1e9
  base = await mkdtemp(join(inMemory ? '/dev/shm' : tmpdir(), 'embedded-postgres-'))
  await chmod(base, 0o711)
  // A memory disk may forbid programs.
  programs = await mkdtemp(join(tmpdir(), 'embedded-postgres-'))
  await chmod(programs, 0o711)
  seed = join(base, 'seed')
  const server = await startEmbeddedPostgres({ dataDir: seed, log: silent })
  await query(server.connectionString, `CREATE TABLE t (n int); INSERT INTO t VALUES (1)`)
  await server.close()
})

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  for (const name of await readdir(base))
    if (name.startsWith('data-')) await rm(join(base, name), { recursive: true, force: true, maxRetries: 5 })
})

afterAll(async () => {
  await rm(base, { recursive: true, force: true })
  await rm(programs, { recursive: true, force: true })
})

let folders = 0

function emptyFolder(): string {
  folders += 1
  return join(base, `data-${folders}`)
}

/** A data folder that holds the seed's cluster. */
function usedFolder(): string {
  const folder = emptyFolder()
  execFileSync('cp', ['-a', seed, folder])
  return folder
}

/** Starts in this process; closed after the test at the latest. */
async function start(
  dataDir: string,
  more: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
): ReturnType<typeof startEmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: silent, ...more })
  undo.push(server.close)
  return server
}

async function startError(
  dataDir: string,
  more: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
): Promise<AppError> {
  return start(dataDir, more).then(
    () => expect.fail('it started'),
    (error: AppError) => error,
  )
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const results = await client.query(sql)
    return results.rows
  } finally {
    await client.end()
  }
}

const rows = async (url: string) =>
  (await query(url, 'SELECT n FROM t ORDER BY n')).map((row) => (row as { n: number }).n)

async function serverPid(dataDir: string): Promise<number> {
  const found = await readPidFile(join(dataDir, 'postgres'))
  if (!found || found === 'torn') return expect.fail('no server')
  return found.pid
}

const running = (dataDir: string, pid: number) => isServerOf(pid, join(dataDir, 'postgres'))

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5)
}

interface User {
  child: ChildProcess
  connectionString: string
  owner: boolean
  close(): Promise<void>
  kill(): Promise<void>
}

const userProgram = `
  const { startEmbeddedPostgres } = await import('./server/core/postgres/embedded-postgres.ts')
  const { pino } = await import('pino')
  const server = await startEmbeddedPostgres({ dataDir: process.argv[1], log: pino({ enabled: false }) })
    .catch((error) => { console.log(JSON.stringify({ code: error.code, message: error.message })); process.exit(2) })
  console.log(JSON.stringify({ connectionString: server.connectionString, owner: server.owner }))
  process.stdin.once('data', async () => { await server.close(); process.exit(0) })
`

function spawnUser(dataDir: string, uid?: number): ChildProcess {
  const args = ['--input-type=module', '-e', userProgram, dataDir]
  const identity = uid === undefined ? {} : { uid, gid: uid }
  return spawn(process.execPath, args, { cwd: repo, stdio: ['pipe', 'pipe', 'inherit'], ...identity })
}

/** A process of its own that uses the server. */
async function user(dataDir: string, uid?: number): Promise<User> {
  const child = spawnUser(dataDir, uid)
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  const said = JSON.parse(line)
  if (said.code) throw Object.assign(new Error(said.message), { code: said.code })
  const gone = once(child, 'exit')
  return {
    child,
    connectionString: said.connectionString,
    owner: said.owner,
    async close() {
      child.stdin!.write('close\n')
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function tryMount(): boolean {
  const probe = join(tmpdir(), `mount-probe-${process.pid}`)
  try {
    execFileSync('mkdir', [probe])
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' })
    execFileSync('umount', [probe])
    return true
  } catch {
    return false
  } finally {
    execFileSync('rmdir', [probe])
  }
}

function mountTmpfs(folder: string, size: string): void {
  execFileSync('mkdir', ['-p', folder])
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', folder])
  undo.push(() => execFileSync('umount', ['-l', folder]))
}

describe('one process', () => {
  it('starts from nothing in a folder with a long and awkward path, and keeps the data', async () => {
    const dataDir = join(emptyFolder(), "it's a $deep folder ü ".repeat(4), 'x'.repeat(100), 'data')
    const first = await start(dataDir)
    expect(first.owner).toBe(true)
    await query(first.connectionString, 'CREATE TABLE t (n int); INSERT INTO t VALUES (7)')
    await first.close()
    const second = await start(dataDir)
    expect(second.owner).toBe(true)
    expect(await rows(second.connectionString)).toEqual([7])
  })

  it('keeps its password to itself and asks everybody for it', async () => {
    const dataDir = usedFolder()
    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
    const { connectionString } = await start(dataDir, { log })
    const password = new URL(connectionString).password
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('') + (await readFile(join(dataDir, 'postgres.log'), 'utf8'))).not.toContain(password)
    const wrong = connectionString.replace(password, 'wrong-password')
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('runs durable, in UTC and UTF-8, on loopback only, with case rules that know Unicode', async () => {
    const { connectionString } = await start(usedFolder())
    const settings = await query(
      connectionString,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes',
        'TimeZone', 'server_encoding', 'listen_addresses', 'unix_socket_directories', 'jit', 'password_encryption')`,
    )
    expect(Object.fromEntries(settings.map((row) => Object.values(row as object)))).toEqual({
      TimeZone: 'UTC',
      fsync: 'on',
      full_page_writes: 'on',
      jit: 'off',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    })
    expect(await query(connectionString, `SELECT lower('ÄÉŁ') AS low`)).toEqual([{ low: 'äéł' }])
    await query(connectionString, 'CREATE EXTENSION pg_trgm')
  })

  it('closes once however often it is asked', async () => {
    const dataDir = usedFolder()
    const [first, second] = await Promise.all([start(dataDir), start(dataDir)])
    expect([first.owner, second.owner].sort()).toEqual([false, true])
    await Promise.all([first.close(), first.close()])
    expect(await rows(second.connectionString)).toEqual([1])
    const pid = await serverPid(dataDir)
    await second.close()
    expect(await running(dataDir, pid)).toBe(false)
  })

  it('leaves no server behind when the start is given up', async () => {
    const dataDir = usedFolder()
    const giveUp = new AbortController()
    const starting = startEmbeddedPostgres({ dataDir, log: silent, signal: giveUp.signal })
    await until(async () => (await readPidFile(join(dataDir, 'postgres'))) !== null)
    giveUp.abort(new Error('enough'))
    await expect(starting).rejects.toThrow('enough')
    expect(await readPidFile(join(dataDir, 'postgres'))).toBe(null)
    expect(await rows((await start(dataDir)).connectionString)).toEqual([1])
  })

  it('stops the server even when its folder was deleted meanwhile', async () => {
    const dataDir = usedFolder()
    const server = await start(dataDir)
    const pid = await serverPid(dataDir)
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    await server.close()
    expect(await running(dataDir, pid)).toBe(false)
  })
})

describe('several processes', () => {
  it('share one server when they start at the same moment on an empty folder; the last to leave stops it', async () => {
    const dataDir = emptyFolder()
    const users = await Promise.all([user(dataDir), user(dataDir), user(dataDir)])
    expect(users.map((one) => one.owner).sort()).toEqual([false, false, true])
    expect(new Set(users.map((one) => one.connectionString)).size).toBe(1)
    const pid = await serverPid(dataDir)
    users.sort((a, b) => Number(b.owner) - Number(a.owner))
    await users[0]!.close()
    await users[1]!.close()
    expect(await query(users[2]!.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await running(dataDir, pid)).toBe(true)
    await users[2]!.close()
    expect(await running(dataDir, pid)).toBe(false)
  })

  it('a server outlives the kill -9 of its starter, is joined by the next, and stops with it', async () => {
    const dataDir = usedFolder()
    const killed = await user(dataDir)
    await query(killed.connectionString, 'INSERT INTO t VALUES (2)')
    const pid = await serverPid(dataDir)
    await killed.kill()
    const next = await start(dataDir)
    expect(next.owner).toBe(false)
    expect(await rows(next.connectionString)).toEqual([1, 2])
    await next.close()
    expect(await running(dataDir, pid)).toBe(false)
  })

  it('killed while it makes the cluster, a start leaves nothing in the way of the next', async () => {
    const dataDir = emptyFolder()
    const child = spawnUser(dataDir)
    const half = async () =>
      (await readdir(dataDir).catch(() => [])).filter((name) => name.startsWith('postgres-init'))
    await until(async () => {
      const [name] = await half()
      return name !== undefined && (await readdir(join(dataDir, name)).catch(() => [])).length > 3
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const server = await start(dataDir)
    expect(server.owner).toBe(true)
    expect(await half()).toEqual([])
  })

  it('killed between starting the server and its readiness, a start is finished by the next', async () => {
    const dataDir = usedFolder()
    const child = spawnUser(dataDir)
    await until(async () => (await readPidFile(join(dataDir, 'postgres'))) !== null)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await rows((await start(dataDir)).connectionString)).toEqual([1])
  })

  it('after kill -9 of the server, acknowledged rows are there, on the same port, and both users count', async () => {
    const dataDir = usedFolder()
    const survivor = await user(dataDir)
    const client = new pg.Client({ connectionString: survivor.connectionString })
    client.on('error', () => undefined)
    await client.connect()
    const acknowledged = [1]
    for (let n = 2; n <= 200; n += 1) {
      await client.query('INSERT INTO t VALUES ($1)', [n])
      acknowledged.push(n)
    }
    process.kill(await serverPid(dataDir), 'SIGKILL')
    await client.end().catch(() => undefined)
    const next = await start(dataDir)
    expect(next.owner).toBe(true)
    expect(next.connectionString).toBe(survivor.connectionString)
    expect(await rows(next.connectionString)).toEqual(acknowledged)
    await next.close()
    expect((await rows(survivor.connectionString)).length).toBe(200)
    const pid = await serverPid(dataDir)
    await survivor.close()
    expect(await running(dataDir, pid)).toBe(false)
  })
})

describe('what a crash or a person leaves in the folder', () => {
  it('a stale pid that another process of the same user got meanwhile does not stop a start', async () => {
    const dataDir = usedFolder()
    const server = await start(dataDir)
    const pid = await serverPid(dataDir)
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    const owner = await stat(file)
    process.kill(pid, 'SIGKILL')
    await until(async () => !(await running(dataDir, pid)))
    await server.close()
    const stranger = spawn('sleep', ['60'], isRoot ? { uid: owner.uid, gid: owner.gid } : {})
    undo.push(() => stranger.kill())
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)))
    const next = await start(dataDir)
    expect(await rows(next.connectionString)).toEqual([1])
    await next.close()
    expect(stranger.exitCode ?? stranger.signalCode).toBe(null)
  })

  it('an empty postmaster.pid does not stop a start', async () => {
    const dataDir = usedFolder()
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), '')
    expect(await rows((await start(dataDir)).connectionString)).toEqual([1])
  })

  it('a copy of the folder of a running server is a server of its own', async () => {
    const dataDir = usedFolder()
    const original = await start(dataDir)
    const copy = emptyFolder()
    execFileSync('cp', ['-a', dataDir, copy])
    const second = await start(copy)
    expect(second.owner).toBe(true)
    await query(second.connectionString, 'INSERT INTO t VALUES (2)')
    expect(await rows(original.connectionString)).toEqual([1])
  })

  it('a lost password file is replaced', async () => {
    const dataDir = usedFolder()
    await rm(join(dataDir, 'postgres-password'))
    expect(await rows((await start(dataDir)).connectionString)).toEqual([1])
  })

  it('a password file with another password is refused with what to do, and no server is left', async () => {
    const dataDir = usedFolder()
    await writeFile(join(dataDir, 'postgres-password'), 'some-other-password-entirely\n')
    expect(await startError(dataDir)).toMatchObject({ code: 'embedded-postgres-password' })
    expect(await readPidFile(join(dataDir, 'postgres'))).toBe(null)
    await rm(join(dataDir, 'postgres-password'))
    expect(await rows((await start(dataDir)).connectionString)).toEqual([1])
  })

  it("somebody else's files are refused and left alone", async () => {
    const dataDir = emptyFolder()
    await mkdir(join(dataDir, 'postgres'), { recursive: true })
    await writeFile(join(dataDir, 'postgres', 'thesis.txt'), 'precious')
    const error = await startError(dataDir)
    expect(error).toMatchObject({ code: 'embedded-postgres-foreign-folder' })
    expect(error.message).toContain('thesis.txt')
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['thesis.txt'])
  })

  it('a cluster of another major version is refused with both versions', async () => {
    const dataDir = usedFolder()
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    const error = await startError(dataDir)
    expect(error.code).toBe('embedded-postgres-version')
    expect(error.message).toMatch(/PostgreSQL 15.*brings 18.*DATABASE_URL/s)
  })

  it('a damaged cluster is named as such', async () => {
    const partly = usedFolder()
    await rm(join(partly, 'postgres', 'global', 'pg_control'))
    expect(await startError(partly)).toMatchObject({ code: 'embedded-postgres-damaged' })
    const torn = usedFolder()
    execFileSync('truncate', ['-s', '100', join(torn, 'postgres', 'global', 'pg_control')])
    expect(await startError(torn)).toMatchObject({ code: 'embedded-postgres-damaged' })
  })

  it('a server in another container is not doubled while its users live', async () => {
    const dataDir = usedFolder()
    await start(dataDir)
    const pid = await serverPid(dataDir)
    process.kill(pid, 'SIGKILL')
    await until(async () => !(await running(dataDir, pid)))
    await writeFile(join(dataDir, 'postgres-host'), 'pid:[1] net:[1]')
    expect(await startError(dataDir)).toMatchObject({ code: 'embedded-postgres-shared' })
  })
})

describe('where it is not allowed', () => {
  it.skipIf(!isRoot || !hasSetpriv)(
    'as root, it starts where folders and package keep others out, as an unprivileged user, and opens none of them',
    async () => {
      const parent = emptyFolder()
      await mkdir(parent, { mode: 0o700 })
      const hidden = join(programs, 'hidden')
      await mkdir(hidden, { mode: 0o700 })
      const packageDir = join(hidden, 'package')
      execFileSync('cp', ['-a', findPackageDir(process.platform, process.arch), packageDir])
      await start(join(parent, 'data'), { packageDir })
      const found = await readPidFile(join(parent, 'data', 'postgres'))
      const status = await readFile(`/proc/${(found as { pid: number }).pid}/status`, 'utf8')
      expect(status).toMatch(/^Uid:\s+65534\s+65534\s+65534/m)
      // One capability at most: to pass through folders.
      const capabilities = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1]}`)
      expect([2n, 4n]).toContain(capabilities)
      expect((await stat(parent)).mode & 0o777).toBe(0o700)
    },
  )

  it.skipIf(!isRoot || !hasSetpriv)(
    'as root, it opens an empty data folder of its own but not one with other things in it',
    async () => {
      const fresh = emptyFolder()
      await mkdir(fresh, { mode: 0o700 })
      await start(fresh)
      expect((await stat(fresh)).mode & 0o777).toBe(0o701)
      const home = emptyFolder()
      await mkdir(home, { mode: 0o700 })
      await writeFile(join(home, '.profile'), '')
      await start(home)
      expect((await stat(home)).mode & 0o777).toBe(0o700)
    },
  )

  it.skipIf(!isRoot)(
    'as root without such a way in, it names the folder that keeps the server out',
    async () => {
      const parent = emptyFolder()
      await mkdir(parent, { mode: 0o700 })
      const error = await explainFailure({
        step: 'start',
        dataDir: join(parent, 'data'),
        runAs: { uid: 65534, gid: 65534 },
        error: Object.assign(new Error('spawn initdb EACCES'), { code: 'EACCES' }),
      })
      expect(error.code).toBe('embedded-postgres-not-writable')
      expect(error.message).toContain(`chmod o+x '${parent}'`)
    },
  )

  it.skipIf(!canBeOther)(
    'an ordinary user starts, root joins and neither needs the other to clean up',
    async () => {
      const dataDir = emptyFolder()
      await mkdir(dataDir, { mode: 0o700 })
      await chown(dataDir, 65534, 65534)
      const ordinary = await user(dataDir, 65534)
      const joined = await start(dataDir)
      expect([ordinary.owner, joined.owner]).toEqual([true, false])
      await ordinary.close()
      await joined.close()
      expect((await start(dataDir)).owner).toBe(true)
      await undo.pop()!()
      const again = await user(dataDir, 65534)
      expect(again.owner).toBe(true)
      await again.close()
    },
  )

  it.skipIf(!canBeOther)('an ordinary user is told whose folder it is', async () => {
    const dataDir = emptyFolder()
    await mkdir(dataDir, { mode: 0o755 })
    await expect(user(dataDir, 65534)).rejects.toMatchObject({ code: 'embedded-postgres-not-writable' })
    const foreign = usedFolder()
    execFileSync('chown', ['-R', '1:1', join(foreign, 'postgres')])
    await chmod(join(foreign, 'postgres'), 0o755)
    execFileSync('chown', ['65534:65534', foreign, ...(await files(foreign))])
    await expect(user(foreign, 65534)).rejects.toMatchObject({ code: 'embedded-postgres-foreign-owner' })
  })

  it.skipIf(!canMount)(
    'a full disk is named, and a start after freeing it works (skipped where mounting is not allowed)',
    async () => {
      const dataDir = emptyFolder()
      mountTmpfs(dataDir, '70m')
      const filler = join(dataDir, 'filler')
      execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M', 'count=65'], { stdio: 'ignore' })
      const error = await startError(dataDir)
      expect(error.code).toBe('embedded-postgres-disk-full')
      expect(error.message).toContain(dataDir)
      expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres-init'))).toEqual([])
      await rm(filler)
      const server = await start(dataDir)
      await query(server.connectionString, 'CREATE TABLE t (n int); INSERT INTO t VALUES (1)')
      await server.close()
      execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=4k || true', 'sh', filler], { stdio: 'ignore' })
      expect((await startError(dataDir)).code).toBe('embedded-postgres-disk-full')
      await rm(filler)
      const reopened = await start(dataDir)
      expect(await rows(reopened.connectionString)).toEqual([1])
      await reopened.close()
    },
  )
})

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
}

describe('the installed package', () => {
  /** A package whose programs are shell scripts. */
  async function fakePackage(scripts: Record<string, string>): Promise<string> {
    const folder = await mkdtemp(join(programs, 'package-'))
    await chmod(folder, 0o755)
    await mkdir(join(folder, 'native', 'bin'), { recursive: true })
    await writeFile(join(folder, 'package.json'), '{ "version": "18.4.0-beta.17" }')
    for (const name of ['initdb', 'postgres', 'pg_ctl'])
      await writeFile(join(folder, 'native', 'bin', name), scripts[name] ?? '#!/bin/sh\nexit 0\n')
    return folder
  }

  it('gets the library links and exec bits that npm left out', async () => {
    const packageDir = await fakePackage({})
    const lib = join(packageDir, 'native', 'lib')
    await mkdir(lib)
    await writeFile(join(lib, 'libicuuc.so.60.2'), 'library')
    await symlink('gone.so', join(lib, 'libicuuc.so'))
    const link = (source: string, target: string) => ({
      source: `native/lib/${source}`,
      target: `native/lib/${target}`,
    })
    const list = [
      link('libicuuc.so.60.2', 'libicuuc.so.60'),
      link('libicuuc.so.60.2', 'libicuuc.so'),
      link('libicuuc.so.60.2', '../../../escaped.so'),
    ]
    await writeFile(join(packageDir, 'native', 'pg-symlinks.json'), JSON.stringify(list))
    const binaries = await prepareBinaries(packageDir, join(packageDir, 'unused'), silent)
    expect(binaries.major).toBe(18)
    expect(Object.keys(binaries.env)).toEqual(['LC_ALL', 'TZ'])
    expect((await stat(binaries.initdb)).mode & 0o111).toBe(0o111)
    for (const name of ['libicuuc.so.60', 'libicuuc.so']) {
      expect((await lstat(join(lib, name))).isSymbolicLink()).toBe(true)
      expect(await readFile(join(lib, name), 'utf8')).toBe('library')
    }
    await expect(access(join(packageDir, '..', 'escaped.so'))).rejects.toThrow()
    expect(await repairLibraryLinks(packageDir, join(packageDir, 'unused'), silent)).toBe(null)
  })

  it.skipIf(!canMount)(
    'works read-only and without its links (skipped where mounting is not allowed)',
    async () => {
      const packageDir = emptyFolder()
      mountTmpfs(packageDir, '100m')
      const installed = findPackageDir(process.platform, process.arch)
      execFileSync('cp', ['-r', `${installed}/.`, packageDir])
      execFileSync('find', [packageDir, '-type', 'l', '-delete'])
      execFileSync('mount', ['-o', 'remount,ro', packageDir])
      const dataDir = emptyFolder()
      const server = await start(dataDir, { packageDir })
      expect(await query(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      expect(await readdir(join(dataDir, 'postgres-lib'))).toContain('libicuuc.so.60')
    },
  )

  it('that is missing or not for this system leads to DATABASE_URL', async () => {
    expect(() => findPackageDir('sunos', 'sparc')).toThrow(/sunos-sparc.*DATABASE_URL/s)
    const broken = await startError(emptyFolder(), { packageDir: emptyFolder() })
    expect(broken).toMatchObject({ code: 'embedded-postgres-missing' })
    const cases = [
      [
        '#!/bin/sh\necho "initdb: error while loading shared libraries: libstdc++.so.6: cannot open" >&2; exit 127\n',
        'libstdc++.so.6',
      ],
      ['#!/no/such/loader\n', 'musl'],
    ] as const
    for (const [initdb, hint] of cases) {
      const error = await startError(emptyFolder(), { packageDir: await fakePackage({ initdb }) })
      expect(error.code).toBe('embedded-postgres-not-runnable')
      expect(error.message).toContain(hint)
      expect(error.message).toContain('DATABASE_URL')
    }
  })

  it('whose server is killed each time it starts ends in an error', async () => {
    const postgres = '#!/bin/sh\nkill -9 $$\n'
    const error = await startError(usedFolder(), { packageDir: await fakePackage({ postgres }) })
    expect(error.code).toBe('embedded-postgres-killed')
  })

  it('whose server never gets ready ends in an error with the end of its log, and is ended', async () => {
    const dataDir = usedFolder()
    const pidFile = join(base, 'hanging.pid')
    const postgres = `#!/bin/sh\necho 'thinking about it' >&2\necho $$ > '${pidFile}'\nexec sleep 60\n`
    await writeFile(pidFile, '')
    await chmod(pidFile, 0o666)
    const error = await startError(dataDir, {
      packageDir: await fakePackage({ postgres }),
      startTimeoutMs: 300,
    })
    expect(error.code).toBe('embedded-postgres-timeout')
    expect(error.message).toContain('thinking about it')
    const pid = Number(await readFile(pidFile, 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

describe('small parts', () => {
  it('a pid file is read however much of it was written', () => {
    const whole = '123\n/data/postgres\n1795374101\n46101\n\n127.0.0.1\n  123 456\nready   \n'
    expect(parsePidFile(whole)).toEqual({ pid: 123, port: 46101, status: 'ready' })
    expect(parsePidFile('123\n/data')).toEqual({ pid: 123, port: null, status: null })
    for (const text of ['', '\n', '-1\n', '0\n', 'abc', '99999999999999\n'])
      expect(parsePidFile(text)).toBe('torn')
  })

  it('the log stays within its bound, with one older file', async () => {
    const file = join(base, 'bounded.log')
    await writeFile(file, 'x'.repeat(100))
    await boundLog(file, 100)
    expect((await stat(file)).size).toBe(100)
    await boundLog(file, 99)
    expect((await stat(file)).size).toBe(0)
    expect((await stat(`${file}.1`)).size).toBe(100)
  })
})
