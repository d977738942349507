import { afterAll, beforeAll, expect, it } from 'vitest'
import { goodPassword } from '../../server/accounts/test-kit.ts'
import type { Access } from '../../server/core/actor.ts'
import { ruleInput } from '../harness/factories.ts'
import type { Person } from '../harness/people.ts'
import { type AskedHouse, type Asker, askedHouse, askers, sessionOf } from './authz-house.ts'
import { linesOf } from './authz-matrix.ts'

/** Whose the id in the path is, or `-` where there is none. */
const whose = ['own', 'foreign', 'absent'] as const

/** A line of the matrix: what a route asks for, and what the number in its path is of. */
interface Row {
  method: string
  path: string
  right: Access
  id:
    | '-'
    | 'token'
    | 'word'
    | 'account'
    | 'session'
    | 'key'
    | 'passkey'
    | 'listing'
    | 'cluster'
    | keyof Person
}

const matrix = linesOf('authorization.tsv').map(
  ([method, path, right, id]) => ({ method, path, right, id }) as Row,
)
const routes: { method: string; path: string; access: Access }[] = []
const absentId = 999_999_999

let asked: AskedHouse

beforeAll(async () => {
  asked = await askedHouse({ onRoute: (route) => void routes.push(route) })
}, 240_000)
afterAll(() => asked[Symbol.asyncDispose]())

/** What an asker is answered before anything is looked up; null = they may. */
function refusal(asker: Asker, right: Access): 401 | 403 | null {
  if (right === 'open') return null
  if (['nobody', 'expired session', 'revoked key', 'expired key', 'half session'].includes(asker)) return 401
  if (asker === 'reading key') return right === 'read' ? null : 403
  if (asker === 'capturing key') return right === 'capture' ? null : 403
  if (asker === 'writing key') return right === 'admin' || right.startsWith('self') ? 403 : null
  if (right === 'admin') return asker === 'admin' || asker === 'owner' ? null : 403
  if (right === 'write' || right === 'self-write' || right === 'capture')
    return asker === 'viewer' ? 403 : null
  return null
}

const template = { name: 'b', kind: 'first-contact', language: 'en', body: 'Hello', isDefault: false }
/** What a route with an id needs to be let through to that id. */
const bodies: Record<string, unknown> = {
  'PUT /api/rules/:id': ruleInput({ name: 'Changed', channels: ['inbox'] }),
  'PUT /api/rates/:currency': { perEuro: 1.1 },
  'PATCH /api/rules/:id': { name: 'Changed' },
  'PUT /api/sources/:id': { marketplace: 'feed', settings: { url: 'https://example.com/f.xml' } },
  'PATCH /api/mailboxes/:id': { name: 'Changed' },
  'PUT /api/message-templates/:id': template,
  'PUT /api/listings/:id/mark': { seen: true },
  'PATCH /api/views/:id': { name: 'Changed' },
  'PATCH /api/watches/:id': { note: 'x' },
  'PATCH /api/items/:id': { note: 'x' },
  'PATCH /api/items/:id/ads/:marketplace': { title: 'x' },
  'PATCH /api/items/:id/api-posts/:marketplace/:site': { weightGrams: 100 },
  'POST /api/sell/api-places/:marketplace/:site/locations': { country: 'US', postalCode: '97209' },
  'POST /api/items/:id/api-posts/:marketplace/:site/publish': { confirmation: 'x' },
  'POST /api/items/:id/api-posts/:marketplace/:site/revise': { priceCents: 100 },
  'POST /api/items/:id/api-posts/:marketplace/:site/offers': { percentOff: 10 },
  'POST /api/items/:id/posts': { marketplace: 'facebook' },
  'PUT /api/items/:id/photos': { photoIds: [] },
  'PUT /api/items/:id/facts': { field: 'brand', value: 'x' },
  'POST /api/items/:id/description': {},
  'POST /api/items/:id/description/take': { offers: [{ field: 'brand', value: 'x' }] },
  'PUT /api/sell/ai': { agreedTo: null },
  'PATCH /api/sell/photos/:id': { used: 'plain' },
  'PATCH /api/posts/:id': { url: null },
  'PATCH /api/sales/:id': { note: 'x' },
  'PUT /api/sales/:id/shipment': { carrier: 'USPS', tracking: '94001' },
  'PATCH /api/sell/orders/:id': { isLeftOut: true },
  'PATCH /api/sell/findings/:id': { state: 'dismissed' },
  'PATCH /api/users/:id': { disabled: false },
  'PATCH /api/auth/passkeys/:id': { name: 'x' },
  'POST /api/rules/:id/matches/:listingId/dismiss': { reason: 'other' },
}

