import { bodyText } from '../html-page.ts'
import { type NoticeWords, readNotice } from '../page-notice.ts'
import { asRecord, clean, tryJson } from '../reading.ts'
import { objectsWhere, scriptById } from '../script-json.ts'
import type { SiteReading } from '../site-calls.ts'
import { isAnswer, type PageFacts, readAnswer, siteOfAddress } from './answer.ts'
import { configOf, readAd } from './detail-page.ts'

/** The bytes of an answer, see readText. */
export function readBody(
  body: Uint8Array,
  contentType: string | undefined,
  url: string,
  facts: PageFacts,
): SiteReading {
  return readText(bodyText(body, contentType), url, facts)
}

/** Tells the answer of a search, a page of results, an ad and a refusal apart; never throws. */
export function readText(text: string, url?: string, facts: PageFacts = {}): SiteReading {
  const site = facts.site ?? siteOfAddress(url)
  const known = { ...facts, ...(site !== undefined && { site }) }
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return readJson(tryJson(text), known)
  const data = scriptById(text, '__NEXT_DATA__')
  const answer = data === undefined ? undefined : objectsWhere(data, isAnswer)[0]
  if (answer) return { kind: 'search', page: readAnswer(answer, known) }
  const config = configOf(text)
  if (config) {
    const read = readAd(config, text, url, site)
    return 'listing' in read
      ? { kind: 'item', listing: read.listing }
      : { kind: 'unknown', reason: read.reason }
  }
  return readNotice(text, notice)
}

function readJson(value: unknown, facts: PageFacts): SiteReading {
  if (value === undefined) return { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
  const record = asRecord(value)
  if (isAnswer(record)) return { kind: 'search', page: readAnswer(record, facts) }
  if (typeof record.itemId === 'string' && record.priceInfo !== undefined) {
    const read = readAd(record, '', undefined, facts.site)
    return 'listing' in read
      ? { kind: 'item', listing: read.listing }
      : { kind: 'unknown', reason: read.reason }
  }
  const message = typeof record.message === 'string' ? clean(record.message).slice(0, 200) : undefined
  return {
    kind: 'unknown',
    reason: `The answer is not one of a search${message === undefined ? '' : `: ${message}`}.`,
    ...(message !== undefined && { message }),
  }
}

const notice: NoticeWords = {
  name: 'Marktplaats',
  blocked: /access denied|toegang geweigerd|accès refusé|you have been blocked/,
  challenge: /_abck/,
  expected: 'a result page nor an ad of Marktplaats, 2dehands or 2ememain',
}
