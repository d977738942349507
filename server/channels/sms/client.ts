import type Twilio from 'twilio'
import type { FetchResponse } from '../../core/fetch.ts'
import type { ChannelContext } from '../contract.ts'

/** What Twilio answered to the one call, whatever its library made of it; null when there was no whole answer. */
export interface TwilioAnswer {
  response: FetchResponse | null
  /** Thrown by the call: a FetchError where the network failed. */
  error: unknown
}

export interface TwilioAccount {
  accountSid: string
  authToken: string
  /** In the place of https://api.twilio.com; null for Twilio itself. */
  baseUrl: string | null
}

/** The part of the library's RequestOptions that a message uses. */
interface LibraryRequest {
  method: string
  uri: string
  username?: string
  password?: string
  headers?: Record<string, string>
  data?: Record<string, unknown>
}

/**
 * Creates one message. Twilio's library builds the request; its own HTTP client is replaced, so that the call keeps to
 * the time limit, signal and logs of every other call. Never throws.
 */
export async function createMessage(
  account: TwilioAccount,
  message: { to: string; body: string; from: string },
  ctx: Pick<ChannelContext, 'fetch' | 'signal'>,
): Promise<TwilioAnswer> {
  let response: FetchResponse | null = null
  const httpClient = {
    async request(request: LibraryRequest) {
      const credentials = Buffer.from(`${request.username}:${request.password}`).toString('base64')
      response = await ctx.fetch(addressOf(request.uri, account.baseUrl), {
        method: 'POST',
        headers: { ...request.headers, Authorization: `Basic ${credentials}` },
        body: formOf(request.data ?? {}),
        signal: ctx.signal,
        timeoutMs: 15_000,
        bytesMax: 1024 * 1024,
        network: account.baseUrl === null ? 'public' : 'any',
        redirectsMax: 0,
      })
      return { statusCode: response.status, body: response.text(), headers: response.headers }
    },
  }
  try {
    // Loaded at first use: it is large, and most installations have no account.
    const { default: twilio } = await import('twilio')
    const client = twilio(account.accountSid, account.authToken, {
      httpClient: httpClient as unknown as InstanceType<typeof Twilio.RequestClient>,
      // Not from the environment, which only config.ts reads: another region is set by TWILIO_BASE_URL.
      edge: '',
      region: '',
    })
    const { from, ...rest } = message
    await client.messages.create({
      ...rest,
      ...(from.startsWith('MG') ? { messagingServiceSid: from } : { from }),
    })
    return { response, error: null }
  } catch (error) {
    return { response, error }
  }
}

function addressOf(uri: string, baseUrl: string | null): string {
  if (baseUrl === null) return uri
  const { pathname, search } = new URL(uri)
  return baseUrl.replace(/\/+$/, '') + pathname + search
}

function formOf(data: Record<string, unknown>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(data)) form.append(name, String(value))
  return form.toString()
}
