import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { openDb } from '../../server/core/db.ts'
import { openRedis } from '../../server/core/redis.ts'
import { type Authority, makeAuthority, noOpenssl, opensslPath } from '../harness/certificates.ts'
import { type DatabaseServer, startDatabaseServer } from '../harness/database-server.ts'
import { freePort } from '../harness/port.ts'
import { dataFolder, logLines, run, startServer } from '../harness/program.ts'
import { noRedis, redisPath } from '../harness/redis.ts'
import { until } from '../harness/until.ts'

const log = pino({ level: 'silent' })
const withOpenssl = (context: TestContext) => context.skip(opensslPath === null, noOpenssl)
const withRedis = (context: TestContext) => {
  withOpenssl(context)
  context.skip(redisPath === null, noRedis)
}

let authority: Authority
let stranger: Authority
let client: { certPath: string; keyPath: string; cert: string; key: string }
let postgres: Awaited<ReturnType<typeof startPostgres>>
let redis: Awaited<ReturnType<typeof startTlsRedis>> | undefined
beforeAll(async () => {
  if (opensslPath === null) return
  authority = makeAuthority()
  stranger = makeAuthority()
  client = authority.issue({ clientName: 'scout' })
  postgres = await startPostgres()
  if (redisPath !== null) redis = await startTlsRedis()
})
afterAll(async () => {
  await redis?.close()
  await postgres?.server[Symbol.asyncDispose]()
  authority?.[Symbol.dispose]()
  stranger?.[Symbol.dispose]()
})

/** A real server whose database `deals` is only for who has a certificate of the role `scout`. */
async function startPostgres(): Promise<{
  server: DatabaseServer
  port: string
  serve(names: string): Promise<void>
}> {
  const server = await startDatabaseServer()
  const admin = async (run: (client: pg.Client) => Promise<void>) => {
    const one = new pg.Client({ connectionString: server.url })
    await one.connect()
    try {
      await run(one)
    } finally {
      await one.end()
    }
  }
  const folder = await new Promise<string>((found, failed) => {
    admin(async (one) => {
      await one.query('CREATE ROLE scout LOGIN')
      await one.query('CREATE DATABASE deals OWNER scout')
      const { rows } = await one.query<{ data_directory: string }>('SHOW data_directory')
      found(rows[0]!.data_directory)
    }).catch(failed)
  })
  const rules = readFileSync(join(folder, 'pg_hba.conf'), 'utf8')
  writeFileSync(
    join(folder, 'pg_hba.conf'),
    `hostssl deals scout 127.0.0.1/32 cert\nhost deals all 0.0.0.0/0 reject\n${rules}`,
  )
  let count = 0
  /** Shows a certificate for these names from now on. */
  const serve = async (serverNames: string) => {
    const { cert, key } = authority.issue({ serverNames })
    const { uid, gid } = statSync(folder)
    const put = (name: string, text: string) => {
      const path = join(folder, `${++count}-${name}`)
      writeFileSync(path, text, { mode: 0o600 })
      chownSync(path, uid, gid)
      return path
    }
    const settings = {
      ssl_cert_file: put('crt', cert),
      ssl_key_file: put('key', key),
      ssl_ca_file: put('ca', authority.cert),
    }
    await admin(async (one) => {
      for (const [name, path] of Object.entries({ ...settings, ssl: 'on' }))
        await one.query(`ALTER SYSTEM SET ${name} = '${path}'`)
      await one.query('SELECT pg_reload_conf()')
    })
    await until(async () => (await shownNames(new URL(server.url).port)) === serverNames)
  }
  await serve('DNS:localhost')
  return { server, port: new URL(server.url).port, serve }
}

