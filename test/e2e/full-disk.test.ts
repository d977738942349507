import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { until } from '../harness/app.ts'
import { dataFolder, isRunning, logLines, startServer } from '../harness/program.ts'
import { canMount, mountTmpfs } from '../harness/tmpfs.ts'

it.skipIf(!canMount)(
  'a full disk kills the embedded database, not the program: it answers 503, says so once a minute, and goes on once there is room',
  async () => {
    using folder = dataFolder()
    const path = join(folder.path, 'disk')
    using disk = smallDisk(path)
    await using server = await startServer({
      cwd: folder.path,
      env: { DEAL_SCOUT_DATA: path, DEAL_SCOUT_PORT: '0' },
    })
    const status = async () => (await fetch(`${server.address}/api/rules`)).status
    const { pid, port } = disk.database()
    const before = server.stderr().length
    await using client = await connected(port, readFileSync(join(path, 'postgres-password'), 'utf8').trim())

    disk.fill()
    // Until the write-ahead log has no room for a further segment, which the server does not survive.
    await until(async () => {
      await client
        .query(`SELECT pg_logical_emit_message(false, 'fill', repeat('x', 1000000))`)
        .catch(() => {})
      return !isRunning(pid)
    })
    const seen = new Set<number>()
    const awayAt = performance.now()
    await until(async () => {
      seen.add(await status())
      return performance.now() - awayAt > 15_000
    })
    // What is up between two crashes answers.
    expect([...seen].filter((one) => one !== 200)).toEqual([503])

    disk.free()
    await until(async () => (await status()) === 200, 60_000)
    await until(async () => server.stderr().includes('The database is back after'), 60_000)
    expect(disk.database().port).toBe(port)
    const written = server.stderr().slice(before)
    const said = logLines(written).filter(({ level }) => level >= 40)
    expect(said.map(({ msg }) => msg.split(':')[0])).toEqual(expect.arrayContaining(['The database is away']))
    expect(said.length, said.map(({ msg }) => msg).join('\n')).toBeLessThan(12)
    expect(written.length).toBeLessThan(30_000)
    process.stderr.write(`full disk: ${said.length} warnings, ${written.length} bytes of log\n`)
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  },
)

/** A disk on which an embedded database has room, until it is filled. */
function smallDisk(path: string) {
  const unmount = mountTmpfs(path, '220m')
  const hog = join(path, 'hog')
  const database = () => {
    const [pid, , , port] = readFileSync(join(path, 'postgres/postmaster.pid'), 'utf8')
      .split('\n')
      .map(Number)
    return { pid: pid!, port: port! }
  }
  return {
    database,
    fill: () => execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=64k 2>/dev/null || true', 'sh', hog]),
    free: () => rmSync(hog),
    [Symbol.dispose]() {
      try {
        process.kill(database().pid, 'SIGKILL')
      } catch {
        // It has stopped, as it should.
      }
      unmount()
    },
  }
}

async function connected(port: number, password: string) {
  const client = new pg.Client({
    connectionString: `postgres://deal_scout:${password}@127.0.0.1:${port}/deal_scout`,
  })
  client.on('error', () => {})
  await client.connect()
  return Object.assign(client, {
    async [Symbol.asyncDispose]() {
      await client.end().catch(() => {})
    },
  })
}
