import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AskedHouse, type Asker, askedHouse, askers } from './authz-house.ts'

let asked: AskedHouse
beforeAll(async () => {
  asked = await askedHouse()
})
afterAll(() => asked[Symbol.asyncDispose]())

type Ids = Record<string, number>
const absentId = 999_999_999

/** A request with an id in its body or query: `id` is the one that is tried, `own` are the asker's. */
interface Ask {
  route: string
  /** Names in the document that this request tries. */
  tries: string[]
  right: 'read' | 'own' | 'write'
  kind: 'rule' | 'source' | 'listing' | 'item' | 'post' | 'sale' | 'photo'
  /** A list that may have nothing of one's own either. */
  mayBeNone?: true
  query?(id: number): string
  body?(id: number, own: Ids): unknown
}

const mark = { seen: true }
const asks: Ask[] = [
  {
    ...{ route: 'GET /api/notifications', tries: ['?rule'], right: 'read', kind: 'rule' },
    ...{ mayBeNone: true, query: (id) => `?rule=${id}` },
  },
  {
    route: 'GET /api/deals',
    tries: ['?ruleId'],
    right: 'read',
    kind: 'rule',
    query: (id) => `?ruleId=${id}`,
  },
  {
    ...{ route: 'GET /api/deals/facets', tries: ['?ruleId'], right: 'read', kind: 'rule' },
    query: (id) => `?ruleId=${id}`,
  },
  {
    ...{ route: 'GET /api/deals/points', tries: ['?ruleId'], right: 'read', kind: 'rule' },
    query: (id) => `?ruleId=${id}`,
  },
  {
    ...{ route: 'GET /api/listings/cards', tries: ['?ids'], right: 'read', kind: 'listing' },
    ...{ mayBeNone: true, query: (id) => `?ids=${id}` },
  },
  {
    ...{ route: 'GET /api/deals.csv', tries: ['?ruleId'], right: 'read', kind: 'rule' },
    query: (id) => `?ruleId=${id}`,
  },
  {
    route: 'GET /api/trends',
    tries: ['?ruleId'],
    right: 'read',
    kind: 'rule',
    query: (id) => `?ruleId=${id}`,
  },
  {
    ...{ route: 'POST /api/listings/marks', tries: ['ids'], right: 'own', kind: 'listing' },
    body: (id) => ({ ids: [id], mark }),
  },
  {
    ...{ route: 'POST /api/listings/marks', tries: ['filter.ruleId'], right: 'own', kind: 'rule' },
    body: (id) => ({ filter: { ruleId: id }, mark }),
  },
  {
    ...{ route: 'POST /api/clusters/merge', tries: ['listingIds'], right: 'write', kind: 'listing' },
    body: (id, own) => ({ listingIds: [id, own.other] }),
  },
  {
    ...{ route: 'POST /api/message-templates/preview', tries: ['listingId'], right: 'read', kind: 'listing' },
    body: (id) => ({ body: 'Would you take {offer}?', listingId: id }),
  },
  {
    ...{ route: 'POST /api/watches', tries: ['listingId'], right: 'write', kind: 'listing' },
    body: (id) => ({ listingId: id, channels: ['inbox'] }),
  },
  {
    ...{ route: 'POST /api/items', tries: ['listingId'], right: 'write', kind: 'listing' },
    body: (id) => ({ listingId: id }),
  },
  {
    ...{ route: 'PUT /api/items/{id}/photos', tries: ['photoIds'], right: 'write', kind: 'photo' },
    body: (id) => ({ photoIds: [id] }),
  },
  {
    ...{ route: 'POST /api/sell/photos/items', tries: ['groups[].photoIds'], right: 'write', kind: 'photo' },
    body: (id) => ({ groups: [{ photoIds: [id] }] }),
  },
  {
    ...{ route: 'GET /api/sales', tries: ['?itemId'], right: 'read', kind: 'item' },
    ...{ mayBeNone: true, query: (id) => `?itemId=${id}` },
  },
  {
    ...{ route: 'GET /api/money', tries: ['?itemId'], right: 'read', kind: 'item' },
    ...{ mayBeNone: true, query: (id) => `?itemId=${id}` },
  },
  {
    ...{ route: 'POST /api/sales', tries: ['itemId'], right: 'write', kind: 'item' },
    body: (id) => ({ itemId: id, marketplace: 'ebay', priceCents: 100, currency: 'USD' }),
  },
  {
    ...{ route: 'POST /api/sales', tries: ['postId'], right: 'write', kind: 'post' },
    body: (id, own) => ({ itemId: own.item, postId: id, priceCents: 100, currency: 'USD' }),
  },
  {
    ...{ route: 'POST /api/money', tries: ['itemId'], right: 'write', kind: 'item' },
    body: (id) => ({ kind: 'label', cents: 100, currency: 'USD', itemId: id }),
  },
  {
    ...{ route: 'POST /api/money', tries: ['saleId'], right: 'write', kind: 'sale' },
    body: (id) => ({ kind: 'label', cents: 100, currency: 'USD', saleId: id }),
  },
  {
    ...{ route: 'POST /api/drives', tries: ['itemId'], right: 'write', kind: 'item' },
    body: (id) => ({ distance: 5, unit: 'mi', centsPerUnit: 70, currency: 'USD', itemId: id }),
  },
  {
    ...{ route: 'POST /api/drives', tries: ['saleId'], right: 'write', kind: 'sale' },
    body: (id) => ({ distance: 5, unit: 'mi', centsPerUnit: 70, currency: 'USD', saleId: id }),
  },
  {
    ...{ route: 'POST /api/sell/orders/{id}/sale', tries: ['itemId'], right: 'write', kind: 'item' },
    body: (id) => ({ itemId: id }),
  },
  {
    // Asked of a question that is open; once it is answered nothing is asked any more.
    ...{ route: 'PATCH /api/sell/findings/{id}', tries: ['itemId'], right: 'write', kind: 'item' },
    ...{ mayBeNone: true, body: (id) => ({ state: 'repaired', itemId: id }) },
  },
  {
    ...{ route: 'POST /api/rules/bulk', tries: ['ids'], right: 'write', kind: 'rule' },
    body: (id) => ({ action: 'disable', ids: [id] }),
  },
  {
    ...{ route: 'POST /api/matches/dismissals', tries: ['matches[].ruleId'], right: 'write', kind: 'rule' },
    body: (id, own) => ({ matches: [{ ruleId: id, listingId: own.market ?? own.listing }], reason: 'other' }),
  },
  {
    ...{
      route: 'POST /api/matches/dismissals',
      tries: ['matches[].listingId'],
      right: 'write',
      kind: 'listing',
    },
    body: (id, own) => ({ matches: [{ ruleId: own.rule, listingId: id }], reason: 'other' }),
  },
  {
    ...{ route: 'POST /api/sources/bulk', tries: ['ids'], right: 'write', kind: 'source' },
    body: (id) => ({ action: 'pause', ids: [id] }),
  },
  {
    ...{ route: 'POST /api/scans', tries: ['sourceId'], right: 'write', kind: 'source' },
    body: (id) => ({ sourceId: id }),
  },
]

