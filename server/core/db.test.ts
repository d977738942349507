import { connect as connectTo, createServer, type Socket } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { type Db, type DbOptions, openDb, type Tx } from './db.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await testDatabase({ empty: true })
  db = database.db
  await db.query('CREATE TABLE t (n int PRIMARY KEY)')
})
afterAll(() => database[Symbol.asyncDispose]())

function options(over: Partial<DbOptions> = {}): DbOptions {
  return {
    connectionString: database.connectionString,
    poolSize: 2,
    connectTimeoutMs: 2000,
    idleTimeoutMs: 5000,
    statementTimeoutMs: 5000,
    waitMs: 0,
    applicationName: 'db-test',
    log,
    ...over,
  }
}

async function using(over: Partial<DbOptions>, run: (db: Db) => Promise<void>): Promise<void> {
  const opened = await openDb(options(over))
  try {
    await run(opened)
  } finally {
    await opened.close()
  }
}

/** The connection string with parts replaced. */
function urlWith(change: (url: URL) => void): string {
  const url = new URL(database.connectionString)
  change(url)
  return url.href
}

async function failure(over: Partial<DbOptions>): Promise<{ code: string; message: string }> {
  const opened = await openDb(options(over)).catch((error) => error)
  if (!(opened instanceof Error)) {
    await opened.close()
    throw new Error('it opened')
  }
  return opened as never
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What PostgreSQL answers while it recovers. */
const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0')
const startingUp = Buffer.concat([Buffer.from([0x45, 0, 0, 0, fields.length + 4]), fields])

describe('opening', () => {
  it('waits for a database that refuses, then hangs up, then is starting up, then is there', async () => {
    const port = await freePort()
    const sockets = new Set<Socket>()
    let connections = 0
    const gate = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
      if (++connections === 1) return void socket.destroy()
      if (connections === 2) return void socket.end(startingUp)
      const upstream = new URL(database.connectionString)
      const through = socket.pipe(connectTo(Number(upstream.port), upstream.hostname))
      through.pipe(socket)
      for (const end of [socket, through]) end.on('error', () => {})
    })
    const opening = openDb(
      options({ connectionString: urlWith((url) => Object.assign(url, { port })), waitMs: 10_000 }),
    )
    await until(async () => (gate.listening ? true : void gate.listen(port, '127.0.0.1')))
    const opened = await opening
    expect((await opened.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(connections).toBeGreaterThan(2)
    await opened.close()
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => gate.close(resolve))
  })

  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'a wrong password',
      (url) => Object.assign(url, { password: 'hunter2-wrong' }),
      /user or password is wrong.*percent-encoded/,
    ],
    ['an unknown database', (url) => Object.assign(url, { pathname: '/nowhere' }), /database does not exist/],
    [
      'an unknown host',
      (url) => Object.assign(url, { hostname: 'no-such-host.invalid' }),
      /host name is unknown/,
    ],
  ])('says in a plain sentence what is wrong with %s, without the password', async (_, change, sentence) => {
    const { code, message } = await failure({ connectionString: urlWith(change) })
    expect({ code, message }).toMatchObject({
      code: 'database-unreachable',
      message: expect.stringMatching(sentence),
    })
    expect(message).not.toContain('hunter2')
    expect(message).not.toContain(new URL(database.connectionString).password || 'hunter2')
  })

  it('says that nothing answers at a wrong port, once it has waited long enough', async () => {
    const port = await freePort()
    const startedAt = Date.now()
    const { message } = await failure({
      connectionString: urlWith((url) => Object.assign(url, { port })),
      waitMs: 300,
    })
    expect(message).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}/.*Nothing answered there`))
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(300)
  })

  it('does not wait for ever for something that takes the connection and says nothing', async () => {
    const sockets: Socket[] = []
    const mute = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const { port } = mute.address() as { port: number }
    const { message } = await failure({
      connectionString: urlWith((url) => Object.assign(url, { port })),
      connectTimeoutMs: 200,
    })
    expect(message).toContain('Nothing answered there')
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => mute.close(resolve))
  })
})

describe('querying', () => {
  it('cancels a statement that takes too long and goes on', () =>
    using({ statementTimeoutMs: 100 }, async (quick) => {
      await expect(quick.query('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout')
      expect((await quick.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    }))

  it('fails in time when every connection is taken, and works again when one is back', () =>
    using({ poolSize: 1, connectTimeoutMs: 200 }, async (small) => {
      await small.transaction(async () => {
        await expect(small.query('SELECT 1')).rejects.toMatchObject({
          code: 'database-away',
          status: 503,
          cause: { message: expect.stringContaining('timeout') },
        })
        expect(small.poolCounts()).toMatchObject({ total: 1, idle: 0 })
      })
      expect((await small.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    }))

  it('gives int8 as a number, the rows of every statement of a text, and the count of the last', async () => {
    expect((await db.query('SELECT 9007199254740991::int8 AS big')).rows).toEqual([{ big: 9007199254740991 }])
    expect(await db.query('SELECT 1 AS a; SELECT 2 AS a UNION SELECT 3')).toMatchObject({
      rows: [{ a: 1 }, { a: 2 }, { a: 3 }],
      rowCount: 2,
    })
  })
})

describe('transactions', () => {
  it('roll back on an error, and what waits for the commit does not run', async () => {
    const after: string[] = []
    const failing = db.transaction(async (tx) => {
      await tx.query('INSERT INTO t VALUES (1)')
      tx.afterCommit(() => after.push('ran'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await db.query('SELECT * FROM t')).rows).toEqual([])
    expect(after).toEqual([])
  })

  it('run what waits for the commit after it; an error there does not undo or hide the commit', async () => {
    const after: string[] = []
    const result = await db.transaction(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('late')
      })
      tx.afterCommit(() => after.push('ran'))
      await tx.query('INSERT INTO t VALUES (2)')
      return 'done'
    })
    expect([result, after]).toEqual(['done', ['ran']])
    expect((await db.query('DELETE FROM t RETURNING n')).rows).toEqual([{ n: 2 }])
  })

  /** Two that hold one row each and want the other's; returns how often each ran and what followed the commits. */
  async function deadlock(between: { swallow?: boolean; wrap?: boolean } = {}) {
    await db.query('CREATE TABLE IF NOT EXISTS pair (n int PRIMARY KEY, value int NOT NULL)')
    await db.query(
      'INSERT INTO pair VALUES (1, 0), (2, 0) ON CONFLICT (n) DO UPDATE SET value = excluded.value',
    )
    const holds = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const runs = [0, 0]
    const after: number[] = []
    const raise = (tx: Tx, n: number) => tx.query('UPDATE pair SET value = value + 1 WHERE n = $1', [n])
    const one = (which: 0 | 1) =>
      db.transaction(async (tx) => {
        runs[which]!++
        tx.afterCommit(() => after.push(which))
        await raise(tx, which + 1)
        holds[which]!.resolve()
        await holds[1 - which]!.promise
        await raise(tx, 2 - which).catch((error: Error) => {
          if (between.swallow) return
          throw between.wrap ? new Error('it could not be raised', { cause: error }) : error
        })
        return which
      })
    const results = await Promise.all([one(0), one(1)])
    const { rows } = await db.query<{ n: number; value: number }>('SELECT n, value FROM pair ORDER BY n')
    return { runs, after, results, rows }
  }

  it.each([{}, { wrap: true }, { swallow: true }])(
    'that deadlock both succeed: the one that gave way runs again, and what follows its commit happens once (%o)',
    async (between) => {
      const { runs, after, results, rows } = await deadlock(between)
      expect(results).toEqual([0, 1])
      expect([...runs].sort()).toEqual([1, 2])
      expect([...after].sort()).toEqual([0, 1])
      expect(rows).toEqual([
        { n: 1, value: 2 },
        { n: 2, value: 2 },
      ])
    },
  )

  it('a statement outside of a transaction that a deadlock made give way runs again', async () => {
    await db.query('CREATE TABLE lone (n int PRIMARY KEY, value int NOT NULL)')
    await db.query('INSERT INTO lone VALUES (1, 0), (2, 0)')
    const raise = (n: number) => `UPDATE lone SET value = value + 1 WHERE n = ${n};`
    let statement: Promise<unknown> | undefined
    let runs = 0
    await db.transaction(async (tx) => {
      runs++
      // The other one looks for a deadlock first, and is the one that gives way.
      await tx.query(`SET LOCAL deadlock_timeout = '20s'`)
      await tx.query(raise(2))
      // Several statements in one text are one transaction.
      statement ??= db.query(`/* the lone one */ ${raise(1)} ${raise(2)}`)
      await until(
        async () =>
          (
            await db.query(
              `SELECT FROM pg_stat_activity WHERE query LIKE '/* the lone one%' AND wait_event_type = 'Lock'`,
            )
          ).rowCount > 0,
      )
      await tx.query(raise(1))
    })
    await statement
    expect(runs).toBe(1)
    expect((await db.query('SELECT value FROM lone ORDER BY n')).rows).toEqual([{ value: 2 }, { value: 2 }])
  })

  it('that always give way end with that error after a few tries', async () => {
    let runs = 0
    const run = db.transaction(async (tx) => {
      runs++
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$`)
    })
    await expect(run).rejects.toMatchObject({ code: '40001' })
    expect(runs).toBe(6)
  }, 20_000)

  it('do not pass for committed when an error in them was swallowed', async () => {
    const after: string[] = []
    const swallowing = db.transaction(async (tx) => {
      tx.afterCommit(() => after.push('ran'))
      await tx.query('INSERT INTO t VALUES (3)')
      await tx.query('INSERT INTO t VALUES (3)').catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('rolled back')
    expect((await db.query('SELECT * FROM t')).rows).toEqual([])
    expect(after).toEqual([])
  })

  it('fail when their connection is killed, and the pool goes on', () =>
    using({ poolSize: 1 }, async (small) => {
      const killed = small.transaction(async (tx) => {
        const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
        await tx.query('INSERT INTO t VALUES (4)')
        await db.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid])
        await tx.query('SELECT 1')
      })
      await expect(killed).rejects.toThrow()
      expect((await small.query('SELECT * FROM t')).rows).toEqual([])
    }))

  it('survive the end of an idle connection', () =>
    using({ poolSize: 1 }, async (small) => {
      const { rows } = await small.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await db.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid])
      await until(async () => small.poolCounts().total === 0)
      expect((await small.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    }))
})

describe('listening', () => {
  it('hears notifications, and after its connection was killed calls back and hears again', async () => {
    const heard: string[] = []
    const listening = await db.listen('odd "channel"', (payload) => heard.push(payload))
    expect(heard).toEqual([''])
    const notify = (payload: string) => db.query('SELECT pg_notify($1, $2)', ['odd "channel"', payload])
    await notify('one')
    await until(async () => heard.length === 2)
    await db.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    )
    await until(async () => heard.length === 3)
    await notify('two')
    await until(async () => heard.length === 4)
    await listening.close()
    await notify('three')
    expect(heard).toEqual(['', 'one', '', 'two'])
    const { rows } = await until(async () => {
      const left = await db.query(
        "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
      )
      return left.rows.length === 0 && left
    })
    expect(rows).toEqual([])
  })
})
