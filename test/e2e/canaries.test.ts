import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Visitor, visitor } from '../../server/accounts/test-kit.ts'
import { type Adapters, loadAllAdapters } from '../../server/app/adapters.ts'
import { coreOptions } from '../../server/app/config/config-options.ts'
import { startSmtpFakeServer } from '../../server/channels/email/contract-fake-server.ts'
import type { ChannelFakeServer, StartChannelFakeServer } from '../../server/channels/fake-server.ts'
import type { FieldSpec, FieldValues } from '../../server/core/fields.ts'
import type { OptionSpec } from '../../server/core/options.ts'
import { type Canary, canaryText, findCanaries, scrambled } from '../harness/canaries.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { type FakeServer, type FakeServerRequest, sendJson, startFakeServer } from '../harness/fake-server.ts'
import { startImap } from '../harness/imap.ts'
import { dataFolder, type Program, run, startServer } from '../harness/program.ts'
import { redisPath, startRedis } from '../harness/redis.ts'
import { mailOf } from '../harness/signed-mail.ts'
import { until } from '../harness/until.ts'

/*
 * Everything secret that the program is given is a value that stands nowhere by chance. What is secret is read from the
 * options and from the fields of channels and marketplaces: one that is new is given a canary too, or the test fails and says so.
 */

const canaries: Canary[] = []
function canary(name: string, value = canaryText()): string {
  canaries.push({ name, value })
  return value
}

/** All that was read, by where it was read. */
const places = new Map<string, string>()
const add = (place: string, text: string) => places.set(place, `${places.get(place) ?? ''}\n${text}`)

/** Where something secret stands because it has to. */
const mayStand: { name: string; place: RegExp; because: string }[] = [
  {
    ...{ name: 'session token', place: /^(table public\.sessions|pg_dump)$/ },
    because: 'nobody is signed in by it without the signature that only a key makes',
  },
  {
    ...{ name: 'SENTRY_DSN', place: /^Sentry and traces$/ },
    because: 'the key of a Sentry is what that Sentry knows a report by; nobody else gets it',
  },
  ...['confirm?token=', 'reset/'].map((path) => ({
    ...{ name: `in GET account/${path}`, place: new RegExp(`^GET /account/${path.split('?')[0]}`) },
    because: 'the form that is sent has the token of the address that was opened',
  })),
  ...['setup/', 'invitation/', 'reset/'].map((path) => ({
    ...{ name: `in POST account/${path}`, place: new RegExp(`^POST /account/${path}`) },
    because: 'who sends to an address that is only looked at is told which one; the log has none of it',
  })),
  ...['GET', 'POST'].map((method) => ({
    ...{ name: `in ${method} nowhere/`, place: new RegExp(`^${method} /nowhere/`) },
    because: 'who asks for what is not there is told what they asked for; the log has only the first part',
  })),
]

let adapters: Adapters
let database: TestDatabase
let smtp: Awaited<ReturnType<typeof startSmtpFakeServer>>
let redis: Awaited<ReturnType<typeof startRedis>> | null = null
let providers: FakeServer
/** The operator's Sentry and collector of traces. */
let watchers: FakeServer
let program: Program & { address: string }
let env: Record<string, string>
let admin: pg.Client
let role: string
const folder = dataFolder()
const fakes = new Map<string, Pick<ChannelFakeServer, 'settings' | 'options' | 'secrets'>>()

/** The answer that every provider takes for a yes; what eBay gives in exchange for its secret is secret, too. */
function take(request: FakeServerRequest, response: ServerResponse): void {
  const challenge = /"challenge":\s*"([^"]+)"/.exec(request.body)?.[1]
  if (challenge !== undefined) return void response.end(challenge)
  if (request.url.pathname.endsWith('.xml'))
    return void response.end(
      '<rss version="2.0"><channel><title>t</title><item><title>Oak table $40</title><link>/1</link></item></channel></rss>',
    )
  const token = {
    ...{ access_token: canary('eBay access token'), expires_in: 7_200, token_type: 'Bearer' },
    ...{ refresh_token: canary('eBay refresh token'), refresh_token_expires_in: 47_304_000 },
  }
  const twilio = { sid: `SM${'0'.repeat(32)}`, status: 'queued' }
  sendJson(response, 200, {
    ...{ ok: true, id: 'm1', event_id: '$1', result: { message_id: 1 }, itemSummaries: [], total: 0 },
    ...{
      listings: [],
      current_page: 1,
      total_pages: 0,
      kind: 'Listing',
      data: { children: [], after: null },
    },
    ...(request.url.pathname.endsWith('token') ? token : {}),
    ...(request.url.pathname.endsWith('/Messages.json') ? twilio : { status: 1, request: 'r' }),
  })
}

