import { enhancedStatus, isAddressDead } from '../../channels/dead-address.ts'
import { oneLine } from '../../channels/safe-text.ts'
import { AppError } from '../../core/errors.ts'

/** What a mail server said of one receiver after it had accepted a mail. */
export interface Bounce {
  /** Of the mail that came back, with its angle brackets as it was sent; null when it was not returned. */
  messageId: string | null
  /** The address it was sent to, as the server spells it; null when it gave none. */
  recipient: string | null
  /** The address itself is dead: nothing will ever arrive there. */
  permanent: boolean
  /** A sentence for the person. */
  reason: string
}

export const bounceUnitsMax = 1024 * 1024

const recipientsMax = 100
const headerLinesMax = 2000

/**
 * Reads a mail from a bounce mailbox: the receivers that a delivery status notification (RFC 3464) says failed or are
 * late; none for any other mail. Anybody can send such a mail: act on it only where `messageId` and `recipient` are
 * those of one delivery. Throws AppError `bounce-too-large` beyond 1 MiB.
 */
export function parseBounces(raw: string): Bounce[] {
  if (raw.length > bounceUnitsMax) {
    throw new AppError({
      code: 'bounce-too-large',
      status: 413,
      message:
        'This mail is larger than 1 MiB; a bounce needs only the headers of what came back, not all of it.',
    })
  }
  const mail = entityOf(raw.split(/\r?\n/))
  const boundary = boundaryOf(mail)
  if (typeOf(mail) !== 'multipart/report' || boundary === null) return []
  const parts = partsOf(mail.body, boundary)
  const report = parts.find((part) => /^message\/(?:global-)?delivery-status$/.test(typeOf(part)))
  if (!report) return []
  const messageId = returnedMessageId(parts)
  return fieldGroups(decodedLines(report))
    .slice(0, recipientsMax)
    .flatMap((fields) => bounceOf(fields, messageId))
}

function bounceOf(fields: Fields, messageId: string | null): Bounce[] {
  const action = /^[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase()
  if (action !== 'failed' && action !== 'delayed') return []
  // Of a forwarded mail the final receiver is somebody we never wrote to.
  const recipient = addressOf(fields.get('original-recipient')) ?? addressOf(fields.get('final-recipient'))
  const said = afterSemicolon(fields.get('diagnostic-code') ?? '')
  const status = statusOf(fields.get('status'), said)
  const permanent = action === 'failed' && isAddressDead(status, said)
  const words = oneLine(said, 200) || (status === null ? 'no reason given' : `status ${status}`)
  const reason = permanent
    ? `E-mail to this address comes back (${words}); check the e-mail address.`
    : `An e-mail to this address ${action === 'failed' ? 'came back' : 'is late'} (${words}); look into it if the next ones do not arrive either.`
  return [{ messageId, recipient, permanent, reason }]
}

/** Some servers write 5.0.0 and the exact status only in their words. */
function statusOf(field: string | undefined, said: string): string | null {
  const own = enhancedStatus(field ?? '')
  return own === null || own === '5.0.0' ? (enhancedStatus(said) ?? own) : own
}

function afterSemicolon(value: string): string {
  return value.slice(value.indexOf(';') + 1).trim()
}

/** `rfc822; ann@example.com` → the address; null for another kind or no address. */
function addressOf(value: string | undefined): string | null {
  const [, type, rest] = /^\s*([\w-]{1,20})\s*;(.{1,400})$/.exec(value ?? '') ?? []
  if (!type || !['rfc822', 'utf-8'].includes(type.toLowerCase())) return null
  const address = rest!.trim().replace(/^<|>$/g, '')
  return /^[^\s<>,;"\p{C}]{1,64}@[^\s<>,;"@\p{C}]{1,255}$/u.test(address) ? address : null
}

/** Of the headers that came back, whole mail or not. */
function returnedMessageId(parts: Entity[]): string | null {
  const returned = parts.find((part) =>
    /^(?:message\/(?:rfc822|global)(?:-headers)?|text\/rfc822-headers|message\/global-headers)$/.test(
      typeOf(part),
    ),
  )
  if (!returned) return null
  const value = entityOf(decodedLines(returned)).fields.get('message-id') ?? ''
  return /<[!-;=?-~]{1,250}>/.exec(value.slice(0, 1000))?.[0] ?? null
}

/** Lower-case names; of a repeated field the first. */
type Fields = Map<string, string>

interface Entity {
  fields: Fields
  body: string[]
}

function entityOf(lines: string[]): Entity {
  const end = lines.indexOf('')
  const head = end === -1 ? lines : lines.slice(0, end)
  return { fields: fieldsOf(head), body: end === -1 ? [] : lines.slice(end + 1) }
}

function fieldsOf(lines: string[]): Fields {
  const fields: Fields = new Map()
  let name = ''
  for (const line of lines.slice(0, headerLinesMax)) {
    if (/^[ \t]/.test(line)) {
      // Continued; bounded, so that adding up costs no more than the text itself.
      const before = fields.get(name)
      if (before !== undefined && before.length < 4000) fields.set(name, `${before} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    name = colon > 0 && colon <= 80 ? line.slice(0, colon).trim().toLowerCase() : ''
    if (name !== '' && fields.has(name)) name = ''
    if (name !== '') fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** Groups of fields between empty lines. */
function fieldGroups(lines: string[]): Fields[] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') groups.push([])
    else groups.at(-1)!.push(line)
  }
  return groups.filter((group) => group.length > 0).map(fieldsOf)
}

function typeOf({ fields }: Entity): string {
  return /^[\w/.+-]+/.exec(fields.get('content-type') ?? '')?.[0].toLowerCase() ?? 'text/plain'
}

function boundaryOf({ fields }: Entity): string | null {
  const value = fields.get('content-type') ?? ''
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(value) ?? []
  return quoted ?? bare ?? null
}

const partsMax = 20

function partsOf(body: string[], boundary: string): Entity[] {
  const parts: string[][] = []
  for (const line of body) {
    const text = line.trimEnd()
    if (text === `--${boundary}--`) break
    if (text === `--${boundary}`) {
      if (parts.length === partsMax) break
      parts.push([])
    } else parts.at(-1)?.push(line)
  }
  return parts.map(entityOf)
}

function decodedLines({ fields, body }: Entity): string[] {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body.join(''), 'base64').toString('utf8').split(/\r?\n/)
  if (encoding !== 'quoted-printable') return body
  const joined = body.join('\n').replace(/=[ \t]{0,20}\n/g, '')
  const bytes = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8').split('\n')
}
