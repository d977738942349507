import type { ServerResponse } from 'node:http'
import type { Answer, Asked } from './answers.ts'

/**
 * What goes wrong. `reset`: the connection breaks; `silence`: no answer ever comes; `empty`: the status without a body;
 * `warnings`: the answer with warnings in it; `part`: of what is asked for several, 207 and a part of it; `cut`: the
 * answer breaks off in the middle; a number: that status with eBay's words for it.
 */
export type FaultKind = 'reset' | 'silence' | 'empty' | 'warnings' | 'part' | 'cut' | number

export interface Fault {
  method?: string
  /** Where it happens, as a regular expression over path and query; everywhere where left out. */
  path?: string
  /** Whether the call is done all the same. */
  when: 'before' | 'after'
  kind: FaultKind
  /** How often; default once. */
  times?: number
  /** How many such calls go well first. */
  skip?: number
  /** eBay's number for it, of statuses. */
  errorId?: number
  retryAfterS?: number
}

/** The fault that this call meets; each is used up by it. */
export function takeFault(faults: Fault[], { method, url }: Pick<Asked, 'method' | 'url'>): Fault | null {
  const fault = faults.find(
    (one) =>
      (one.method === undefined || one.method === method) &&
      new RegExp(one.path ?? '').test(`${url.pathname}${url.search}`),
  )
  if (fault === undefined) return null
  if ((fault.skip ?? 0) > 0) {
    fault.skip = fault.skip! - 1
    return null
  }
  fault.times = (fault.times ?? 1) - 1
  if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
  return fault
}

/** The answer that is sent in place of `done`; null where none is. */
export function spoiled(fault: Fault, done: Answer | null): Answer | 'cut' | null {
  const { kind } = fault
  if (typeof kind === 'number') return refusalOf(kind, fault)
  if (kind === 'reset' || kind === 'silence') return null
  if (kind === 'cut') return 'cut'
  if (kind === 'empty') {
    const { body: _, ...rest } = done ?? { status: 200 }
    return rest
  }
  if (done === null) return { status: 200 }
  return kind === 'warnings' ? withWarning(done) : done
}

const domains: readonly [RegExp, string, number][] = [
  [/^\/sell\/inventory/, 'API_INVENTORY', 25001],
  [/^\/sell\/account/, 'API_ACCOUNT', 20500],
  [/^\/sell\/fulfillment/, 'API_FULFILLMENT', 30500],
  [/^\/sell\/finances/, 'API_FINANCES', 135000],
  [/^\/commerce\/taxonomy/, 'API_TAXONOMY', 62000],
]

function refusalOf(status: number, { errorId, retryAfterS, path }: Fault): Answer {
  const [, domain, systemId] = domains.find(([pattern]) => pattern.test((path ?? '').replace('^', ''))) ?? [
    null,
    'API_INVENTORY',
    25001,
  ]
  const id = errorId ?? (status === 429 ? 2001 : systemId)
  const message =
    status === 429 ? 'The request limit has been reached for the resource.' : 'A system error has occurred.'
  return {
    status,
    body: { errors: [{ errorId: id, domain, category: status >= 500 ? 'APPLICATION' : 'REQUEST', message }] },
    ...(retryAfterS !== undefined && { headers: { 'retry-after': String(retryAfterS) } }),
  }
}

function withWarning(done: Answer): Answer {
  if (done.status >= 300) return done
  const warning = {
    ...{ errorId: 25402, domain: 'API_INVENTORY', category: 'APPLICATION' },
    message: 'System warning. The return policy was changed to 30 days.',
  }
  const body = typeof done.body === 'object' && done.body !== null ? done.body : {}
  return { ...done, status: done.status === 204 ? 200 : done.status, body: { ...body, warnings: [warning] } }
}

/** Half of it, and then the connection breaks. */
export function sendCut(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text) + 40,
  })
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.destroy())
}