/** Refuses, and repeats all that it was asked with, decoded and not. */
const repeatAll = (status: number) => (request: FakeServerRequest, response: ServerResponse) => {
  const basic = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()
  const said = `no: ${request.url.href} ${JSON.stringify(request.headers)} ${basic} ${request.body.slice(0, 2_000)} ${decodeURIComponent(request.url.href)}`
  sendJson(response, status, {
    error: said,
    error_description: said,
    description: said,
    message: said,
    errors: [said],
  })
}

const secretOptions = (): OptionSpec[] =>
  [
    ...Object.values(coreOptions as Record<string, OptionSpec>),
    ...[...adapters.channels.values(), ...adapters.marketplaces.values()].flatMap(({ options }) => options),
  ].filter(({ secret }) => secret)

beforeAll(async () => {
  adapters = await loadAllAdapters()
  database = await testDatabase()
  providers = await startFakeServer(take)
  watchers = await startFakeServer((_, response) => void response.end('{}'))
  const mailPassword = canary('SMTP_URL')
  smtp = await startSmtpFakeServer({ password: mailPassword })
  for (const id of adapters.channels.keys()) {
    if (id === 'inbox' || id === 'email') continue
    const { startChannelFakeServer } = (await import(
      `../../server/channels/${id}/contract-fake-server.ts`
    )) as { startChannelFakeServer: StartChannelFakeServer }
    await using fake = await startChannelFakeServer()
    fakes.set(id, { settings: fake.settings, options: fake.options, secrets: fake.secrets })
  }
  admin = new pg.Client({ connectionString: database.connectionString })
  await admin.connect()
  role = `canary_${randomBytes(6).toString('hex')}`
  const databaseUrl = new URL(database.connectionString)
  databaseUrl.username = role
  databaseUrl.password = canary('DATABASE_URL')
  await admin.query(`CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD '${databaseUrl.password}'`)
  if (redisPath !== null) {
    redis = await startRedis()
    await redis.admin.config('SET', 'requirepass', canary('REDIS_URL'))
  }
  env = {
    ...fakeOptions(),
    ...Object.fromEntries(
      ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_MIGRATION_URL'].map((name) => [
        name,
        databaseUrl.href,
      ]),
    ),
    ...(redis && { REDIS_URL: redis.url.replace('://', `://:${canaries.at(-1)!.value}@`) }),
    // Of no use without rediss://, but held all the same.
    REDIS_TLS_CERT: '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----',
    REDIS_TLS_KEY: `-----BEGIN PRIVATE KEY-----\n${canary('REDIS_TLS_KEY')}\n-----END PRIVATE KEY-----`,
    ...{
      DEAL_SCOUT_DATA: folder.path,
      DEAL_SCOUT_PORT: '0',
      DEAL_SCOUT_DEMO: 'off',
      DEAL_SCOUT_LOG_LEVEL: 'debug',
    },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'deals@example.com', DEAL_SCOUT_SIGN_UP: 'open' },
    ...{
      EBAY_BASE_URL: providers.baseUrl,
      REVERB_BASE_URL: providers.baseUrl,
      REDDIT_BASE_URL: providers.baseUrl,
      REDDIT_CLIENT_SECRET: canary('REDDIT_CLIENT_SECRET'),
      EBAY_CLIENT_ID: 'an-id',
      EBAY_CLIENT_SECRET: canary('EBAY_CLIENT_SECRET'),
      EBAY_RUNAME: 'A-name',
      EBAY_DELETION_URL: 'https://deals.example/api/connections/ebay/account-deletion',
      EBAY_DELETION_TOKEN: canary('EBAY_DELETION_TOKEN', `${canaryText()}-0123456789`),
    },
    DEAL_SCOUT_METRICS_TOKEN: canary('DEAL_SCOUT_METRICS_TOKEN'),
    LOG_FOLDER: join(folder.path, 'logs'),
    SENTRY_DSN: `${watchers.baseUrl.replace('://', `://${canary('SENTRY_DSN')}@`)}/1`,
    OTEL_EXPORTER_OTLP_ENDPOINT: watchers.baseUrl,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer ${canary('OTEL_EXPORTER_OTLP_HEADERS')}`,
    BACKUP_S3_SECRET_ACCESS_KEY: canary('BACKUP_S3_SECRET_ACCESS_KEY'),
    ...{ AI_PROVIDER: 'compatible', AI_BASE_URL: providers.baseUrl, AI_MODEL: 'a-model' },
    AI_KEY: canary('AI_KEY'),
    PUSHOVER_TOKEN: canary('PUSHOVER_TOKEN', scrambled('azGDORePK8gMaC0QOYAMyEEuzJnyUi')),
    DEAL_SCOUT_SECRET_KEYS: [1, 2]
      .map((n) => canary(`DEAL_SCOUT_SECRET_KEYS ${n}`, randomBytes(32).toString('base64')))
      .join(),
    ...Object.fromEntries(
      ['FEED', 'WEBPUSH', 'MAILBOX'].map((name) => [`${name}_ALLOW_PRIVATE_NETWORK`, 'true']),
    ),
    ...Object.fromEntries(
      ['READ', 'WRITE', 'COSTLY', 'STRICT', 'FEED'].map((name) => [`RATE_LIMIT_${name}`, '0']),
    ),
    ...{ SHED_EVENT_LOOP_DELAY_MS: '0', SHED_HEAP_PERCENT: '0' },
  }
  program = await startServer({ env })
}, 240_000)

afterAll(async () => {
  await program?.[Symbol.asyncDispose]()
  await redis?.[Symbol.asyncDispose]()
  await admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`).catch(() => {})
  await admin.end()
  for (const one of [smtp, providers, watchers, database]) await one[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** What the fakes are configured with, with another secret in each, all leading to one provider. */
function fakeOptions(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const id of fakes.keys()) {
    const { options } = fakes.get(id)!
    for (const spec of adapters.channels.get(id)!.options) {
      const value = options[spec.env]
      if (spec.env.endsWith('_BASE_URL')) found[spec.env] = providers.baseUrl
      // A private key fits its public one, and is another at each run.
      else if (spec.env === 'VAPID_PRIVATE_KEY') found[spec.env] = canary(spec.env, String(value))
      else if (spec.secret && value !== undefined)
        found[spec.env] = canary(spec.env, scrambled(String(value)))
      else if (value !== undefined) found[spec.env] = String(value)
    }
  }
  return found
}