/** Ids that are nobody's row: of a device, of a person whom admins ask about, a word for a site. */
const noRows = [
  // Of an app at a mail provider.
  'access.clientId',
  ...['/api/auth/', 'GET /api/audit ?person', 'POST /api/admin/deliveries/replay person'],
  ...['POST /api/imports ?source', 'POST /api/imports/preview ?source', 'fees.source'],
  // Where a figure was read.
  ...['fees.rows[].source', '/api/settings/selling/fees source', 'mileageRates[].source'],
  // The marketplace's own numbers, in the account of whoever asks.
  ...['categoryId', 'conditionId', 'shippingPolicyId', 'paymentPolicyId', 'returnPolicyId', 'locationId'],
]

interface Schema {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
const isId = (name: string) =>
  /^(?:ids?|person|source|rule)$|(?:Id|Ids)$/.test(name) && !/^(?:marketplace|channel|external)/.test(name)

function idsIn(schema: Schema | undefined, path = ''): string[] {
  if (schema === undefined) return []
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
      ...(isId(name) ? [`${path}${name}`] : []),
      ...idsIn(one, `${path}${name}.`),
    ]),
    ...idsIn(schema.items, path.replace(/\.$/, '[].')),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => idsIn(one, path)),
  ]
}

function refusal(asker: Asker, right: Ask['right']): number | null {
  if (['nobody', 'expired session', 'revoked key', 'expired key', 'half session'].includes(asker)) return 401
  if (asker === 'reading key') return right === 'read' ? null : 403
  if (asker === 'capturing key') return 403
  return right === 'write' && asker === 'viewer' ? 403 : null
}

