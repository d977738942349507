import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { Ajv } from 'ajv'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadAllAdapters } from '../../server/app/adapters.ts'
import { loadConfig } from '../../server/app/config.ts'
import { makeAuthority, noOpenssl, opensslPath } from '../harness/certificates.ts'
import { nginxPath, noNginx } from '../harness/nginx.ts'
import { freePort } from '../harness/port.ts'
import { noRedis, redisPath } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { isTestCode } from '../source-text.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const run = promisify(execFile)
const manifest = JSON.parse(read('package.json')) as { version: string; devDependencies: { node: string } }

describe('the Dockerfile', () => {
  const file = DockerfileParser.parse(read('Dockerfile'))
  const all = file.getInstructions()
  const last = (keyword: string) => all.findLast((one) => one.getKeyword() === keyword)!
  const argumentsOf = (one: Instruction) => one.getArgumentsContent() ?? ''
  const of = (keyword: string) => all.filter((one) => one.getKeyword() === keyword).map(argumentsOf)

  it('stands on the very Node that package.json pins, in every stage', () => {
    expect(of('ARG')[0]).toBe(`NODE_IMAGE=node:${manifest.devDependencies.node}-bookworm-slim`)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the file
    expect(of('FROM')).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE}'])
    expect(of('ARG')).toContain(`VERSION=${manifest.version}`)
  })

  it('runs as somebody who is not root, owns nothing of the program, and is named by number', () => {
    expect(argumentsOf(last('USER'))).toBe('10001:10001')
    const user = all.lastIndexOf(last('USER'))
    expect(all.slice(user).filter((one) => ['COPY', 'RUN', 'ADD'].includes(one.getKeyword()))).toEqual([])
    expect(read('Dockerfile')).not.toMatch(/--ch(?:own|mod)/)
  })

  it('is told to stop and asked for its health without a shell between', () => {
    for (const keyword of ['ENTRYPOINT', 'CMD'])
      expect(JSON.parse(argumentsOf(last(keyword)))).toHaveLength(1)
    expect(argumentsOf(last('STOPSIGNAL'))).toBe('SIGTERM')
    const [, command] = /CMD (\[.*\])$/.exec(argumentsOf(last('HEALTHCHECK')))!
    const [program, script] = JSON.parse(command!) as string[]
    expect(program).toBe('node')
    expect(existsSync(join(root, script!.replace('/opt/deal-scout/', '')))).toBe(true)
  })

  it('fetches nothing but the packages of the lock file, with their install scripts, and holds no secret', () => {
    expect(of('ADD')).toEqual([])
    const commands = of('RUN').join('\n')
    expect(commands).toContain('npm ci --omit=dev')
    expect(commands).not.toMatch(/curl|wget|apt|npm (?:i|install)\b|ignore-scripts/)
    expect([...of('ENV'), ...of('ARG')].join('\n')).not.toMatch(/TOKEN|PASSWORD|SECRET|DATABASE|REDIS/i)
  })

  it('has a label that leads to the bill of materials', () => {
    const [, label] = /io\.deal-scout\.sbom="([^"]+)"/.exec(of('LABEL').join('\n'))!
    expect(label).toBe('/opt/deal-scout/sbom.cdx.json')
    expect(of('RUN').join('\n')).toMatch(/npm sbom --sbom-format cyclonedx > sbom\.cdx\.json/)
  })
})

it('the image is built of everything that its code imports, and of nothing else', () => {
  const lines = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines[0]).toBe('*')
  const taken = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
  expect(taken.filter((path) => !existsSync(join(root, path)))).toEqual([])
  const sources = ['bin', 'server', 'web', 'clients'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|js)$/.test(name) && !isTestCode(name) && !name.startsWith('dist/'))
      .map((name) => join(folder, name)),
  )
  expect(sources.length).toBeGreaterThan(500)
  const reached = sources.flatMap((path) =>
    [...read(path).matchAll(/(?:from|import\(?)\s*'(\.{1,2}\/[^']+)'/g)].map(([, to]) =>
      normalize(join(dirname(path), to!)),
    ),
  )
  const left = reached.filter((path) => !taken.some((one) => path === one || path.startsWith(`${one}/`)))
  expect([...new Set(left)].filter((path) => /^[\w.-]+\//.test(path))).toEqual([])
  // What building the service worker reads.
  expect(taken).toContain('tsconfig.json')
})