/** What is random in the fake already, and of a form that not every text has. */
const areKeys: ReadonlySet<string> = new Set(['webpush.p256dh', 'webpush.auth'])

/** A form as a person fills it in, with a canary in each secret field; the fake's address is that of the one provider. */
function filledIn(
  id: string,
  fields: readonly FieldSpec[],
  given: FieldValues,
  secrets: readonly string[],
): FieldValues {
  const toProvider = (text: string) => text.replace(/^http:\/\/127\.0\.0\.1:\d+/, providers.baseUrl)
  return Object.fromEntries(
    fields.flatMap(({ name, secret, type }): [string, FieldValues[string]][] => {
      const value = given[name]
      if (typeof value !== 'string') return value === undefined ? [] : [[name, value]]
      if (!secret) return [[name, toProvider(value)]]
      const at = `${id}.${name}`
      if (areKeys.has(at)) return [[name, canary(at, value)]]
      const part = secrets.find((one) => value.includes(one)) ?? (type === 'url' ? null : value)
      if (part === null) throw new Error(`${at}: say in the fake's \`secrets\` what of its address is secret`)
      return [[name, toProvider(value.replace(part, canary(at, scrambled(part))))]]
    }),
  )
}

/** Asks as somebody and keeps what is answered, unless it is shown once for good reason. */
async function ask(who: Visitor, method: string, path: string, body?: unknown, headers = {}) {
  const answer = await who.call(method, path, body, headers)
  const isOnce = answer.status < 300 && method !== 'GET'
  if (!isOnce)
    add(
      `${method} ${path.replace(/Cnry\w+/g, '…')}`,
      `${answer.status} ${JSON.stringify(answer.body)} ${[...answer.headers].filter(([name]) => name !== 'set-cookie').join()}`,
    )
  return answer
}

