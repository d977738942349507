import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { writeNginxFiles } from './nginx-files.ts'
import { freePort, type Part, part } from './part.ts'

/** What deploy/compose.prod.yaml starts of Deal Scout, in the order in which it is started here. */
const roles = {
  scheduler: 'scheduler',
  'worker-1': 'worker',
  'worker-2': 'worker',
  'api-1': 'api',
  'api-2': 'api',
}
export type PartName = keyof typeof roles | 'redis' | 'nginx'

export interface ClusterOptions {
  /** Where everything is kept: data, secrets, certificate, logs. */
  folder: string
  /** Default: an embedded PostgreSQL in that folder, which the scheduler runs. */
  databaseUrl?: string
  /** Where one of them finds it instead. */
  databaseUrlOf?: Partial<Record<PartName, string>>
  /** Where nginx listens. */
  httpsPort: number
  /** Options of Deal Scout besides. */
  env?: Record<string, string>
  say?: (line: string) => void
}

export interface Cluster extends AsyncDisposable {
  address: string
  /** The certificate by which nginx shows who it is; it is its own authority. */
  certPath: string
  /** Of each process of Deal Scout, the port for who runs it. */
  opsPorts: Readonly<Record<string, number>>
  /** By name, nginx and Redis among them. */
  pids(): Record<string, number>
  /** Stops one in order, where it still runs, starts it again, and waits until it is ready. */
  restart(name: PartName): Promise<void>
  /** To it and to all that it started. */
  signal(name: PartName, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void
  /** `deal-scout …` with the cluster's settings: its exit code and output. */
  command(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }>
}

const launcher = join(import.meta.dirname, '../../bin/deal-scout.js')

/** Starts all of it; whatever of it runs already is stopped if one does not start. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, httpsPort, say = () => {} } = options
  const [nginx, redis, openssl] = [
    program('nginx'),
    program('redis-server', 'valkey-server'),
    program('openssl'),
  ]
  for (const name of ['data', 'logs', 'nginx', 'redis', 'secrets'])
    mkdirSync(join(folder, name), { recursive: true, mode: name === 'data' ? 0o711 : 0o700 })
  const address = `https://localhost:${httpsPort}`
  const certificate = makeCertificate(openssl, folder)
  const redisPort = await freePort()
  const env = { PATH: process.env.PATH ?? '', ...settings(options, address, redisPort) }

  const started: Part[] = []
  const close = async () => {
    for (const one of started.toReversed()) await one.stop()
  }
  const begin = async (one: Part): Promise<Part> => {
    started.push(one)
    await one.start()
    say(`${one.name} runs (pid ${one.pid()})`)
    return one
  }
  try {
    await begin(redisPart(redis, folder, redisPort))
    const programs = new Map<string, Part>()
    const upstreams: string[] = []
    const opsPorts: Record<string, number> = {}
    for (const [name, role] of Object.entries(roles)) {
      const [port, opsPort] = [await freePort(), await freePort()]
      opsPorts[name] = opsPort
      if (role === 'api') upstreams.push(`http://127.0.0.1:${port}`)
      const own = { ...env, ...ownDatabase(options, name as PartName) }
      programs.set(name, programPart({ name, role, port, opsPort, folder, env: own }))
    }
    const { scheduler, ...others } = Object.fromEntries(programs)
    // It has the embedded database, and makes the tables.
    await begin(scheduler!)
    const begun = await Promise.allSettled(Object.values(others).map(begin))
    for (const one of begun) if (one.status === 'rejected') throw one.reason
    await begin(
      part({
        ...{ name: 'nginx', cwd: folder, env: {}, logPath: join(folder, 'logs/nginx.log') },
        command: [
          nginx,
          ...writeNginxFiles({
            ...{ folder: join(folder, 'nginx'), name: 'localhost', certificate, upstreams },
            ...{ tlsPort: httpsPort, httpPort: await freePort() },
          }),
        ],
        isReady: () => isListening(httpsPort),
      }),
    )
    const named = (name: PartName) => started.find((one) => one.name === name)!
    return {
      ...{ address, certPath: certificate.certPath, opsPorts },
      pids: () => Object.fromEntries(started.map((one) => [one.name, one.pid()])),
      async restart(name) {
        const one = named(name)
        await one.stop()
        await one.start()
      },
      signal: (name, signal) => void process.kill(-named(name).pid(), signal),
      command: (args) =>
        new Promise((resolve) => {
          const child = execFile(
            process.execPath,
            [launcher, ...args],
            { env, cwd: folder },
            (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
          )
        }),
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** As deploy/compose.prod.yaml has them, secrets by file among them, but for where things are. */
function settings(
  { folder, databaseUrl, env = {} }: ClusterOptions,
  address: string,
  redisPort: number,
): Record<string, string> {
  const written = (name: string, text: string) => writeSecret(folder, name, text)
  /** Drawn once. */
  const secret = (name: string, draw: () => string) => {
    const path = join(folder, 'secrets', name)
    return existsSync(path) ? path : written(name, draw())
  }
  const password = readFileSync(
    secret('valkey-password', () => randomBytes(24).toString('hex')),
    'utf8',
  )
  return {
    DEAL_SCOUT_BASE_URL: address,
    DEAL_SCOUT_DATA: join(folder, 'data'),
    DEAL_SCOUT_LOG_FORMAT: 'json',
    DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1',
    REDIS_URL_FILE: written('redis-url', `redis://:${password}@127.0.0.1:${redisPort}`),
    DEAL_SCOUT_SECRET_KEYS_FILE: secret('secret-keys', () => randomBytes(32).toString('base64')),
    DEAL_SCOUT_METRICS_TOKEN_FILE: secret('metrics-token', () => randomBytes(24).toString('hex')),
    ...(databaseUrl !== undefined && { DATABASE_URL_FILE: written('database-url', databaseUrl) }),
    ...env,
  }
}

function writeSecret(folder: string, name: string, text: string): string {
  const path = join(folder, 'secrets', name)
  writeFileSync(path, text, { mode: 0o600 })
  return path
}

function ownDatabase({ folder, databaseUrlOf = {} }: ClusterOptions, name: PartName): Record<string, string> {
  const url = databaseUrlOf[name]
  return url === undefined ? {} : { DATABASE_URL_FILE: writeSecret(folder, `database-url-${name}`, url) }
}

interface ProgramPart {
  name: string
  role: string
  port: number
  opsPort: number
  folder: string
  env: Record<string, string>
}

function programPart({ name, role, port, opsPort, folder, env }: ProgramPart): Part {
  return part({
    ...{ name, cwd: folder, logPath: join(folder, `logs/${name}.log`) },
    command: [process.execPath, launcher, 'start'],
    env: {
      // By then nginx has noticed that the other one is back.
      ...(role === 'api' && { DEAL_SCOUT_DRAIN_MS: '5000' }),
      ...env,
      ...{ DEAL_SCOUT_ROLES: role, DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_OPS_PORT: String(opsPort) },
      // The first brings the tables up to date.
      ...(role !== 'scheduler' && { DATABASE_MIGRATE: 'wait' }),
    },
    isReady: () =>
      fetch(`http://127.0.0.1:${opsPort}/readyz`).then(
        ({ status }) => status === 200,
        () => false,
      ),
  })
}

function redisPart(path: string, folder: string, port: number): Part {
  const conf = join(folder, 'redis/redis.conf')
  const password = readFileSync(join(folder, 'secrets/valkey-password'), 'utf8')
  const lines = ['bind 127.0.0.1', `port ${port}`, `dir ${join(folder, 'redis')}`, `requirepass ${password}`]
  writeFileSync(
    conf,
    [...lines, 'appendonly yes', 'maxmemory 256mb', 'maxmemory-policy volatile-ttl', ''].join('\n'),
    {
      mode: 0o600,
    },
  )
  return part({
    ...{ name: 'redis', cwd: folder, env: {}, logPath: join(folder, 'logs/redis.log') },
    command: [path, conf],
    isReady: () => isListening(port),
  })
}

function makeCertificate(openssl: string, folder: string): { certPath: string; keyPath: string } {
  const [certPath, keyPath] = [join(folder, 'nginx/localhost.crt'), join(folder, 'nginx/localhost.key')]
  if (!existsSync(certPath))
    execFileSync(
      openssl,
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '30',
        ],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
        ...['-keyout', keyPath, '-out', certPath],
      ],
      { stdio: 'pipe' },
    )
  return { certPath, keyPath }
}

function program(...names: string[]): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
  if (found === undefined)
    throw new Error(`there is no ${names[0]} on this machine: apt-get install ${names[0]}`)
  return found
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