/** What ends rows, and what ends sessions, comes last, the innermost first. */
function lateness({ method, path }: Row): number {
  if (/sign-out|\/api\/auth\/sessions|\/api\/auth\/account$/.test(path) && method !== 'GET') return 1000
  if (method === 'GET') return 0
  return method === 'DELETE' ? 900 - path.split('/').length : 1
}

it('every route answers every asker about their own, another’s and an absent row as the matrix says', async () => {
  const served = routes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
  const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
  // A route without a line, or a line without a route, is a hole in the matrix.
  expect(served.map((route) => `${nameOf(route)} ${route.access}`).toSorted()).toEqual(
    matrix.map((row) => `${nameOf(row)} ${row.right}`).toSorted(),
  )
  const unexplained: string[] = []
  let count = 0
  for (const row of matrix.toSorted((a, b) => lateness(a) - lateness(b))) {
    const isOfRows = !['-', 'token', 'word'].includes(row.id)
    for (const asker of askers) {
      const answers = new Map<string, { status: number; text: string }>()
      for (const of of isOfRows ? (['absent', 'foreign', 'own'] as const) : (['own'] as const)) {
        const { status, text } = await answerTo(row, asker, of)
        count++
        answers.set(of, { status, text })
        const may = refusal(asker, row.right)
        const isRight =
          may !== null
            ? status === may
            : isOfRows && of !== 'own' && row.id !== 'account'
              ? status === 404
              : status < 500 &&
                (row.right === 'open' || (status !== 401 && status !== 403)) &&
                // Their listing is found, and has no photo.
                !(isOfRows && of === 'own' && status === 404 && !text.includes('"code":"no-photo"'))
        if (!isRight) unexplained.push(`${nameOf(row)}, ${asker}, ${of}: ${status} ${text.slice(0, 200)}`)
      }
      // Whether another has such a row is not to be learned.
      if (isOfRows && row.id !== 'account' && answers.get('foreign')!.text !== answers.get('absent')!.text)
        unexplained.push(
          `${nameOf(row)}, ${asker}: ${[...answers.values()].map(({ text }) => text).join(' / ')}`,
        )
    }
  }
  process.stdout.write(
    `routes × actors × ids = ${count}, unexplained ${unexplained.length}\n${matrix.length} routes, ${askers.length} actors\n`,
  )
  expect(unexplained).toEqual([])
}, 300_000)

async function answerTo(
  row: Row,
  asker: Asker,
  of: (typeof whose)[number],
): Promise<{ status: number; text: string }> {
  const someone = asked.people.get(asker)!
  // Who signs out signs in again, to be asked about the next.
  if (
    lateness(row) === 1000 &&
    refusal(asker, row.right) === null &&
    !asker.endsWith(' key') &&
    asker !== 'nobody'
  ) {
    await someone.as.call('POST', '/api/auth/sign-in', { email: someone.email, password: goodPassword })
    someone.ids.session = await sessionOf(asked.house, someone.email)
  }
  const ids = of === 'foreign' ? asked.idsOf('ben') : someone.ids
  const id = of === 'absent' ? absentId : ids[row.id as string]
  const path = row.path
    .replace(/:(?:id|listing)\b/, row.id === 'word' ? 'email' : String(id ?? absentId))
    // A match is the rule's and the listing's: what is told about is the market's.
    .replace(':listingId', String(of === 'absent' ? absentId : (ids.market ?? ids.listing)))
    .replace(/:n\b/, '0')
    .replace('/ads/:marketplace', '/ads/facebook')
    .replace('/api-posts/:marketplace/:site', '/api-posts/ebay/EBAY_US')
    .replace(/:\w+/g, 'x')
  const name = `${row.method} ${row.path}`
  const hasBody = row.method !== 'GET' && row.method !== 'DELETE'
  const body = hasBody ? (bodies[name] ?? {}) : undefined
  const isForm = row.path.startsWith('/account') && row.method === 'POST'
  const answer = isForm
    ? await someone.as.post(path, {}, someone.headers)
    : await someone.as.call(row.method, path, body, someone.headers)
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
  return {
    status:
      answer.status === 303 && answer.headers.get('location') === '/account/sign-in' ? 401 : answer.status,
    text: text.replaceAll(/"(?:requestId|instance)":"[^"]*",?/g, ''),
  }
}
