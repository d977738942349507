import type { CheerioAPI } from 'cheerio/slim'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { bodyText, loadPage } from '../html-page.ts'
import { clean, tryJson } from '../reading.ts'
import { readAnswer } from './answers.ts'
import { isDetailPage, readDetailPage } from './detail-page.ts'
import { isCraigslistHost } from './reading.ts'
import { isSearchPage, pageAddress, readSearchPage } from './search-page.ts'

/** What a text turned out to be. */
export type Reading =
  | { kind: 'search'; page: SearchPage }
  | { kind: 'posting'; listing: SeenListing }
  | { kind: 'gone'; reason: string }
  | { kind: 'refused'; outcome: 'blocked' | 'captcha'; reason: string }
  | { kind: 'unknown'; reason: string }

const home = 'https://www.craigslist.org/'

/** The bytes of an answer, see readText. */
export function readAnswerBody(body: Uint8Array, contentType: string | undefined, url: string): Reading {
  return readText(bodyText(body, contentType), url)
}

/** The bytes of an answer, see refusalOf. */
export function refusalOfBody(body: Uint8Array, contentType: string | undefined) {
  return refusalOf(bodyText(body, contentType))
}

/** Tells a result page, a posting, a removed posting, a refusal and a JSON answer apart; never throws. */
export function readText(text: string, url?: string): Reading {
  const start = text.slice(0, 200).trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    const answer = tryJson(text)
    return answer === undefined
      ? { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
      : { kind: 'search', page: readAnswer(answer) }
  }
  const $ = loadPage(text)
  if (!$)
    return { kind: 'unknown', reason: 'The page is too large or too deeply nested to be one of Craigslist.' }
  const base = baseOf($, url)
  // A page that holds results or a posting is read as such, whatever words its sellers use.
  if (isSearchPage($)) return { kind: 'search', page: readSearchPage($, text, base) }
  if (isDetailPage($)) {
    const read = readDetailPage($, text, base, url)
    return 'listing' in read
      ? { kind: 'posting', listing: read.listing }
      : { kind: 'unknown', reason: read.reason }
  }
  return readNotice($, text)
}

/** Links are resolved against the address of the page: the one it was fetched from, else the one it names. */
function baseOf($: CheerioAPI, url: string | undefined): string {
  if (url !== undefined && URL.canParse(url) && /^https?:/i.test(url)) return url
  const own = pageAddress($)
  return own && URL.canParse(own) && isCraigslistHost(new URL(own).hostname) ? own : home
}

const goneTexts = [
  'this posting has been deleted by its author',
  'this posting has expired',
  'this posting has been flagged for removal',
  'the post has expired, or the post id in the url is invalid',
]
const blockedTexts = ['your request has been blocked', 'this ip has been automatically blocked']
const challengeTexts = [
  'verify you are human',
  'complete the captcha',
  'checking your browser',
  'are you a robot',
]

/** A page with neither results nor posting: a notice, a refusal or something else. */
function readNotice($: CheerioAPI, text: string): Reading {
  const words = noticeWords($)
  // Words in a damaged posting are its seller's, not the site's.
  const damaged = /id="(?:postingbody|titletextonly|ld_posting_data)|class="cl-static-search-result"/.test(
    text,
  )
  const gone = !damaged && goneTexts.find((phrase) => words.includes(phrase))
  if (gone) return { kind: 'gone', reason: `Craigslist says: ${gone}.` }
  const refusal = damaged ? null : refusalIn(words, text)
  if (refusal) return refusal
  const title = clean($('title').first().text()).slice(0, 100)
  const what = title === '' ? 'The page' : `The page “${title}”`
  return { kind: 'unknown', reason: `${what} is neither a result page nor a posting of Craigslist.` }
}

/** The refusal that the body of an answer tells, whatever its status; null for anything else. */
export function refusalOf(text: string): (Reading & { kind: 'refused' }) | null {
  const $ = loadPage(text)
  if (!$ || isSearchPage($) || isDetailPage($)) return null
  return refusalIn(noticeWords($), text)
}

function noticeWords($: CheerioAPI): string {
  $('script, style, noscript').remove()
  return clean($.root().text().slice(0, 20_000)).toLowerCase()
}

function refusalIn(words: string, text: string): (Reading & { kind: 'refused' }) | null {
  if (blockedTexts.some((phrase) => words.includes(phrase)))
    return { kind: 'refused', outcome: 'blocked', reason: 'Craigslist has blocked our requests for now.' }
  const challenge =
    /g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|cf-challenge|cf-turnstile|challenge-platform/i
  if (challengeTexts.some((phrase) => words.includes(phrase)) || challenge.test(text.slice(0, 200_000)))
    return {
      kind: 'refused',
      outcome: 'captcha',
      reason: 'Craigslist asks for proof that a person is browsing.',
    }
  return null
}
