import { FetchError, type FetchResponse } from '../core/fetch.ts'
import type { FieldSpec } from '../core/fields.ts'
import type { OptionSpec } from '../core/options.ts'
import type { ChannelContext, DeliveryResult } from './contract.ts'
import { errorOutcome } from './outcome.ts'

/** One request to a provider. */
export interface ProviderCall {
  /** Begins sentences: `Slack`, `The ntfy server at ntfy.sh`. */
  provider: string
  url: string
  method?: 'POST' | 'PUT'
  headers?: Record<string, string>
  /** Sent as it is, by default as JSON. */
  body: string
  network: 'public' | 'any'
  /** What to do when there was no answer, ends a sentence. */
  remedy: string
  /** The same when the address is in a private network; absent where the address is the operator's. */
  privateRemedy?: string
}

/** The answer of any status, or what the lack of an answer means for the delivery. Never follows a redirect. */
export async function callProvider(
  ctx: ChannelContext,
  call: ProviderCall,
): Promise<FetchResponse | DeliveryResult> {
  try {
    const response = await ctx.fetch(call.url, {
      method: call.method ?? 'POST',
      headers: { 'content-type': 'application/json', ...call.headers },
      body: call.body,
      signal: ctx.signal,
      timeoutMs: 15_000,
      bytesMax: 1024 * 1024,
      network: call.network,
      redirectsMax: 0,
    })
    ctx.log.debug({ provider: call.provider, status: response.status }, 'provider answered')
    return response
  } catch (error) {
    const isPrivate = error instanceof FetchError && error.kind === 'refused-address'
    return errorOutcome(call.provider, error, (isPrivate && call.privateRemedy) || call.remedy)
  }
}

export function isAnswer(answer: FetchResponse | DeliveryResult): answer is FetchResponse {
  return 'status' in answer
}

export function isOk({ status }: Pick<FetchResponse, 'status'>): boolean {
  return status >= 200 && status < 300
}

/** A provider with one address for everybody, which the operator may replace. */
export function fixedServer(
  ctx: ChannelContext,
  option: string,
  usual: string,
): Pick<ProviderCall, 'network' | 'remedy'> & { base: string } {
  const override = ctx.options[option]
  if (typeof override === 'string' && override !== '') {
    return {
      base: override.replace(/\/+$/, ''),
      network: 'any',
      remedy: `the operator should check ${option} and the network.`,
    }
  }
  return {
    base: usual,
    network: 'public',
    remedy: `the operator should check that this machine can reach ${new URL(usual).hostname}.`,
  }
}

/** The option that lets people name servers in private networks; `whose` is a plural: `ntfy servers`. */
export function privateNetworkOption(env: string, whose: string): OptionSpec {
  return {
    env,
    type: 'boolean',
    default: false,
    doc: `Let ${whose} be in private networks and on this machine, e.g. in your home; only where every user is trusted.`,
  }
}

/** The field for the address of a person's own server. */
export function serverField(overrides: Partial<FieldSpec>): FieldSpec {
  return { name: 'server', label: 'Server', type: 'url', required: true, target: true, ...overrides }
}

/**
 * The server that a person named: `base` without query and trailing slash, and how it may be called. Null when the
 * address is none.
 */
export function personServer(
  ctx: ChannelContext,
  { address, name, option }: { address: unknown; name: string; option: string },
): (Omit<ProviderCall, 'url' | 'body'> & { base: string }) | null {
  const url = typeof address === 'string' ? URL.parse(address) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const login = url.username || url.password ? `${url.username}:${url.password}@` : ''
  return {
    base: `${url.protocol}//${login}${url.host}${url.pathname}`.replace(/\/+$/, ''),
    provider: `The ${name} at ${url.hostname}`,
    network: ctx.options[option] === true ? 'any' : 'public',
    remedy: 'check its address and that it runs.',
    privateRemedy: `use a public address, or ask the operator to set ${option}.`,
  }
}