/** For which names the certificate is that PostgreSQL shows now. */
async function shownNames(port: string): Promise<string | null> {
  const { connect: dial } = await import('node:net')
  const socket = dial(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  // "SSLRequest" of PostgreSQL's protocol.
  socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  if (answer.toString() !== 'S') {
    socket.destroy()
    return null
  }
  const secure = connect({ socket, rejectUnauthorized: false })
  await once(secure, 'secureConnect')
  const names = secure.getPeerCertificate().subjectaltname ?? null
  secure.destroy()
  return names
}

const databaseUrl = (parameters: Record<string, string>) =>
  `postgres://scout@localhost:${postgres.port}/deals?${new URLSearchParams({ sslmode: 'verify-full', ...parameters })}`
const clientFiles = () => ({ sslcert: client.certPath, sslkey: client.keyPath })
const trusted = () => ({ sslrootcert: authority.certPath })

/** What a start with this address says; null where it opens. */
async function opens(connectionString: string): Promise<string | null> {
  try {
    const db = await openDb({
      ...{ connectionString, poolSize: 2, connectTimeoutMs: 5_000, idleTimeoutMs: 1_000 },
      ...{ statementTimeoutMs: 10_000, waitMs: 0, applicationName: 'test', log },
    })
    await db.close()
    return null
  } catch (error) {
    expect(error).toMatchObject({ code: 'database-unreachable' })
    return (error as Error).message
  }
}

describe('PostgreSQL by TLS', () => {
  it('is used with a certificate of the authority that is named, under its name, with ours instead of a password', async (context) => {
    withOpenssl(context)
    expect(await opens(databaseUrl({ ...trusted(), ...clientFiles() }))).toBeNull()
  })

  it('is refused with a certificate of another authority, or for another name, and the start says what to do', async (context) => {
    withOpenssl(context)
    const unknown = /certificate.*sslrootcert.*docs\/security\/tls\.md/s
    expect(await opens(databaseUrl(clientFiles()))).toMatch(unknown)
    expect(await opens(databaseUrl({ sslrootcert: stranger.certPath, ...clientFiles() }))).toMatch(unknown)
    expect(await opens(databaseUrl({ sslrootcert: '/nowhere/ca.crt' }))).toMatch(/\/nowhere\/ca\.crt/)
    await postgres.serve('DNS:elsewhere.example')
    expect(await opens(databaseUrl({ ...trusted(), ...clientFiles() }))).toMatch(
      /localhost.*is for another name.*docs\/security\/tls\.md/s,
    )
    // Which files a connection reads is decided anew for each: a renewed certificate needs no restart.
    await postgres.serve('DNS:localhost')
    expect(await opens(databaseUrl({ ...trusted(), ...clientFiles() }))).toBeNull()
  })

  it('lets in nobody without a certificate of theirs, or with another’s, or without TLS', async (context) => {
    withOpenssl(context)
    expect(await opens(databaseUrl(trusted()))).toMatch(/certificate.*sslcert and sslkey/s)
    const other = authority.issue({ clientName: 'somebody' })
    const files = { sslcert: other.certPath, sslkey: other.keyPath }
    expect(await opens(databaseUrl({ ...trusted(), ...files }))).not.toBeNull()
    expect(await opens(databaseUrl({ sslmode: 'disable' }))).not.toBeNull()
  })
})

/** A Redis that speaks nothing but TLS, with who has a certificate. */
async function startTlsRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-redis-tls-'))
  const { certPath, keyPath } = authority.issue({ serverNames: 'DNS:localhost' })
  const port = await freePort()
  const args = {
    ...{ port: '0', 'tls-port': String(port), bind: '127.0.0.1', save: '', dir: folder },
    ...{ 'tls-cert-file': certPath, 'tls-key-file': keyPath, 'tls-ca-cert-file': authority.certPath },
    'tls-auth-clients': 'yes',
  }
  const child: ChildProcess = spawn(
    redisPath!,
    Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: 'ignore' },
  )
  const ask = (command: string) =>
    new Promise<string>((answer, failed) => {
      const socket = connect({
        host: 'localhost',
        port,
        ca: authority.cert,
        cert: client.cert,
        key: client.key,
      })
      socket.on('error', failed)
      socket.once('data', (data) => {
        answer(data.toString())
        socket.destroy()
      })
      socket.write(`${command}\r\n`)
    })
  await until(() =>
    ask('PING').then(
      (said) => said.startsWith('+PONG'),
      () => false,
    ),
  )
  return {
    port,
    ask,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What Redis answers this, or what the log says why it does not. */
async function pings(url: string, tls?: { cert: string; key: string }): Promise<string> {
  let said = ''
  const lines = pino(
    { level: 'error' },
    {
      write(line: string) {
        said += line
      },
    },
  )
  const opened = await openRedis({ ...{ url, tls, log: lines, connectMs: 3_000, commandMs: 2_000 } })
  try {
    return await opened.run((client) => client.ping())
  } catch (error) {
    expect(error).toMatchObject({ code: 'redis-away' })
    return said
  } finally {
    await opened.close()
  }
}

describe('Redis by TLS', () => {
  it('is used with a certificate of an authority that is known, under its name, with ours; else it is refused', async (context) => {
    withRedis(context)
    const known = getCACertificates('default')
    const { port } = redis!
    try {
      const unknown = /Redis is away: .*certificate/
      expect(await pings(`rediss://localhost:${port}`, client)).toMatch(unknown)
      setDefaultCACertificates([...known, stranger.cert])
      expect(await pings(`rediss://localhost:${port}`, client)).toMatch(unknown)
      setDefaultCACertificates([...known, authority.cert])
      expect(await pings(`rediss://localhost:${port}`, client)).toBe('PONG')
      expect(await pings(`rediss://127.0.0.1:${port}`, client)).toMatch(
        /Redis is away: .*altnames.*127\.0\.0\.1/,
      )
      expect(await pings(`rediss://localhost:${port}`)).not.toBe('PONG')
      expect(await pings(`rediss://localhost:${port}`, stranger.issue({ clientName: 'scout' }))).not.toBe(
        'PONG',
      )
      expect(await pings(`redis://localhost:${port}`)).not.toBe('PONG')
    } finally {
      setDefaultCACertificates(known)
    }
  })
})

it('the whole program runs with a certificate of its own to both, and NODE_EXTRA_CA_CERTS for the authority; with another authority it does not start', async (context) => {
  withRedis(context)
  using folder = dataFolder()
  const env = {
    DATABASE_URL: databaseUrl(clientFiles()),
    REDIS_URL: `rediss://localhost:${redis!.port}`,
    REDIS_TLS_CERT_FILE: client.certPath,
    REDIS_TLS_KEY_FILE: client.keyPath,
    DEAL_SCOUT_OUTBOUND_PLAIN: 'refuse',
    DEAL_SCOUT_DATA: folder.path,
    DEAL_SCOUT_PORT: '0',
    DEAL_SCOUT_DEMO: 'off',
    DATABASE_WAIT_MS: '2000',
    NODE_EXTRA_CA_CERTS: authority.certPath,
  }
  {
    await using program = await startServer({ env })
    expect((await fetch(`${program.address}/readyz`)).status).toBe(200)
    await until(async () => (await redis!.ask('CLIENT LIST')).includes('name=deal-scout'))
    const said = logLines(program.stderr()).map(({ msg }) => msg)
    expect(said.filter((msg) => /certificate|TLS|SSL/i.test(msg))).toEqual([])
  }
  const refused = await run(['start'], { env: { ...env, NODE_EXTRA_CA_CERTS: stranger.certPath } })
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/sslrootcert/)])
})
