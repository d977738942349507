import type { FieldValues } from '../../core/fields.ts'
import type { Message } from '../../model/message.ts'
import { subjectOf } from '../render.ts'
import { type Markup, plainText, renderShort, withLookAlikes } from '../render-short.ts'
import { truncate } from '../safe-text.ts'

/** Ours, in UTF-16 units: what is behind Apprise is not known, and this fits into most of it (Discord takes 2,000). */
export const limits = { title: 150, body: 1600, url: 500 }

/** https://github.com/caronc/apprise-api#stateless-solution and #persistent-storage-solution */
export interface ApprisePayload {
  title: string
  body: string
  type: 'info' | 'warning'
  format: 'text'
  /** Without a configuration stored under a key. */
  urls?: string
  tag?: string
}

/** Plain, and without what could mean something in the markup of whatever service it ends up in. */
export const anywhere: Markup = { ...plainText, escape: (text) => plainText.escape(withLookAlikes(text)) }

export function apprisePayload(message: Message, baseUrl: string, settings: FieldValues): ApprisePayload {
  const { key, urls, tag } = settings
  return {
    title: truncate(subjectOf(message), limits.title, anywhere.escape) || 'Deal Scout',
    body: renderShort(message, baseUrl, anywhere, {
      lengthMax: limits.body,
      itemsMax: 10,
      urlMax: limits.url,
      withSubject: false,
    }),
    type: message.kind === 'outage' || message.kind === 'channel-off' ? 'warning' : 'info',
    format: 'text',
    // Without a tag only services that have none would be notified.
    ...(key ? { tag: typeof tag === 'string' && tag ? tag : 'all' } : { urls: String(urls) }),
  }
}
