import type { ServerResponse } from 'node:http'
import {
  type FakeServer,
  type FakeServerRequest,
  sendJson,
  startFakeServer,
} from '../../../test/harness/fake-server.ts'
import type { ChannelFakeServer, Mood } from '../fake-server.ts'

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
export const authToken = 'f00dfacef00dfacef00dfacef00dface'

/** Twilio's error body, see https://www.twilio.com/docs/usage/twilios-response. */
export function sendTwilioError(response: ServerResponse, status: number, code: number, message: string) {
  sendJson(response, status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  })
}

/** What Twilio would find wrong with a request, as status, error code and message. */
function problemOf(request: FakeServerRequest): [status: number, code: number, message: string] | null {
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  if (request.headers.authorization !== `Basic ${login}`) return [401, 20003, 'Authenticate']
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  if (request.method !== 'POST' || request.url.pathname !== path) {
    return [404, 20404, `The requested resource ${request.url.pathname} was not found`]
  }
  const form = formOf(request)
  const body = form.get('Body')
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded' || !body) {
    return [400, 21602, 'Message body is required.']
  }
  const to = form.get('To') ?? ''
  if (!/^\+\d{7,15}$/.test(to)) return [400, 21211, `Invalid 'To' Phone Number: ${to}`]
  if (!form.get('From') === !form.get('MessagingServiceSid')) {
    return [400, 21603, "A 'From' phone number is required."]
  }
  if (body.length > 1600)
    return [400, 21617, 'The concatenated message body exceeds the 1600 character limit']
  return null
}

/**
 * Messages.json of Twilio's API 2010-04-01 as https://www.twilio.com/docs/messaging/api/message-resource describes it:
 * Basic authentication, a form in, the message resource out.
 */
export function acceptMessage(request: FakeServerRequest, response: ServerResponse): void {
  const problem = problemOf(request)
  if (problem) sendTwilioError(response, ...problem)
  else sendJson(response, 201, messageResource(formOf(request)))
}

function messageResource(form: URLSearchParams) {
  const sid = 'SM0123456789abcdef0123456789abcdef'
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: form.get('Body'),
    date_created: 'Fri, 20 Nov 2026 19:00:05 +0000',
    date_sent: null,
    date_updated: 'Fri, 20 Nov 2026 19:00:05 +0000',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: form.get('From'),
    messaging_service_sid: form.get('MessagingServiceSid'),
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    sid,
    status: form.get('MessagingServiceSid') ? 'accepted' : 'queued',
    subresource_uris: { media: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media.json` },
    to: form.get('To'),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
  }
}

export const formOf = (request: FakeServerRequest) => new URLSearchParams(request.body)

const moods: Record<Exclude<Mood, 'down'>, (request: FakeServerRequest, response: ServerResponse) => void> = {
  ok: acceptMessage,
  busy: (_request, response) => sendTwilioError(response, 429, 20429, 'Too Many Requests'),
  error: (_request, response) => sendTwilioError(response, 500, 20500, 'Internal Server Error'),
  refuse: (request, response) =>
    sendTwilioError(
      response,
      400,
      21211,
      `The 'To' number ${formOf(request).get('To')} is not a valid phone number.`,
    ),
  hang: () => {},
  cut: (_request, response) => void response.socket?.destroy(),
}

export async function startTwilio(): Promise<FakeServer> {
  return await startFakeServer(acceptMessage)
}

export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const server = await startTwilio()
  return {
    settings: { phone: '+15005550006' },
    options: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: '+15005550001',
      TWILIO_BASE_URL: server.baseUrl,
    },
    secrets: [authToken, Buffer.from(`${accountSid}:${authToken}`).toString('base64')],
    async become(mood) {
      if (mood === 'down') await server[Symbol.asyncDispose]()
      else server.handle(moods[mood])
    },
    received: () => server.requests.map((request) => formOf(request).get('Body') ?? ''),
    // Twilio sends a repetition as a message of its own.
    repetitionIds: () => null,
    // Twilio names no time: https://www.twilio.com/docs/api/errors/20429 asks for exponential backoff.
    busyWaitMs: null,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
