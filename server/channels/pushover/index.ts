import type { FetchResponse } from '../../core/fetch.ts'
import type { Message } from '../../model/message.ts'
import { callProvider, fixedServer, isAnswer, isOk } from '../call.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { clampWait, jsonObject, quote, statusOutcome, targetGone } from '../outcome.ts'
import { german } from './german.ts'
import { pushoverPayload } from './payload.ts'

const pushover: Channel = {
  id: 'pushover',
  words: { de: german },
  name: 'Pushover',
  description: 'Pushes messages to your devices through Pushover.',
  options: [
    {
      env: 'PUSHOVER_TOKEN',
      type: 'string',
      secret: true,
      doc: 'API token of a Pushover application for people who bring none of their own (https://pushover.net/apps/build).',
    },
    {
      env: 'PUSHOVER_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where Pushover is called instead of https://api.pushover.net, e.g. a proxy of yours.',
    },
  ],
  fields: [
    {
      name: 'userKey',
      label: 'User key',
      type: 'text',
      required: true,
      secret: true,
      help: 'On pushover.net after signing in: “Your User Key”; a group’s key does too.',
    },
    {
      name: 'appToken',
      label: 'Application token',
      type: 'text',
      secret: true,
      help: 'Of an application made at pushover.net/apps/build; leave it empty where the operator has set one.',
    },
    {
      name: 'device',
      label: 'Device',
      type: 'text',
      target: true,
      help: 'The name of one device; empty = all of yours.',
    },
  ],
  unavailable: () => null,
  deliver,
}

export default pushover

interface Token {
  value: string
  /** The operator's: not for the person to mend. */
  isOperators: boolean
}

function tokenOf(ctx: ChannelContext): Token | null {
  const { appToken } = ctx.settings
  const operators = ctx.options.PUSHOVER_TOKEN
  if (typeof appToken === 'string' && appToken) return { value: appToken, isOperators: false }
  return typeof operators === 'string' && operators ? { value: operators, isOperators: true } : null
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const { userKey, device } = ctx.settings
  const token = tokenOf(ctx)
  if (!token) {
    return {
      outcome: 'failed',
      reason:
        'Pushover needs an application token; set one of yours, or ask the operator to set PUSHOVER_TOKEN.',
    }
  }
  if (typeof userKey !== 'string' || !/^[A-Za-z0-9]{30}$/.test(userKey)) {
    return {
      outcome: 'failed',
      reason: 'This is not a user key of Pushover (30 letters and digits); copy it again from pushover.net.',
    }
  }
  const to = { token: token.value, user: userKey, ...(typeof device === 'string' && device && { device }) }
  const { base, ...server } = fixedServer(ctx, 'PUSHOVER_BASE_URL', 'https://api.pushover.net')
  const answer = await callProvider(ctx, {
    ...server,
    provider: 'Pushover',
    url: `${base}/1/messages.json`,
    body: JSON.stringify(pushoverPayload(message, ctx.baseUrl, to)),
  })
  return isAnswer(answer) ? outcomeOf(answer, ctx, token) : answer
}

/**
 * By https://pushover.net/api#response: `status` 1 is the only yes; anything else comes with `errors` and names the
 * wrong parameter (`user: invalid`), and asking again would not help.
 */
function outcomeOf(response: FetchResponse, ctx: ChannelContext, token: Token): DeliveryResult {
  const { status, request, errors, user, token: tokenSaid } = jsonObject(response)
  if (isOk(response) && status === 1) {
    return { outcome: 'sent', ...(typeof request === 'string' && { providerRef: request.slice(0, 100) }) }
  }
  const said = quote(Array.isArray(errors) ? errors.join('; ') : '', [token.value, ctx.settings.userKey])
  if (response.status === 429) return overQuota(response, ctx, said)
  const isDefinite = isOk(response) || (response.status >= 400 && response.status < 500)
  if (isDefinite && tokenSaid === 'invalid') return tokenRefused(token, said)
  if (isDefinite && user === 'invalid') {
    return targetGone(`Pushover does not know the user key${said}; copy it again from pushover.net.`)
  }
  if (isOk(response)) {
    return {
      outcome: 'failed',
      reason: `Pushover did not take the message${said}; check user key and token.`,
    }
  }
  return statusOutcome('Pushover', response, `check user key and token${said}.`, ctx.clock.now())
}

function tokenRefused(token: Token, said: string): DeliveryResult {
  if (!token.isOperators) {
    return targetGone(
      `Pushover does not accept the application token${said}; make a new one at pushover.net/apps/build.`,
    )
  }
  return {
    outcome: 'retry',
    blocked: true,
    reason: `Pushover does not accept the operator’s application token${said}; the operator should check PUSHOVER_TOKEN.`,
  }
}

/** The month's messages are used up until X-Limit-App-Reset (Unix seconds), https://pushover.net/api#limits. */
function overQuota(response: FetchResponse, ctx: ChannelContext, said: string): DeliveryResult {
  const result = statusOutcome('Pushover', response, 'wait.', ctx.clock.now())
  const reset = Number(response.headers['x-limit-app-reset'])
  if (result.outcome !== 'retry' || response.headers['x-limit-app-remaining'] !== '0' || !(reset > 0)) {
    return result
  }
  return {
    ...result,
    afterMs: clampWait(reset * 1000 - ctx.clock.now().getTime()),
    reason: `The messages that Pushover lets this application send in a month are used up${said}; more can be bought at pushover.net, Deal Scout tries again by itself.`,
  }
}