it('health is asked at the port for operators, and anything but a good answer is bad', async () => {
  let status = 200
  const asked: string[] = []
  const server = createServer(({ url }, answer) => {
    asked.push(url!)
    answer.writeHead(status).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const health = (...args: string[]) =>
    run(process.execPath, [join(root, 'deploy/container/health.ts'), ...args], {
      env: { DEAL_SCOUT_OPS_PORT: String(port) },
    }).then(
      () => 0,
      (error: { code: number }) => error.code,
    )
  expect([await health(), await health('readyz')]).toEqual([0, 0])
  status = 503
  expect(await health('readyz')).toBe(1)
  expect(asked).toEqual(['/livez', '/readyz', '/readyz'])
  server.close()
  await once(server, 'close')
  expect(await health()).toBe(1)
})

interface Service {
  image?: string
  build?: string
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  secrets?: string[]
  networks?: string[] | Record<string, { ipv4_address?: string } | null>
  depends_on?: string[] | Record<string, unknown>
  healthcheck?: { disable?: boolean; test?: string[] }
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  mem_limit?: string
  cpus?: number
  pids_limit?: number
  restart?: string
  init?: boolean
  stop_grace_period?: string
  logging?: { options: Record<string, string> }
}

interface Compose {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean } | null>
  volumes: Record<string, null>
  secrets: Record<string, { file: string }>
}

const compose = (path: string) => parse(read(path), { merge: true }) as Compose
const prod = compose('deploy/compose.prod.yaml')
const services = Object.entries(prod.services)
const programs = services.filter(([, { image }]) => image?.includes('DEAL_SCOUT_IMAGE'))
const networksOf = ({ networks = [] }: Service) =>
  Array.isArray(networks) ? networks : Object.keys(networks)

let made: string
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'deal-scout-made-'))
  if (opensslPath !== null) await prepare('deals.test')
})
afterAll(() => rmSync(made, { recursive: true, force: true }))
const prepare = (name: string) => run(join(root, 'deploy/compose/prepare.sh'), [name, made])
const madeText = (path: string) => readFileSync(join(made, path), 'utf8')