const query = async <Row extends object>(sql: string) => (await database.db.query<Row>(sql)).rows

/** Every row of every table, as it is now. */
async function readTables(): Promise<void> {
  const tables = await query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    add(`table ${name}`, rows.map(({ row }) => row).join('\n'))
  }
}

let owner: Visitor
const mailTo = (email: string, after: number): Promise<string> =>
  until(async () =>
    smtp.mails
      .slice(after)
      .find((one) => new RegExp(`^To: .*${email}`, 'm').test(one))
      ?.replaceAll('=\r\n', '')
      .replaceAll('=3D', '='),
  )

it('every secret option has a canary', () => {
  const missing = secretOptions().filter(
    ({ env: name }) =>
      !Object.hasOwn(env, name) || !canaries.some((one) => (env[name] ?? '').includes(one.value)),
  )
  expect(
    missing.map(({ env: name }) => name).filter((name) => name !== 'REDIS_URL' || redis !== null),
  ).toEqual([])
})

it('accounts: passwords, tokens, cookies, keys, and what is sent instead of them', async () => {
  const somebody = visitor(program.address)
  const setup = await run(['setup-link'], { env })
  const token = canary('set-up token', setup.stdout.trim().split('\n')[0]!.split('/').at(-1)!)
  owner = visitor(program.address)
  const password = canary('password of the owner')
  const claim = { token, email: 'owner@example.com', password }
  expect(
    (await ask(owner, 'POST', '/api/auth/claim', { ...claim, password: canary('short', 'Cnry1short') }))
      .status,
  ).toBe(422)
  expect((await ask(owner, 'POST', '/api/auth/claim', claim)).status).toBe(204)
  await ask(somebody, 'POST', '/api/auth/claim', claim)
  const cookie = decodeURIComponent(owner.cookies.get('deal-scout.session_token')!)
  canary('session cookie', cookie)
  canary('signature of a session', cookie.split('.').at(-1)!)
  canary('session token', cookie.split('.')[0]!)

  const signIn = (over: object) =>
    ask(somebody, 'POST', '/api/auth/sign-in', { email: 'owner@example.com', password, ...over })
  for (const email of ['owner@example.com', 'nobody@example.com'])
    await signIn({ email, password: canary(`password tried for ${email}`) })
  await signIn({ password: { text: canary('password of a wrong type') } })
  await signIn({ password: canary('password that is too long', `${canaryText()}${'x'.repeat(200)}`) })
  for (const bad of [
    `{"email":"a@b.co","password":"${canary('password in JSON that is cut off')}`,
    `password=${canary('password in a form')}`,
  ])
    for (const type of ['application/json', 'text/plain']) {
      const response = await fetch(`${program.address}/api/auth/sign-in`, {
        method: 'POST',
        body: bad,
        headers: { 'content-type': type },
      })
      add('POST /api/auth/sign-in', await response.text())
    }
  const page = await somebody.post('/account/sign-in', {
    email: 'owner@example.com',
    password: canary('password in the page'),
  })
  add('POST /account/sign-in', String(page.body))

  const invited = await ask(owner, 'POST', '/api/users/invitations', { email: 'ann@example.com' })
  const invitation = canary('invitation', (invited.body as { url: string }).url.split('/').at(-1)!)
  const ann = visitor(program.address)
  const hers = { token: invitation, password: canary('password of a member') }
  expect((await ask(ann, 'POST', '/api/auth/join', hers)).status).toBe(204)
  await ask(somebody, 'POST', '/api/auth/join', hers)
  let after = smtp.mails.length
  await ask(somebody, 'POST', '/api/auth/reset', { email: 'ann@example.com' })
  const reset = canary(
    'reset token',
    /account\/reset\/([\w-]+)/.exec(await mailTo('ann@example.com', after))![1]!,
  )
  const anew = { token: reset, password: canary('password set anew') }
  await readTables()
  expect((await ask(somebody, 'POST', '/api/auth/new-password', anew)).status).toBe(204)
  await ask(somebody, 'POST', '/api/auth/new-password', anew)
  after = smtp.mails.length
  await ask(owner, 'POST', '/api/auth/email', { password, newEmail: 'owner2@example.com' })
  const verify = canary(
    'token of an e-mail',
    /confirm\?token=(\S+)/.exec(await mailTo('owner2@example.com', after))![1]!,
  )
  await ask(owner, 'POST', '/api/auth/password', {
    password: canary('old password, wrong'),
    newPassword: canary('new password'),
  })
  await ask(owner, 'POST', '/api/me/deletion', { password: canary('password for a deletion') })

  const keyed = { 'idempotency-key': randomBytes(8).toString('hex') }
  const made = await ask(owner, 'POST', '/api/auth/keys', { name: 'mine', scope: 'admin' }, keyed)
  const key = canary('API key', (made.body as { key: string }).key)
  await ask(owner, 'POST', '/api/auth/keys', { name: 'mine', scope: 'admin' }, keyed)
  expect(
    (await ask(somebody, 'GET', '/api/rules', undefined, { authorization: `Bearer ${key}` })).status,
  ).toBe(200)
  const factor = (await ask(owner, 'POST', '/api/auth/second-factor', { password })).body as {
    secret: string
    recoveryCodes: string[]
  }
  canary('secret of an app', factor.secret)
  for (const code of factor.recoveryCodes) canary('recovery code', code)
  await ask(owner, 'POST', '/api/auth/second-factor/confirm', { code: '000000' })
  const feed = await ask(owner, 'POST', '/api/me/feed')
  const feedToken = canary('feed token', /feeds\/(\w+)\.rss/.exec(JSON.stringify(feed.body))![1]!)
  expect((await owner.call('GET', `/feeds/${feedToken}.rss`)).status).toBe(200)

  for (const authorization of [
    `Bearer ds_${canary('key that is none')}`,
    `Basic ${Buffer.from(`me:${canary('basic login')}`).toString('base64')}`,
    canary('authorization that is none'),
  ])
    await ask(somebody, 'GET', '/api/rules', undefined, { authorization })
  await ask(somebody, 'GET', '/api/rules', undefined, {
    cookie: `deal-scout.session_token=${canary('cookie that is none')}.x`,
  })
  for (const path of [
    'account/setup/',
    'account/invitation/',
    'account/reset/',
    'account/confirm?token=',
    'api/unsubscribe/',
    'api/confirm/',
    'nowhere/',
    'api/nowhere?token=',
    'api/rules?token=',
  ])
    for (const method of ['GET', 'POST'])
      await ask(somebody, method, `/${path}${canary(`in ${method} ${path}`)}`)
  await ask(somebody, 'GET', `/feeds/${canary('feed that is none', randomBytes(16).toString('hex'))}.rss`)

  // The database fails in the middle.
  for (const [table, fail] of [
    ['sign_in_failures', () => signIn({ password: canary('password while the database fails') })],
    ['credentials', () => signIn({ password: canary('password while the library fails') })],
    [
      'account_links',
      () =>
        ask(somebody, 'POST', '/api/auth/join', {
          token: canary('token while it fails'),
          password: canary('its password'),
        }),
    ],
    [
      'api_keys',
      () =>
        ask(somebody, 'GET', '/api/rules', undefined, {
          authorization: `Bearer ds_${canary('key while it fails')}`,
        }),
    ],
  ] as const) {
    await admin.query(`ALTER TABLE ${table} RENAME TO away_for_now`)
    const { status } = await fail()
    await admin.query(`ALTER TABLE away_for_now RENAME TO ${table}`)
    expect([table, status]).toEqual([table, 500])
  }
  expect((await ask(somebody, 'POST', '/api/auth/verify', { token: verify })).status).toBe(204)
})

