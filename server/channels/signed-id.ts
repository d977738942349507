import { createHash } from 'node:crypto'
import type { Secrets } from '../core/secrets.ts'

const purpose = 'message sent'

/** What a channel signs its messages with. */
export function signMessages(secrets: Pick<Secrets, 'sign'>): (text: string) => string {
  return (text) => secrets.sign(text, purpose)
}

/**
 * An id of a message to one receiver, two times 32 hex digits: what is the delivery's own, and a signature of that and the
 * receiver. Whoever shows it has got that message, or has it from somebody who did.
 */
export function signedId(sign: (text: string) => string, key: string, receiver: string): string {
  const hashed = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return `${hashed}.${sign(signedText(hashed, receiver))}`
}

/** Whether a message id of the form `<id@domain>` is one that `signedId` made for this receiver. */
export function isSignedId(secrets: Pick<Secrets, 'isSigned'>, messageId: string, receiver: string): boolean {
  const [, hashed, signature] = /^<([0-9a-f]{32})\.([0-9a-f]{32})@[^<>\s]{1,255}>$/.exec(messageId) ?? []
  if (hashed === undefined || signature === undefined) return false
  return secrets.isSigned(signedText(hashed, receiver), purpose, signature)
}

/** JSON keeps the parts apart. Servers change the case of addresses. */
function signedText(hashed: string, receiver: string): string {
  return JSON.stringify([hashed, receiver.toLowerCase()])
}