describe('the compose files', () => {
  it('are what the Compose Specification says they may be', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    // The linter's rules of style are not ours; the schema that it brings is the specification's own.
    const { $schema, ...schema } = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json'))
    expect($schema).toBe('https://json-schema.org/draft-07/schema')
    const isCompose = ajv.compile(schema)
    for (const path of ['compose.yaml', 'deploy/compose.prod.yaml'])
      expect([path, isCompose(compose(path)), isCompose.errors]).toEqual([path, true, null])
    expect(isCompose({ services: { one: { image: 'x', memory_limit: '1g' } } })).toBe(false)
  })

  it('bound what each container may take and keep, and let it do nothing that it needs not', () => {
    const every = [...services, ...Object.entries(compose('compose.yaml').services)]
    expect(every.length).toBeGreaterThan(16)
    for (const [name, one] of every) {
      expect([name, one.mem_limit, one.cpus, one.pids_limit, one.restart, one.logging?.options]).toEqual([
        ...[name, expect.stringMatching(/^\d+[mg]$/), expect.any(Number), expect.any(Number)],
        ...[expect.any(String), { 'max-size': expect.any(String), 'max-file': expect.any(String) }],
      ])
      expect([name, one.security_opt]).toEqual([name, ['no-new-privileges:true']])
      // The database's own start changes owners of files, and becomes somebody else.
      if (name !== 'postgres') expect([name, one.read_only]).toEqual([name, true])
      if (!['postgres', 'valkey'].includes(name)) expect([name, one.cap_drop]).toEqual([name, ['ALL']])
      if (one.build === undefined && !one.image!.startsWith('$'))
        expect(one.image).toMatch(/:v?\d+\.\d+[\w.-]*$/)
      const isAsked = one.healthcheck?.test !== undefined || one.build !== undefined
      if (!name.endsWith('-exporter') && name !== 'migrate') expect([name, isAsked]).toEqual([name, true])
    }
  })

  it('let people in at nginx alone, and nobody from outside at what holds data', () => {
    for (const [name, { ports = [] }] of services)
      for (const port of ports)
        if (name !== 'nginx') expect([name, port]).toEqual([name, expect.stringMatching(/^127\.0\.0\.1:/)])
    expect(prod.services.nginx!.ports).toEqual(['80:80', '443:443'])
    for (const network of ['front', 'data', 'watch'])
      expect(prod.networks[network]).toMatchObject({ internal: true })
    for (const name of ['postgres', 'valkey']) expect(networksOf(prod.services[name]!)).toEqual(['data'])
    expect(networksOf(prod.services.nginx!)).not.toContain('data')
    const named = services.flatMap(([, one]) => networksOf(one))
    expect(new Set(named)).toEqual(new Set(Object.keys(prod.networks)))
  })

  it('start two that answer, two that work and one that plans, each with options that the program takes, and secrets by file', async (context) => {
    context.skip(opensslPath === null, noOpenssl)
    const { marketplaces, channels } = await loadAllAdapters()
    const adapterOptions = [...marketplaces.values(), ...channels.values()].flatMap(({ options }) => options)
    const roles = programs.flatMap(([, { environment }]) => environment?.DEAL_SCOUT_ROLES ?? [])
    expect(roles.toSorted()).toEqual(['api', 'api', 'scheduler', 'worker', 'worker'])
    for (const [name, one] of programs) {
      const env = Object.fromEntries(
        Object.entries(one.environment!).map(([key, value]) => [
          key,
          value
            .replace('/run/secrets', join(made, 'secrets'))
            .replace(/\$\{DEAL_SCOUT_NAME:[^}]*\}/, 'deals.test'),
        ]),
      )
      const config = loadConfig({ env, adapterOptions, cwd: made })
      expect([name, config.baseUrl]).toEqual([name, 'https://deals.test'])
      expect(config.databaseUrl).toBe(
        `postgres://deal_scout:${madeText('secrets/postgres-password')}@postgres:5432/deal_scout`,
      )
      expect(config.secretKeys).toHaveLength(1)
      expect(Buffer.from(config.secretKeys![0]!, 'base64')).toHaveLength(32)
      const seconds = Number(/^(\d+)s$/.exec(one.stop_grace_period ?? '40s')![1])
      expect(seconds * 1000).toBeGreaterThanOrEqual(config.drainMs + 30_000)
      expect(one.init).toBe(true)
      for (const secret of Object.values(one.environment!).filter((value) =>
        value.startsWith('/run/secrets/'),
      ))
        expect(one.secrets).toContain(secret.replace('/run/secrets/', ''))
    }
    for (const [name, { environment = {} }] of services)
      for (const [key, value] of Object.entries(environment))
        if (/PASS|KEY|TOKEN|_URL$/.test(key) && key !== 'DEAL_SCOUT_BASE_URL')
          expect([name, key, value]).toEqual([
            name,
            expect.stringMatching(/_FILE$/),
            expect.stringMatching(/^\/run\/secrets\//),
          ])
  })

  it('read only files that are in the repository or made by prepare.sh, which keeps what it made', async (context) => {
    context.skip(opensslPath === null, noOpenssl)
    const sources = [
      ...services.flatMap(([, { volumes = [] }]) => volumes.map((one) => one.split(':')[0]!)),
      ...Object.values(prod.secrets).map(({ file }) => file),
    ].filter((path) => path.startsWith('./'))
    expect(sources.length).toBeGreaterThan(12)
    const placeOf = (path: string) =>
      path.startsWith('./compose/made')
        ? join(made, path.slice('./compose/made'.length))
        : join(root, 'deploy', path)
    expect(sources.filter((path) => !existsSync(placeOf(path)))).toEqual([])
    const used = services.flatMap(([, { secrets = [] }]) => secrets)
    expect(new Set(used)).toEqual(new Set(Object.keys(prod.secrets)))
    expect(statSync(made).mode & 0o777).toBe(0o700)
    const before = readdirSync(join(made, 'secrets')).map((name) => madeText(`secrets/${name}`))
    await prepare('deals.test')
    expect(readdirSync(join(made, 'secrets')).map((name) => madeText(`secrets/${name}`))).toEqual(before)
    for (const name of ['Deals.test', 'a b', '-x', 'x/$(id)', "x';y"])
      await expect(prepare(name)).rejects.toMatchObject({ code: 2 })
  })

  it('give nginx files that it takes, with the addresses of those that answer', async (context) => {
    context.skip(nginxPath === null, noNginx)
    context.skip(opensslPath === null, noOpenssl)
    const address = (name: string) =>
      (prod.services[name]!.networks as Record<string, { ipv4_address: string }>).front!.ipv4_address
    const upstream = madeText('nginx/deal-scout-upstream.conf')
    expect([...upstream.matchAll(/server ([\d.]+):3000/g)].map(([, ip]) => ip)).toEqual(
      ['api-1', 'api-2'].map(address),
    )
    for (const name of ['api-1', 'api-2'])
      expect(prod.services[name]!.environment!.DEAL_SCOUT_TRUSTED_PROXIES).toBe(address('nginx'))
    using authority = makeAuthority()
    const { certPath, keyPath } = authority.issue({ serverNames: 'DNS:deals.test' })
    const confs = readdirSync(join(made, 'nginx'))
      .map((name) => madeText(`nginx/${name}`))
      .join('\n')
    expect(confs).not.toContain('deals.example')
    expect(confs).toContain('if (-f /etc/nginx/conf.d/deal-scout-maintenance)')
    const text = confs
      .replace('/etc/letsencrypt/live/deals.test/fullchain.pem', certPath)
      .replace('/etc/letsencrypt/live/deals.test/privkey.pem', keyPath)
      .replace('/var/cache/deal-scout-assets', join(made, 'assets'))
      .replaceAll(/\/dev\/std(?:out|err)/g, join(made, 'nginx.log'))
    writeFileSync(join(made, 'nginx.conf'), `pid ${made}/pid;\nevents {}\nhttp {\n${text}\n}\n`)
    const { stderr } = await run(nginxPath!, [
      '-t',
      '-c',
      join(made, 'nginx.conf'),
      '-e',
      join(made, 'nginx.log'),
    ])
    expect(stderr).toContain('test is successful')
  })

  it('give Valkey a password that the program and the exporter know, and a file that it appends to', async (context) => {
    context.skip(redisPath === null, noRedis)
    context.skip(opensslPath === null, noOpenssl)
    const port = await freePort()
    const conf = join(made, 'valkey-here.conf')
    writeFileSync(conf, madeText('secrets/valkey-conf').replace('dir /data', `dir ${made}\nport ${port}`))
    const server = execFile(redisPath!, [conf])
    const url = new URL(madeText('secrets/redis-url'))
    expect(JSON.parse(madeText('secrets/valkey-exporter'))).toEqual({ 'redis://valkey:6379': url.password })
    const redis = new Redis({ port, password: url.password, retryStrategy: () => 50 })
    redis.on('error', () => {})
    try {
      await until(async () => redis.ping())
      await redis.set('a', '1')
      expect(await redis.config('GET', 'appendonly')).toEqual(['appendonly', 'yes'])
      const stranger = new Redis({ port, lazyConnect: true, retryStrategy: null })
      stranger.on('error', () => {})
      await expect(stranger.ping()).rejects.toThrow('NOAUTH')
      stranger.disconnect()
    } finally {
      redis.disconnect()
      server.kill()
      await once(server, 'exit')
    }
  })
})