it('channels: every secret field, whatever the provider does', async () => {
  const put = (id: string, settings: object) => ask(owner, 'PUT', `/api/channels/${id}`, { settings })
  const forms = new Map<string, FieldValues>()
  for (const [id, { settings, secrets }] of fakes) {
    const { fields } = adapters.channels.get(id)!
    const form = filledIn(id, fields, settings, secrets)
    forms.set(id, form)
    const saved = await put(id, form)
    expect([id, saved.status, saved.status === 200 ? null : saved.body]).toEqual([id, 200, null])
    for (const { name, type } of fields.filter(({ secret }) => secret)) {
      // Beside what is filled in, or in place of another secret.
      if (form[name] === undefined) {
        const text = canary(`${id}.${name}`)
        const value = type === 'url' || name.endsWith('urls') ? `https://notify.example/${text}` : text
        const without = Object.fromEntries(
          Object.entries(form).filter(([one]) => !fields.find((field) => field.name === one)?.secret),
        )
        const tried = [
          await put(id, { ...form, [name]: value }),
          await put(id, { ...without, [name]: value }),
        ]
        expect([id, name, tried.some(({ status }) => status === 200)]).toEqual([id, name, true])
      }
      // Refused, with the secret in it.
      expect(
        (await put(id, { ...form, [name]: `${canary(`${id}.${name} of a refused form`)}\u0000` })).status,
      ).toBe(422)
      await put(id, { ...form, [name]: [canary(`${id}.${name} of a wrong type`)] })
      expect((await put(id, { ...form, nonsense: canary(`${id} unknown field`) })).status).toBe(422)
    }
    await put(id, form)
  }
  await put('email', { to: 'owner@example.com' })
  const ids = [...fakes.keys(), 'email']
  const refusing = {
    onRcptTo: () => ({
      code: 550,
      text: `5.1.1 no: ${canaries.find(({ name }) => name === 'SMTP_URL')!.value}`,
    }),
  }
  for (const [mood, handle, script] of [
    ['take', take, {}],
    ...[400, 401, 403, 404, 429, 500].map((status) => [`${status}`, repeatAll(status), refusing] as const),
    [
      'cut',
      (_: FakeServerRequest, response: ServerResponse) => void response.socket?.destroy(),
      { onAuth: () => 'cut' as const },
    ],
  ] as const) {
    providers.handle(handle)
    smtp.script = script
    await query('DELETE FROM notifications')
    await query('DELETE FROM channel_queues')
    for (const id of ids) {
      if (id !== 'email') await put(id, forms.get(id)!)
      else await put(id, { to: 'owner@example.com' })
      await ask(owner, 'POST', `/api/channels/${id}/confirmation`)
      await query('UPDATE channel_settings SET confirmed_at = now()')
      const tested = await ask(owner, 'POST', `/api/channels/${id}/test`)
      expect([mood, id, tested.status]).toEqual([mood, id, 202])
    }
    const unheard = async () => {
      const rows = await query<{ channel: string }>(
        `SELECT DISTINCT channel FROM deliveries WHERE attempts > 0 OR reason IS NOT NULL OR state IN ('sent', 'failed', 'dead')`,
      )
      return ids.filter((id) => !rows.some(({ channel }) => channel === id))
    }
    await until(async () => (await unheard()).length === 0, 10_000).catch(async (error) => {
      throw new Error(`${mood}: ${await unheard()} were not tried`, { cause: error })
    })
    // One that is under way counts as tried.
    if (mood === 'take')
      await until(async () => {
        const sent = await query<{ channel: string }>(
          `SELECT DISTINCT channel FROM deliveries WHERE state = 'sent'`,
        )
        return ids.every((id) => sent.some(({ channel }) => channel === id))
      })
    await readApi()
    await readTables()
  }
  providers.handle(take)
  smtp.script = {}
})

