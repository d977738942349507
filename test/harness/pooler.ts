import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './port.ts'
import { until } from './until.ts'

/** The PgBouncer of this machine; null where there is none, and a test that needs one is skipped. */
export const pgbouncerPath: string | null =
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
    .map((folder) => join(folder, 'pgbouncer'))
    .find((path) => existsSync(path)) ?? null

export const noPgbouncer = 'there is no PgBouncer on this machine: apt-get install pgbouncer'

export interface Pooler extends AsyncDisposable {
  /** The address of a database through it. */
  through(connectionString: string): string
  port: number
}

/** A PgBouncer in transaction mode, with its defaults, before the server of this address; `poolSize` connections to it. */
export async function startPooler(connectionString: string, poolSize: number): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-pooler-'))
  const { hostname, port, username, password } = new URL(connectionString)
  const login = `user=${decodeURIComponent(username)} password=${decodeURIComponent(password)}`
  const ownPort = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    [
      '[databases]',
      `* = host=${hostname} port=${port} ${login}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${ownPort}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      `default_pool_size = ${poolSize}`,
    ].join('\n'),
  )
  chmodSync(folder, 0o755)
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0
  const child = spawn(pgbouncerPath!, [file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot && { uid: 65_534, gid: 65_534 }),
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'exit')
  const through = throughPort(ownPort)
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended: ${said}`)
    const client = new pg.Client({ connectionString: through(connectionString) })
    client.on('error', () => {})
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    )
  })
  return {
    through,
    port: ownPort,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same database by way of what listens at this port. */
export function throughPort(port: number): (address: string) => string {
  return (address) => {
    const url = new URL(address)
    url.hostname = '127.0.0.1'
    url.port = String(port)
    return url.href
  }
}
