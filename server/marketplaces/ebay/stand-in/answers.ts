import type { IncomingHttpHeaders } from 'node:http'

export interface Asked {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  bytes: Buffer
  /** Of a JSON body; undefined without one. */
  json: Readonly<Record<string, unknown>> | undefined
  /** What the pattern of the path caught. */
  parts: readonly string[]
}

export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

export interface EbayError {
  errorId: number
  domain: string
  subdomain?: string
  category: 'REQUEST' | 'APPLICATION' | 'BUSINESS'
  message: string
  longMessage?: string
  parameters?: { name: string; value: string }[]
}

export interface Amount {
  value: string
  currency: string
}

/** An answer in place of the one that was asked for. */
export class Refusal extends Error {
  readonly answer: Answer
  constructor(status: number, errors: EbayError[]) {
    super(errors.map(({ message }) => message).join(' '))
    this.answer = { status, body: { errors } }
  }
}

/** What the Inventory API says of what it does not take. */
export function inventoryError(
  errorId: number,
  message: string,
  parameters: { name: string; value: string }[] = [],
): EbayError {
  return {
    ...{ errorId, domain: 'API_INVENTORY', subdomain: 'Selling' },
    category: errorId === 25001 || errorId === 25025 ? 'APPLICATION' : 'REQUEST',
    ...{ message, longMessage: message },
    ...(parameters.length > 0 && { parameters }),
  }
}

export function refuse(
  errorId: number,
  message: string,
  more: { status?: number; parameters?: { name: string; value: string }[] } = {},
): never {
  throw new Refusal(more.status ?? 400, [inventoryError(errorId, message, more.parameters)])
}

/** The same of other APIs. */
export function refuseBy(domain: string, status: number, errorId: number, message: string): never {
  throw new Refusal(status, [{ errorId, domain, category: 'REQUEST', message, longMessage: message }])
}

export function ok(body: unknown, headers?: Record<string, string>): Answer {
  return { status: 200, body, ...(headers !== undefined && { headers }) }
}

export function amount(cents: number, currency: string): Amount {
  const sign = cents < 0 ? '-' : ''
  const size = Math.abs(cents)
  return { value: `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`, currency }
}

/** null for what is no amount with two decimals at the most. */
export function centsOf(value: unknown): number | null {
  const match = typeof value === 'string' ? /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(value) : null
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

export function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

export function page<T>(rows: readonly T[], { url }: Asked, limits: { usual: number; max: number }) {
  const limit = Math.min(Number(url.searchParams.get('limit') ?? limits.usual), limits.max)
  const offset = Number(url.searchParams.get('offset') ?? 0)
  const at = (from: number) => {
    const other = new URL(url)
    other.searchParams.set('limit', String(limit))
    other.searchParams.set('offset', String(from))
    return other.href
  }
  return {
    rows: rows.slice(offset, offset + limit),
    frame: {
      ...{ href: url.href, total: rows.length, limit, offset },
      ...(offset + limit < rows.length && { next: at(offset + limit) }),
      ...(offset > 0 && { prev: at(Math.max(0, offset - limit)) }),
    },
  }
}
