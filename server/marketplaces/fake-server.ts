import type { ServerResponse } from 'node:http'
import { type FakeServer, type FakeServerHandler, sendJson } from '../../test/harness/fake-server.ts'
import type { FieldValues } from '../core/fields.ts'
import type { OptionValues } from '../core/options.ts'
import type { AdToPost } from '../model/selling.ts'
import type { MailMessage, SearchQuery } from './contract.ts'

/**
 * How a fake site behaves: has results; has none; refuses; asks to slow down; is out of order; never answers;
 * cuts the connection in the middle of its answer; answers with somebody else's page; sends a part of its answer
 * as if that were all; is not there.
 */
export type Mood =
  | 'ok'
  | 'empty'
  | 'blocked'
  | 'throttled'
  | 'error'
  | 'hang'
  | 'cut'
  | 'foreign'
  | 'truncated'
  | 'down'

/** What a throttling fake server asks for, in ms. */
export const throttledMs = 7000

/** A site on loopback that an adapter's `contract-fake-server.ts` starts for the contract tests. */
export interface MarketplaceFakeServer extends AsyncDisposable {
  /** What a person would have filled in for a source of it. */
  settings: FieldValues
  options: OptionValues
  /** A query for which it has results. */
  query: Partial<SearchQuery>
  /** A listing whose details it has; null where the adapter reads none. */
  listing: { externalId: string; url: string } | null
  /** False where the site never proves that there is nothing: its empty page counts as an outage. */
  provesEmpty?: false
  /** Address of a page of results on the site itself, where the adapter reads the page on a person's screen. */
  pageUrl?: string
  /** An alert mail with listings, where the adapter reads mails. */
  mail?: MailMessage
  /** Where the adapter identifies: pasted addresses of listings, some with tracking parts, and addresses of other things. */
  links?: { listings: { url: string; externalId: string }[]; others: string[] }
  /** Texts that must never show up in a compiled query, a reason or a log. */
  secrets: string[]
  become(mood: Mood): Promise<void>
}

export type StartMarketplaceFakeServer = () => Promise<MarketplaceFakeServer>

/** A site on which one can post, that an adapter's `stand-in/contract-stand-in.ts` starts for the contract tests. */
export interface SellingFakeServer extends AsyncDisposable {
  options: OptionValues
  accessToken: string
  /** Which it takes as it is. */
  ad: AdToPost
  /** How many live listings a SKU has there. */
  live(sku: string): number
  /** How many calls it has had. */
  calls(): number
  /** The next call that changes something breaks without an answer: before it is done, or after. */
  breakNextChange(when: 'before' | 'after'): void
  /** Every call breaks until further notice, or goes on. */
  become(mood: 'ok' | 'down'): void
  /** Somebody buys one of it; the number of the order. */
  sell(sku: string): string
  /** Texts that must never show up in a reason, a log or the ledger of calls: tokens, and who bought. */
  secrets: string[]
}

export type StartSellingFakeServer = () => Promise<SellingFakeServer>

export const noQuery: SearchQuery = {
  all: [],
  any: [],
  none: [],
  categories: [],
  conditions: [],
  currency: 'USD',
}

/** An answer of one body. */
export function sends(body: string, type: string): FakeServerHandler {
  return (_, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }
}

/** Makes `site` behave; `body` is its answer with results, `isSignIn` tells requests that always succeed. */
export function moody(
  site: FakeServer,
  answers: {
    ok: FakeServerHandler
    empty: FakeServerHandler
    body: string
    type: string
    isSignIn?: (path: string) => boolean
  },
): (mood: Mood) => Promise<void> {
  const { body, type } = answers
  const misbehave: Record<Exclude<Mood, 'down'>, FakeServerHandler> = {
    ok: answers.ok,
    empty: answers.empty,
    blocked: (_, response) => void response.writeHead(403).end('no'),
    throttled: (_, response) => sendJson(response, 429, {}, { 'retry-after': String(throttledMs / 1000) }),
    error: (_, response) => void response.writeHead(500).end('oops'),
    hang: () => {},
    cut: (_, response) => cut(response, body, type),
    foreign: sends(
      '<!doctype html><title>Welcome</title><form>Hotel Wi-Fi: accept our terms</form>',
      'text/html',
    ),
    truncated: sends(body.slice(0, Math.floor(body.length * 0.6)), type),
  }
  return async (mood) => {
    if (mood === 'down') return site[Symbol.asyncDispose]()
    site.handle((request, response) =>
      (answers.isSignIn?.(request.url.pathname) ? answers.ok : misbehave[mood])(request, response),
    )
  }
}

function cut(response: ServerResponse, body: string, type: string): void {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
}