it('sources: every secret field, whatever the marketplace does', async () => {
  const secretFields = [...adapters.marketplaces].flatMap(([id, { fields }]) =>
    fields.filter(({ secret }) => secret).map(({ name }) => `${id}.${name}`),
  )
  const sources: Record<string, () => FieldValues> = {
    ebay: () => ({ site: 'EBAY_US', clientId: 'my-id', clientSecret: canary('ebay.clientSecret') }),
    reddit: () => ({
      groups: 'hardwareswap',
      clientId: 'my-id',
      clientSecret: canary('reddit.clientSecret'),
    }),
    reverb: () => ({ which: 'used', currency: 'USD', region: 'US_CON', token: canary('reverb.token') }),
    feed: () => ({
      url: `${providers.baseUrl}/${canary('feed.url path')}.xml?token=${canary('feed.url query')}`,
    }),
  }
  const post = (path: string, marketplace: string, settings: object) =>
    ask(owner, 'POST', path, { marketplace, name: marketplace, settings })
  for (const [id, settings] of Object.entries(sources)) {
    expect([id, (await post('/api/sources', id, settings())).status]).toEqual([id, 201])
    for (const handle of [
      ...[400, 401, 403, 429, 500].map(repeatAll),
      (_: FakeServerRequest, response: ServerResponse) => void response.end('neither JSON nor a feed'),
      (_: FakeServerRequest, response: ServerResponse) => void response.socket?.destroy(),
    ]) {
      providers.handle(handle)
      await post('/api/sources/try', id, settings())
      await post('/api/sources', id, settings())
    }
    providers.handle(take)
    await post('/api/sources', id, { ...settings(), nonsense: canary(`${id} unknown field`) })
  }
  for (const url of ['ftp://127.0.0.1/', 'http://no-such-host.invalid/', 'http://127.0.0.1:1/', 'http://me:'])
    await post('/api/sources/try', 'feed', { url: `${url}${canary(`feed.url behind ${url}`)}@127.0.0.1/x` })
  expect(secretFields.filter((name) => !canaries.some((one) => one.name === name))).toEqual([])
  await ask(owner, 'POST', '/api/scans', {})
  await until(async () => (await query('SELECT FROM scan_runs')).length > 0, 20_000)
})