it('what the page for one server has people try runs as it stands', async (context) => {
  context.skip(opensslPath === null, noOpenssl)
  const page = read('docs/operations/one-server.md')
  const blocks = [...page.matchAll(/^```sh run\n([\s\S]*?)^```/gm)].map(([, block]) => block!)
  expect(blocks.length).toBeGreaterThan(1)
  const { stdout } = await run('sh', ['-c', 'command -v amtool || true'])
  for (const block of blocks)
    if (!block.includes('amtool') || stdout !== '') await run('sh', ['-euc', block], { cwd: root })
  // Every other block says where it belongs.
  expect([...page.matchAll(/^```(\S.*)$/gm)].map(([, info]) => info)).toEqual(
    expect.arrayContaining(['sh run', 'sh cluster']),
  )
  expect(page).not.toMatch(/^```sh$/m)
})

it('every file of deploy/ stands in its README, and every test that it names is there', () => {
  const page = read('deploy/README.md')
  for (const name of readdirSync(join(root, 'deploy')))
    if (name !== 'README.md') expect([name, page.includes(name)]).toEqual([name, true])
  for (const [, named] of page.matchAll(/`((?:test\/e2e\/)?[\w-]+\.test\.ts)`/g))
    expect(existsSync(join(root, 'test/e2e', named!.replace('test/e2e/', '')))).toBe(true)
})
