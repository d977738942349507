import type { SearchPage } from '../contract.ts'
import { bodyText } from '../html-page.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord, tryJson } from '../reading.ts'
import type { SiteReading } from '../site-calls.ts'
import { readPost } from './post.ts'

/** Reddit lists no more than about a thousand posts of a group, whatever there is. */
const listedMax = 900
const rowsMax = 1000

/** The bytes of an answer, see readText; `before` is how many posts stood on the pages before it. */
export function readBody(body: Uint8Array, contentType: string | undefined, before: number): SiteReading {
  return readText(bodyText(body, contentType), before)
}

/** Tells a list of posts from an error; never throws. One post alone is a list of one. */
export function readText(text: string, before = 0): SiteReading {
  const start = text.slice(0, 200).trimStart()
  if (!start.startsWith('{') && !start.startsWith('['))
    return { kind: 'unknown', reason: 'It is not an answer of Reddit’s interface, which is JSON.' }
  const value = tryJson(text)
  if (value === undefined) return { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
  // The page of one post is a list of it and a list of what was said to it.
  const answer = asRecord(Array.isArray(value) ? value[0] : value)
  const data = asRecord(answer.data)
  if (answer.kind === 'Listing' && Array.isArray(data.children))
    return { kind: 'search', page: readListing(data, before) }
  const [message, reason] = [plainWords(answer.message), plainWords(answer.reason)]
  if (message === undefined) return { kind: 'unknown', reason: 'The answer is not a list of posts.' }
  const said = reason === undefined ? message : `${message} (${reason})`
  return { kind: 'unknown', reason: `Reddit says: ${said}.`, message: said }
}

/** A few words; anything else may repeat what was asked, with its token. */
function plainWords(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z_ .,'-]{0,59}$/.test(value) ? value : undefined
}

function readListing(data: Record<string, unknown>, before: number): SearchPage {
  const rows = asArray(data.children)
    .filter((child) => asRecord(child).kind === 't3')
    .slice(0, rowsMax)
  const { page, unread, drifted } = gatherRows(rows, readPost)
  if (drifted) return drifted
  const count = before + rows.length
  const after = typeof data.after === 'string' && /^t3_[a-z0-9]{4,10}$/.test(data.after) ? data.after : null
  const isEnd = data.after === null
  const place = {
    next: after === null ? null : `${after}.${count}`,
    complete: isEnd && unread === 0 && count < listedMax,
  }
  if (page.listings.length > 0) return { ...page, outcome: 'ok', ...place }
  // A list was shown, and nothing in it is offered.
  return { ...page, outcome: 'empty', ...place }
}
