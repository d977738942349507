import { createHash } from 'node:crypto'
import { encode } from 'html-entities'
import type { Message } from '../../model/message.ts'
import { type Markup, plainText, renderShort } from '../render-short.ts'

/**
 * In bytes of JSON. An event has at most 65,536 (https://spec.matrix.org/latest/client-server-api/#size-limits) with
 * what the server adds to it; the two texts share what is left well below that.
 */
export const limits = { body: 16_000, formattedBody: 28_000, event: 56_000, url: 2000 }

export interface MatrixEvent {
  /** `m.text`, not `m.notice`: notices do not ring. */
  msgtype: 'm.text'
  body: string
  format: 'org.matrix.custom.html'
  formatted_body: string
  /** Empty: no name and no @room in the words of a stranger mentions anybody. */
  'm.mentions': Record<string, never>
}

/** Tags out of https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes. */
export const matrixHtml: Markup = {
  escape: (text) => encode(text).replaceAll('://', ':\u2060//'),
  bold: (text) => `<strong>${text}</strong>`,
  struck: (text) => `<del>${text}</del>`,
  link: (label, url) => `<a href="${encode(url)}">${label}</a>`,
  newLine: '<br>',
  newBlock: '<br><br>',
}

const jsonBytes = (text: string) => Buffer.byteLength(JSON.stringify(text), 'utf8')

/** The message as an event of a room, in HTML and in plain text for clients that show none. */
export function matrixEvent(message: Message, baseUrl: string): MatrixEvent {
  const render = (markup: Markup, lengthMax: number) =>
    renderShort(message, baseUrl, markup, {
      lengthMax,
      measure: jsonBytes,
      itemsMax: 10,
      urlMax: limits.url,
      withSubject: true,
    })
  return {
    msgtype: 'm.text',
    body: render(plainText, limits.body),
    format: 'org.matrix.custom.html',
    formatted_body: render(matrixHtml, limits.formattedBody),
    'm.mentions': {},
  }
}

/** The same for every attempt of a delivery: a homeserver answers a transaction that it knows with the first event. */
export function transactionId(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40)
}
