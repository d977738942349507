import {
  type FakeServer,
  type FakeServerHandler,
  type FakeServerRequest,
  sendJson,
  startFakeServer,
} from '../../../test/harness/fake-server.ts'

export interface EbayFakeServer extends FakeServer {
  /** Error and warning ids that our requests earned. */
  complaints: number[]
  /** Tokens that are good; emptied to let all of them end. */
  tokens: Set<string>
  /** Answers by path and query, asked before the rows are searched. */
  answer(path: string, status: number, body: unknown): void
  /** Its own way of answering, for those who replace it for a while. */
  asEbay: FakeServerHandler
}

/**
 * A server with eBay's rules for requests: keys, tokens, parameters, filters. It holds `rows` for every search and
 * complains as eBay does, with the same ids (400 for what it refuses, warnings for what it ignores).
 */
export async function startEbayFakeServer(rows: readonly unknown[]): Promise<EbayFakeServer> {
  const complaints: number[] = []
  const tokens = new Set<string>()
  const answers = new Map<string, { status: number; body: unknown }>()
  let issued = 0
  const asEbay: FakeServerHandler = (request, response) => {
    const fail = (status: number, errorId: number, message: string, domain = 'API_BROWSE'): void => {
      if (status !== 401) complaints.push(errorId)
      sendJson(response, status, { errors: [{ errorId, domain, category: 'REQUEST', message }] })
    }
    const { url } = request
    if (url.pathname === '/identity/v1/oauth2/token') {
      if (request.headers.authorization !== `Basic ${Buffer.from('id:secret').toString('base64')}`)
        return sendJson(response, 401, {
          error: 'invalid_client',
          error_description: 'client authentication failed',
        })
      const form = new URLSearchParams(request.body)
      if (form.get('grant_type') !== 'client_credentials')
        return sendJson(response, 400, { error: 'unsupported_grant_type' })
      const token = `token-${++issued}`
      tokens.add(token)
      return sendJson(response, 200, {
        access_token: token,
        expires_in: 7200,
        token_type: 'Application Access Token',
      })
    }
    if (!tokens.has(request.headers.authorization?.replace(/^Bearer /, '') ?? ''))
      return fail(401, 1001, 'Invalid access token', 'OAuth')
    const planned = answers.get(url.pathname + url.search) ?? answers.get(url.pathname)
    if (planned) return sendJson(response, planned.status, planned.body)
    if (url.pathname !== '/buy/browse/v1/item_summary/search')
      return fail(404, 11001, 'The specified item Id was not found.')
    const refusal = refused(url.searchParams)
    if (refusal) return fail(refusal === 12013 ? 409 : 400, refusal, 'refused')
    const warnings = ignored(url.searchParams, request)
    complaints.push(...warnings)
    const limit = Number(url.searchParams.get('limit') ?? 50)
    const offset = Number(url.searchParams.get('offset') ?? 0)
    const page = rows.slice(offset, offset + limit)
    sendJson(response, 200, {
      href: url.href,
      total: rows.length,
      limit,
      offset,
      ...(offset + limit < rows.length && { next: `${url.origin}${url.pathname}?offset=${offset + limit}` }),
      ...(page.length > 0 && { itemSummaries: page }),
      ...(warnings.length > 0 && {
        warnings: warnings.map((errorId) => ({ errorId, domain: 'API_BROWSE', message: 'ignored' })),
      }),
    })
  }
  return Object.assign(await startFakeServer(asEbay), {
    asEbay,
    complaints,
    tokens,
    answer(path: string, status: number, body: unknown) {
      answers.set(path, { status, body })
    },
  })
}

/** The id with which eBay refuses the request (HTTP 400 or 409). */
function refused(params: URLSearchParams): number | undefined {
  const q = params.get('q')
  const category = params.get('category_ids')
  const limit = params.get('limit') ?? '50'
  const offset = params.get('offset') ?? '0'
  if (!q && !category) return 12001
  if (!/^\d+$/.test(limit)) return 12007
  if (Number(limit) < 1 || Number(limit) > 200) return 12006
  if (!/^\d+$/.test(offset)) return 12005
  if (Number(offset) >= 10_000) return 12029
  if (Number(offset) % Number(limit) !== 0) return 12515
  const top = [
    '15032',
    '58058',
    '625',
    '1249',
    '619',
    '267',
    '11233',
    '220',
    '2984',
    '26395',
    '1281',
    '11450',
    '281',
  ]
  if (category && !q && top.includes(category)) return 12013
  const filter = params.get('filter') ?? ''
  if ((filter.match(/itemLocation(?:Country|Region)|pickupRadius:/g) ?? []).length > 1) return 12517
  return undefined
}

/** The ids of warnings: what eBay leaves out of a search without failing. */
function ignored(params: URLSearchParams, request: FakeServerRequest): number[] {
  const warnings: number[] = []
  const q = params.get('q') ?? ''
  if (q.length > 100 || /["*]/.test(q) || (q.includes('(') && !/^\([^()]+\)$/.test(q))) warnings.push(12002)
  const filters = new Map(
    splitFilters(params.get('filter') ?? '').map((entry) => {
      const colon = entry.indexOf(':')
      return [entry.slice(0, colon), entry.slice(colon + 1)] as const
    }),
  )
  const shapes: Record<string, RegExp> = {
    buyingOptions: /^\{(?:FIXED_PRICE|AUCTION|BEST_OFFER|CLASSIFIED_AD|\|)+\}$/,
    conditionIds: /^\{\d{4}(?:\|\d{4})*\}$/,
    price: /^\[(?:\d+\.\d\d)?(?:\.\.\d+\.\d\d)?\]$/,
    priceCurrency: /^[A-Z]{3}$/,
    itemLocationCountry: /^[A-Z]{2}$/,
  }
  for (const [name, value] of filters) if (!shapes[name]?.test(value)) warnings.push(12002)
  if (filters.has('price') !== filters.has('priceCurrency')) warnings.push(12012)
  const [low, high] = (filters.get('price') ?? '').replace(/[[\]]/g, '').split('..')
  if (high && Number(low) > Number(high)) warnings.push(12002)
  const sorts = ['price', '-price', 'newlyListed', 'endingSoonest']
  if (!sorts.includes(params.get('sort') ?? 'price')) warnings.push(12008)
  if (!/^\d*$/.test(params.get('category_ids') ?? '')) warnings.push(12009)
  if (!['MATCHING_ITEMS', 'EXTENDED', 'FULL'].includes(params.get('fieldgroups') ?? 'FULL'))
    warnings.push(12016)
  const context = String(request.headers['x-ebay-c-enduserctx'] ?? '')
  if (!/^contextualLocation=country%3D[A-Z]{2}(?:%2Czip%3D[\w%-]+)?$/.test(context)) warnings.push(12015)
  return warnings
}

/** Commas inside brackets belong to a value. */
function splitFilters(filter: string): string[] {
  return filter === '' ? [] : filter.split(/,(?=[a-zA-Z]+:)/)
}