it('accounts at marketplaces: codes, states and tokens, whatever the marketplace does', async () => {
  const comeBack = async () => {
    const { url } = (await owner.call('POST', '/api/connections/ebay')).body as { url: string }
    const state = new URL(url).searchParams.get('state')!
    canaries.push({ name: 'state of a consent', value: state })
    const path = `/connections/ebay/return?state=${state}&code=${canary('code of a consent')}`
    const { status, body } = await owner.call('GET', path)
    add('GET /connections/ebay/return', JSON.stringify(body))
    return status
  }
  for (const status of [400, 401, 500]) {
    providers.handle(repeatAll(status))
    expect(await comeBack()).toBeGreaterThanOrEqual(400)
  }
  providers.handle(take)
  expect(await comeBack()).toBe(200)
  const path = '/api/connections/ebay/account-deletion'
  await ask(owner, 'GET', `${path}?challenge_code=abc`)
  await ask(owner, 'POST', path, { notification: canary('notice that is not signed') })
})

/** Every GET of the document, and for addresses with an id those of the first rows. */
async function readApi(): Promise<void> {
  const document = (await owner.call('GET', '/api/openapi.json')).body as { paths: Record<string, object> }
  for (const [path, operations] of Object.entries(document.paths)) {
    if (!('get' in operations)) continue
    for (const id of path.includes('{') ? [1, 2, 3] : ['']) {
      const answer = await owner.call('GET', path.replace(/\{\w+\}/g, String(id)))
      add(`GET ${path}`, typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    }
  }
  for (const path of [
    '/readyz',
    '/account',
    '/api/me/audit?limit=200',
    '/api/audit?limit=200',
    '/api/me/export',
    '/api/notifications?limit=200',
  ])
    add(`GET ${path}`, JSON.stringify((await owner.call('GET', path)).body))
  for (const authorization of [`Bearer ${env.DEAL_SCOUT_METRICS_TOKEN}`, 'Bearer none'])
    add('GET /metrics', String((await owner.call('GET', '/metrics', undefined, { authorization })).body))
  expect(places.get('GET /metrics')).toContain('deal_scout_')
}

it('mailboxes: passwords and tokens, whatever the mail server does', async () => {
  const password = canary('password of a mailbox')
  const imap = await startImap([mailOf({ text: 'Nothing is for sale.' })], password)
  const server = { host: '127.0.0.1', port: imap.port, security: 'none', user: imap.user }
  const withPassword = (text: string) => ({ ...server, access: { kind: 'password', password: text } })
  const oauth = {
    ...{ kind: 'oauth', clientId: 'app', tokenUrl: `${providers.baseUrl}/token` },
    ...{ clientSecret: canary('client secret of a mailbox'), refreshToken: canary('refresh token') },
  }
  const made = await ask(owner, 'POST', '/api/mailboxes', withPassword(password))
  expect(made.status).toBe(201)
  const { id } = made.body as { id: number }
  for (const path of ['/api/mailboxes', '/api/mailboxes/folders', '/api/mailboxes/preview'])
    for (const body of [
      withPassword(canary(`wrong password at ${path}`)),
      { ...server, access: oauth },
      { ...server, access: { kind: 'password', password: { text: canary(`no password at ${path}`) } } },
      { ...withPassword(canary(`password of no server at ${path}`)), port: 1 },
    ])
      expect((await ask(owner, 'POST', path, body)).status).toBe(422)
  const seen = async (state: string) =>
    ((await ask(owner, 'GET', `/api/mailboxes/${id}`)).body as { state: string }).state === state || null
  await until(() => seen('listening'))
  // The worker says in the log why it is read no more.
  await imap[Symbol.asyncDispose]()
  await until(() => seen('failing'))
})

it('stands in no answer, log, figure, command, export, table nor dump, in whatever form', async () => {
  await readApi()
  await readTables()
  for (const command of [
    ['doctor'],
    ['config'],
    ['secrets'],
    ['secrets', 'rotate'],
    ['audit', '--limit', '200'],
    ['sources'],
    ['channels'],
    ['inbox'],
    ['deliveries'],
    ['jobs'],
    ['users'],
    ['users', 'export', 'owner2@example.com', '--out', `${folder.path}/export.ndjson`],
    ['profile'],
    ['migrate', '--status'],
    ['channels', 'set', 'gotify', 'server=nowhere', `appToken=${canary('token on a command line')}`],
    ['channels', 'set', 'ntfy', `topic=${canary('topic on a command line')}`, 'nonsense=1'],
    ['sources', 'add', 'feed', '--set', `url=http://127.0.0.1:1/${canary('address on a command line')}`],
  ]) {
    const { stdout, stderr } = await run(command, { env })
    add(`deal-scout ${command.slice(0, 2).join(' ')}`, `${stdout}\n${stderr}`)
  }
  add('users export', readFileSync(`${folder.path}/export.ndjson`, 'utf8'))
  try {
    const options = { encoding: 'utf8' as const, maxBuffer: 1e9, stdio: 'pipe' as const }
    add('pg_dump', execFileSync('pg_dump', [database.connectionString], options))
    expect(places.get('pg_dump')).toContain('COPY ')
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string }
    const isOlder = /server version mismatch/.test(stderr ?? '')
    if (code !== 'ENOENT' && !isOlder) throw error
    // Every row of every table was read all the same.
    process.stderr.write(
      `canaries: no dump was searched, only the tables: pg_dump is ${isOlder ? 'older than the server' : 'not on this machine'}.\n`,
    )
  }
  program.child.kill('SIGTERM')
  const ended = await program.ended
  add('stdout', ended.stdout)
  add('log', ended.stderr)
  for (const name of readdirSync(join(folder.path, 'logs')))
    add('files of the log', readFileSync(join(folder.path, 'logs', name), 'utf8'))
  expect(places.get('files of the log')).toContain('"traceId":"')
  for (const { body } of watchers.requests) add('Sentry and traces', body)
  expect(places.get('Sentry and traces')).toContain('deal_scout.request_id')
  expect(places.get('log')!.split('\n').length).toBeGreaterThan(100)
  expect(places.get('log')).toContain('"level":20')
  const leaks = findCanaries(canaries, places).filter(
    (leak) =>
      !mayStand.some(
        ({ name, place }) =>
          place.test(leak.split(': ')[0]!) && leak.split(': ')[1]!.startsWith(`${name} in `),
      ),
  )
  expect(leaks).toEqual([])
  expect(canaries.length).toBeGreaterThan(100)
}, 300_000)
