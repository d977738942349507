import type { FetchResponse } from '../../core/fetch.ts'
import type { DeliveryResult } from '../contract.ts'
import { statusOutcome } from '../outcome.ts'

/**
 * What Twilio's error codes mean for a delivery (https://www.twilio.com/docs/api/errors). Twilio adds codes over time:
 * what is not here is evaluated by its HTTP status.
 */
const gone: Record<number, string> = {
  21211: 'This is not a phone number; check it, with + and the country code.',
  21217: 'This is not a phone number; check it, with + and the country code.',
  21265: 'This is a short code, which cannot receive messages; enter a mobile number.',
  21610:
    'The owner of this number answered STOP; to receive messages again, send START to the number they came from and confirm it here again.',
  21614: 'This is not a mobile number; enter one that can receive text messages.',
  21635: 'This is a landline, which cannot receive text messages; enter a mobile number.',
  30005: 'This number does not exist; check it.',
  30006: 'This number cannot receive text messages; enter a mobile number.',
}

/** Twilio accepts nothing for this number until the operator has mended it: messages wait meanwhile. */
const operators: Record<number, string> = {
  10001: 'The Twilio account is not active; the operator should look at the Twilio console.',
  20003:
    'Twilio refused the login; the operator should check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, and that the account is not suspended.',
  20005: 'The Twilio account is not active; the operator should look at the Twilio console.',
  20404: 'Twilio does not know the account; the operator should check TWILIO_ACCOUNT_SID.',
  21212: 'Twilio does not accept the sender; the operator should check TWILIO_FROM.',
  21408:
    'Twilio may not send to this country yet; the operator should allow it under Messaging Geographic Permissions in the Twilio console.',
  21603: 'Twilio does not accept the sender; the operator should check TWILIO_FROM.',
  21606: 'The sender cannot send text messages to this number; the operator should check TWILIO_FROM.',
  21608:
    'A Twilio trial account sends only to numbers verified in its console; the operator should verify this number or upgrade the account.',
  21612: 'Twilio has no way from the sender to this number; the operator should check TWILIO_FROM.',
  21659: 'The sender is not a number of Twilio; the operator should check TWILIO_FROM.',
  21660: 'The sender belongs to another Twilio account; the operator should check TWILIO_FROM.',
  21661: 'The sender cannot send text messages; the operator should check TWILIO_FROM.',
  21701: 'The messaging service does not exist; the operator should check TWILIO_FROM.',
  21703: 'The messaging service has no sender; the operator should add one in the Twilio console.',
  30002: 'The Twilio account is suspended; the operator should look at the Twilio console.',
  30034:
    'The sender is not registered for messages to US numbers (A2P 10DLC); the operator should register it with Twilio.',
}

/** Twilio takes no more for now, for any number. */
const full: Record<number, { reason: string; afterMs?: number }> = {
  20429: { reason: 'Twilio asks for fewer messages; Deal Scout tries again by itself.' },
  21611: {
    reason: 'The queue of the sender is full at Twilio; Deal Scout tries again by itself.',
    afterMs: 10 * 60_000,
  },
  30001: {
    reason: 'The queue of the sender is full at Twilio; Deal Scout tries again by itself.',
    afterMs: 10 * 60_000,
  },
  63038: {
    reason:
      'The Twilio account has sent all messages it may send in 24 hours; Deal Scout tries again by itself.',
    afterMs: 3600_000,
  },
}

/** About this text or this moment, not about the number. */
const refused: Record<number, string> = {
  21617: 'Twilio found the message too long; please report this as a mistake of Deal Scout.',
  30003: 'The phone could not be reached; check that it is switched on and has a signal.',
  30004: 'Messages to this number are blocked by its owner or network; ask the mobile operator.',
  30007: 'The mobile network took the message for spam; the operator should look at the Twilio console.',
}

/** What a whole answer of Twilio to one message means. */
export function outcomeOf(response: FetchResponse, now: Date): DeliveryResult {
  const answer = jsonObject(response)
  if (response.status >= 200 && response.status < 300) {
    // A message can be accepted and have failed at once.
    const code = Number(answer.error_code)
    const failed = answer.status === 'failed' || answer.status === 'undelivered'
    const known = failed ? byCode(code) : null
    if (known) return known
    if (failed)
      return {
        outcome: 'failed',
        reason: `Twilio could not send the message${named(code)}; check the number.`,
      }
    return { outcome: 'sent', ...(isSid(answer.sid) && { providerRef: answer.sid }) }
  }
  const code = Number(answer.code)
  const byStatus = statusOutcome(
    'Twilio',
    response,
    code > 0
      ? `look up its error ${code} at https://www.twilio.com/docs/api/errors/${code} and check the number and TWILIO_FROM.`
      : 'check the number and TWILIO_FROM.',
    now,
  )
  const known = byCode(code) ?? (response.status === 401 ? byCode(20003) : null)
  if (!known) return byStatus
  const asked = byStatus.outcome === 'retry' ? byStatus.afterMs : undefined
  return known.outcome === 'retry' && asked !== undefined ? { ...known, afterMs: asked } : known
}

function byCode(code: number): DeliveryResult | null {
  if (gone[code]) return { outcome: 'failed', reason: gone[code], targetGone: true }
  if (operators[code]) return { outcome: 'retry', reason: operators[code], blocked: true }
  if (full[code]) return { outcome: 'retry', ...full[code], blocked: true }
  return refused[code] ? { outcome: 'failed', reason: refused[code] } : null
}

const named = (code: number) => (code > 0 ? ` (error ${code})` : '')

const isSid = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{2}\w{1,60}$/.test(value)

function jsonObject(response: FetchResponse): Record<string, unknown> {
  try {
    const value = response.json()
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
