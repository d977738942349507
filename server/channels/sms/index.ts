import { FetchError } from '../../core/fetch.ts'
import type { OptionValues } from '../../core/options.ts'
import { phoneNumber } from '../../core/phone.ts'
import type { Message } from '../../model/message.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { errorOutcome } from '../outcome.ts'
import { createMessage } from './client.ts'
import { german } from './german.ts'
import { outcomeOf } from './outcome.ts'
import { smsText } from './text.ts'

const sms: Channel = {
  id: 'sms',
  words: { de: german },
  name: 'SMS',
  description: 'Sends each message as a short text to a phone, through a Twilio account of the operator.',
  options: [
    {
      env: 'TWILIO_ACCOUNT_SID',
      type: 'string',
      doc: 'Account SID (AC…) of the Twilio account that sends text messages; every segment costs money.',
    },
    { env: 'TWILIO_AUTH_TOKEN', type: 'string', secret: true, doc: 'Auth token of the Twilio account.' },
    {
      env: 'TWILIO_FROM',
      type: 'string',
      doc: 'Sender of text messages: a number of the Twilio account (+15551234567) or a messaging service (MG…).',
    },
    {
      env: 'TWILIO_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Where Twilio is called instead of https://api.twilio.com, e.g. https://api.dublin.ie1.twilio.com for another region.',
    },
  ],
  fields: [
    {
      name: 'phone',
      label: 'Mobile number',
      type: 'text',
      required: true,
      target: true,
      help: 'With + and the country code, e.g. +1 555 123 4567.',
      problem: (text) =>
        phoneNumber(text) === null ? 'is no phone number with + and the country code' : null,
    },
  ],
  confirmation: 'code',
  unavailable,
  deliver,
}

export default sms

function unavailable(options: OptionValues): string | null {
  if (!/^AC[0-9a-fA-F]{32}$/.test(String(options.TWILIO_ACCOUNT_SID ?? ''))) {
    return 'Set TWILIO_ACCOUNT_SID to the Account SID of a Twilio account (AC and 32 characters).'
  }
  if (!options.TWILIO_AUTH_TOKEN) return 'Set TWILIO_AUTH_TOKEN to the auth token of the Twilio account.'
  return senderOf(options) === null
    ? 'Set TWILIO_FROM to a number of the Twilio account (+15551234567) or a messaging service (MG…).'
    : null
}

function senderOf(options: OptionValues): string | null {
  const from = String(options.TWILIO_FROM ?? '').trim()
  return /^MG[0-9a-fA-F]{32}$/.test(from) ? from : phoneNumber(from)
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const problem = unavailable(ctx.options)
  const from = senderOf(ctx.options)
  // The operator's to mend: the message waits meanwhile.
  if (problem !== null || from === null) {
    return { outcome: 'retry', reason: problem ?? 'Set TWILIO_FROM.', blocked: true }
  }
  const to = phoneNumber(String(ctx.settings.phone ?? ''))
  if (to === null) {
    return {
      outcome: 'failed',
      reason: 'This is not a phone number with + and the country code; check the mobile number.',
    }
  }
  const override = ctx.options.TWILIO_BASE_URL
  const baseUrl = typeof override === 'string' && override ? override : null
  const account = {
    accountSid: String(ctx.options.TWILIO_ACCOUNT_SID),
    authToken: String(ctx.options.TWILIO_AUTH_TOKEN),
    baseUrl,
  }
  const body = smsText(message, ctx.baseUrl)
  const { response, error } = await createMessage(account, { to, body, from }, ctx)
  if (response) {
    ctx.log.debug({ channel: 'sms', status: response.status }, 'twilio answered')
    return outcomeOf(response, ctx.clock.now())
  }
  const { kind = 'unexpected' } = error instanceof FetchError ? error : {}
  ctx.log.debug({ channel: 'sms', kind }, 'twilio gave no answer')
  return errorOutcome(
    'Twilio',
    error,
    baseUrl
      ? 'the operator should check TWILIO_BASE_URL and the network.'
      : 'the operator should check that this machine can reach api.twilio.com.',
  )
}