/** Where the id that was tried stands in an answer about it. */
function placeOf(tried: string, id: number): RegExp {
  const [, name = 'id'] = /\[\]\.(\w+)$/.exec(tried) ?? []
  return new RegExp(`("${name}":|"missing":\\[|listing )${id}\\b`, 'g')
}

async function answerTo(
  { route, tries, kind, query, body }: Ask,
  asker: Asker,
  of: 'own' | 'foreign' | 'absent',
) {
  const someone = asked.people.get(asker)!
  const id = of === 'absent' ? absentId : (of === 'own' ? someone.ids : asked.idsOf('ben'))[kind]!
  const [method, path] = route.split(' ') as [string, string]
  const sent = body?.(id, someone.ids)
  const { order, mailFinding, item } = someone.ids
  const inPath = path.includes('/orders/') ? order : path.includes('/findings/') ? mailFinding : item
  const answer = await someone.as.call(
    method,
    `${path.replace('{id}', String(inPath))}${query?.(id) ?? ''}`,
    sent,
    someone.headers,
  )
  const text = (typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    .replaceAll(/"(?:requestId|instance)":"[^"]*",?/g, '')
    .replaceAll(/"(?:undo|expiresAt|seenUpTo)":"[^"]*",?/g, '')
    .replaceAll(placeOf(tries[0]!, id), '$1ID')
  return { status: answer.status, text }
}

/** All of Ben's that such a request could change. */
async function bensRows() {
  const { db } = asked.house.test.app
  const { account } = asked.idsOf('ben') as { account: number }
  const rows: Record<string, unknown> = {}
  const tables = ['rules', 'sources', 'watches', 'listing_marks', 'cluster_decisions', 'matches']
  for (const table of [...tables, 'items', 'posts', 'sales', 'money_rows'])
    rows[table] = await db
      .query(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE to_jsonb(t)->>'user_id' = $1 ORDER BY 1::text`,
        [String(account)],
      )
      .then(({ rows }) => rows)
  return rows
}

it('every id in a body or query of the document is tried here, or is no row of anybody’s', async () => {
  const document = (await asked.house.owner.call('GET', '/api/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>
  }
  const found = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [], requestBody }]) => [
      ...parameters
        .filter(({ in: place, name }) => place === 'query' && isId(name))
        .map(({ name }) => `${method.toUpperCase()} ${path} ?${name}`),
      ...idsIn(requestBody?.content['application/json']?.schema).map(
        (name) => `${method.toUpperCase()} ${path} ${name}`,
      ),
    ]),
  )
  const tried = new Set(asks.flatMap(({ route, tries }) => tries.map((one) => `${route} ${one}`)))
  const rest = found.filter((one) => !noRows.some((none) => one.includes(none)))
  expect([...new Set(rest)].toSorted()).toEqual([...tried].toSorted())
})

it('another’s id in a body or a query is answered as an absent one, to everybody, and changes nothing', async () => {
  const before = await bensRows()
  expect((before.rules as unknown[]).length).toBeGreaterThan(0)
  const unexplained: string[] = []
  let count = 0
  for (const ask of asks)
    for (const asker of askers) {
      const [absent, foreign, own] = [
        await answerTo(ask, asker, 'absent'),
        await answerTo(ask, asker, 'foreign'),
        await answerTo(ask, asker, 'own'),
      ]
      count += 3
      const may = refusal(asker, ask.right)
      const isRight =
        may !== null
          ? [absent, foreign, own].every(({ status }) => status === may)
          : foreign.status === absent.status &&
            foreign.text === absent.text &&
            own.status < 500 &&
            ![401, 403].includes(own.status) &&
            // A good answer about one's own is not the one about what is not there.
            (ask.mayBeNone === true || `${own.status} ${own.text}` !== `${absent.status} ${absent.text}`)
      if (!isRight)
        unexplained.push(
          `${ask.route} ${ask.tries}, ${asker}: ${[absent, foreign, own].map(({ status, text }) => `${status} ${text.slice(0, 200)}`).join(' / ')}`,
        )
    }
  process.stdout.write(`ids in bodies and queries: ${count} asked, unexplained ${unexplained.length}\n`)
  expect(unexplained).toEqual([])
  expect(await bensRows()).toEqual(before)
})
