import { createHash, createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { type Answer, type Asked, ok, page, refuseBy } from './answers.ts'
import { nextId, type Row, type World } from './world.ts'

const domain = 'API_FINANCES'
/** Sellers of these have to sign what is about money. */
const signing = new Set(['AT', 'BE', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'PL'])

export function transactions(asked: Asked, world: World): Answer {
  if (signing.has(world.country)) checkSignature(asked, world)
  const filters = new Map(
    [...(asked.url.searchParams.get('filter') ?? '').matchAll(/(\w+):(\[[^\]]*\]|\{[^}]*\})/g)].map(
      ([, name, value]) => [name!, value!.slice(1, -1)],
    ),
  )
  const now = world.now().getTime()
  const [start = '', end = ''] = (filters.get('transactionDate') ?? '').split('..')
  const format = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
  if ((start !== '' && !format.test(start)) || (end !== '' && !format.test(end)))
    refuseBy(domain, 400, 135_008, 'The value of transaction date filter is invalid.')
  const limit = asked.url.searchParams.get('limit') ?? '20'
  if (!/^\d+$/.test(limit) || Number(limit) < 1 || Number(limit) > 1000)
    refuseBy(domain, 400, 135_003, 'The value of pagination is invalid.')
  const from = start === '' ? now - 90 * 86_400_000 : Date.parse(start)
  const to = end === '' ? from + 90 * 86_400_000 : Date.parse(end)
  const types = filters.get('transactionType')?.split('|')
  const found = world.transactions
    .filter((row) => {
      const at = Date.parse(String(row.transactionDate))
      return at >= from && at <= to && (types === undefined || types.includes(String(row.transactionType)))
    })
    .sort((a, b) => String(b.transactionDate).localeCompare(String(a.transactionDate)))
  if (found.length === 0) return { status: 204 }
  const { rows, frame } = page(found, asked, { usual: 20, max: 1000 })
  return ok({ ...frame, transactions: rows })
}

export function createSigningKey(asked: Asked, world: World): Answer {
  if (asked.json?.signingKeyCipher !== 'ED25519')
    refuseBy('API_KEYS', 400, 210_001, 'You must supply a valid signing key cipher.')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const text = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const jwe = `eyJ6aXAiOiJERUYiLCJlbmMiOiJBMjU2R0NNIn0.${randomBytes(40).toString('base64url')}`
  world.signingKeys.set(jwe, text)
  const seconds = Math.floor(world.now().getTime() / 1000)
  return ok({
    ...{ signingKeyId: randomBytes(8).toString('hex'), signingKeyCipher: 'ED25519', publicKey: text, jwe },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    ...{ creationTime: seconds, expirationTime: seconds + 3 * 31_536_000 },
  })
}

/** Message signatures (RFC 9421) as eBay asks for them: of the key, the method, the path without query and the host. */
function checkSignature({ headers, method, url, bytes }: Asked, world: World): void {
  const jwe = String(headers['x-ebay-signature-key'] ?? '')
  if (jwe === '') unsigned(215_001, 'Missing x-ebay-signature-key header')
  const input = /^sig1=(\(([^)]*)\);created=(\d+))$/.exec(String(headers['signature-input'] ?? ''))
  const given = /^sig1=:([A-Za-z0-9+/=]+):$/.exec(String(headers.signature ?? ''))?.[1]
  if (input === null || given === undefined) unsigned(215_002, 'Missing or invalid signature headers')
  const [, params, list, created] = input
  if (Math.abs(world.now().getTime() / 1000 - Number(created)) > 600)
    unsigned(215_120, 'The signature is too old or of the future')
  const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
  const values: Readonly<Record<string, string>> = {
    ...(bytes.length > 0 && headers['content-digest'] === digest && { '"content-digest"': digest }),
    '"x-ebay-signature-key"': jwe,
    '"@method"': method,
    '"@path"': url.pathname,
    '"@authority"': url.host,
  }
  const names = list!.split(' ')
  const wanted = [...(bytes.length > 0 ? ['"content-digest"'] : []), ...Object.keys(values).slice(-4)]
  if (wanted.some((name) => !names.includes(name)) || names.some((name) => values[name] === undefined))
    unsigned(215_003, 'The signature does not cover what it has to')
  const base = [...names.map((name) => `${name}: ${values[name]}`), `"@signature-params": ${params}`].join(
    '\n',
  )
  const stored = world.signingKeys.get(jwe)
  if (stored === undefined) unsigned(215_004, 'The key of the signature is not known')
  const key = createPublicKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(base), key, Buffer.from(given, 'base64')))
    unsigned(215_122, 'The signature does not fit what was sent')
}

/** Writes a row into the books. */
export function book(world: World, row: Row): Row {
  const written = {
    transactionId: `${String(world.transactions.length + 1).padStart(2, '0')}-${world.orders.size}-${nextId(world, 1000)}`,
    transactionDate: world.now().toISOString(),
    transactionStatus: 'FUNDS_AVAILABLE_FOR_PAYOUT',
    paymentsEntity: 'eBay Commerce Inc.',
    ...row,
  }
  world.transactions.push(written)
  return written
}

function unsigned(errorId: number, message: string): never {
  refuseBy('ACCESS', 403, errorId, message)
}
