import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { freePort, type Part, part } from '../deploy/try-cluster/part.ts'

const needed = ['/usr/bin/etcd', '/usr/bin/patroni', '/usr/sbin/haproxy', '/usr/lib/postgresql']
export const noPatroni = needed.every((path) => existsSync(path))
  ? null
  : 'apt-get install patroni etcd-server haproxy postgresql'

export interface HighlyAvailable extends AsyncDisposable {
  /** By HAProxy, which leads to whichever is the primary. */
  url: string
  /** The primary and what looks after it are gone at once, as with their machine. Which it was. */
  killPrimary(): Promise<string>
  /** That machine is back. */
  bringBack(name: string): Promise<void>
  /** Of each server itself, whatever it is. */
  urlOf: Readonly<Record<string, string>>
  /** As Patroni says it: by name, `leader`, `sync_standby` or `replica`. */
  roles(): Promise<Record<string, string>>
}

const names = ['one', 'two']
const timings = { ttl: 20, loop_wait: 5, retry_timeout: 5 }

/** Two PostgreSQL servers, the second a synchronous replica of the first, that Patroni and etcd look after, behind HAProxy. */
export async function startHighlyAvailable(): Promise<HighlyAvailable> {
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-patroni-'))
  chmodSync(folder, 0o755)
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const password = randomBytes(12).toString('hex')
  const begin = async (one: Part) => {
    await one.start()
    stack.defer(() => one.stop())
    return one
  }
  const etcd = await freePort()
  await begin(etcdPart(folder, etcd, await freePort()))
  const nodes = await Promise.all(
    names.map(async (name) => ({ name, port: await freePort(), restPort: await freePort() })),
  )
  const parts = new Map<string, Part>()
  // One after the other: the first makes the database, the second copies it.
  for (const node of nodes)
    parts.set(node.name, await begin(patroniPart({ folder, etcd, password, ...node })))
  const port = await freePort()
  await begin(haproxyPart(folder, port, nodes))
  const roles = async () => {
    const { members } = (await ask(nodes)) as { members: { name: string; role: string; state: string }[] }
    return Object.fromEntries(
      members.map(({ name, role, state }) => [name, state === 'running' ? role : state]),
    )
  }
  for (let turn = 0; !Object.values(await roles()).includes('sync_standby'); turn++) {
    if (turn > 300) throw new Error(`there is no synchronous replica: ${JSON.stringify(await roles())}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const moved = stack.move()
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    urlOf: Object.fromEntries(
      nodes.map((one) => [one.name, `postgres://postgres:${password}@127.0.0.1:${one.port}/postgres`]),
    ),
    roles,
    async killPrimary() {
      const found = Object.entries(await roles()).find(([, role]) => role === 'leader')
      if (found === undefined) throw new Error('there is no primary')
      const [name] = found
      process.kill(-parts.get(name)!.pid(), 'SIGKILL')
      process.kill(postmasterOf(folder, name), 'SIGKILL')
      return name
    },
    bringBack: (name) => parts.get(name)!.start(),
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}

async function ask(nodes: readonly { restPort: number }[]): Promise<unknown> {
  for (const { restPort } of nodes) {
    const answer = await fetch(`http://127.0.0.1:${restPort}/cluster`).catch(() => null)
    if (answer?.ok) return answer.json()
  }
  throw new Error('no Patroni answers')
}

const postmasterOf = (folder: string, name: string) =>
  Number(readFileSync(join(folder, name, 'data/postmaster.pid'), 'utf8').split('\n')[0])

function etcdPart(folder: string, port: number, peerPort: number): Part {
  const [client, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`]
  return part({
    ...{ name: 'etcd', cwd: folder, env: {}, logPath: join(folder, 'etcd.log') },
    command: [
      ...(['/usr/bin/etcd', '--data-dir', join(folder, 'etcd'), '--name', 'e'] as const),
      ...['--listen-client-urls', client, '--advertise-client-urls', client],
      ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
      ...['--initial-cluster', `e=${peer}`],
    ],
    isReady: () =>
      fetch(`${client}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
}

interface Node {
  folder: string
  etcd: number
  password: string
  name: string
  port: number
  restPort: number
}

function patroniPart({ folder, etcd, password, name, port, restPort }: Node): Part {
  const own = join(folder, name)
  mkdirSync(own)
  const version = execFileSync('sh', ['-c', 'ls /usr/lib/postgresql | sort -n | tail -1'], {
    encoding: 'utf8',
  })
  const path = join(folder, `${name}.yml`)
  writeFileSync(
    path,
    stringify({
      ...{ scope: 'deal-scout', name, etcd3: { host: `127.0.0.1:${etcd}` } },
      restapi: { listen: `127.0.0.1:${restPort}`, connect_address: `127.0.0.1:${restPort}` },
      bootstrap: {
        dcs: {
          ...{ ...timings, synchronous_mode: true },
          postgresql: { use_pg_rewind: true, parameters: { wal_log_hints: 'on', max_connections: 150 } },
        },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
      },
      postgresql: {
        ...{ listen: `127.0.0.1:${port}`, connect_address: `127.0.0.1:${port}` },
        ...{ data_dir: join(own, 'data'), bin_dir: `/usr/lib/postgresql/${version.trim()}/bin` },
        ...{ pgpass: join(own, 'pgpass'), parameters: { unix_socket_directories: own } },
        pg_hba: [
          'host all all 127.0.0.1/32 scram-sha-256',
          'host replication all 127.0.0.1/32 scram-sha-256',
        ],
        authentication: {
          superuser: { username: 'postgres', password },
          replication: { username: 'replicator', password },
          rewind: { username: 'rewinder', password },
        },
      },
    }),
  )
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const one of [own, path]) chownSync(one, idOf('-u'), idOf('-g'))
  const as = isRoot ? ['/usr/bin/setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []
  const [file, ...args] = [...as, '/usr/bin/patroni', path]
  return part({
    ...{ name: `patroni-${name}`, cwd: own, logPath: join(folder, `${name}.log`) },
    env: { PATH: process.env.PATH ?? '', HOME: own, LANG: 'C.UTF-8' },
    command: [file!, ...args],
    isReady: () =>
      fetch(`http://127.0.0.1:${restPort}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
}

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

function haproxyPart(
  folder: string,
  port: number,
  nodes: readonly { name: string; port: number; restPort: number }[],
) {
  const path = join(folder, 'haproxy.cfg')
  const servers = nodes.map((one) => `  server ${one.name} 127.0.0.1:${one.port} check port ${one.restPort}`)
  writeFileSync(
    path,
    [
      ...['global', '  maxconn 2000', 'defaults', '  mode tcp', '  timeout connect 2s'],
      ...['  timeout client 1h', '  timeout server 1h', 'listen primary', `  bind 127.0.0.1:${port}`],
      ...['  option httpchk OPTIONS /primary', '  http-check expect status 200'],
      // Whoever still talks to a primary of before is to notice.
      ...['  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions', ...servers, ''],
    ].join('\n'),
  )
  return part({
    ...{ name: 'haproxy', cwd: folder, env: {}, logPath: join(folder, 'haproxy.log') },
    command: ['/usr/sbin/haproxy', '-db', '-f', path],
    isReady: () =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
        socket.once('connect', () => socket.destroy())
      }),
  })
}
