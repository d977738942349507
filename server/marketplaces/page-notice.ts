import type { CheerioAPI } from 'cheerio/slim'
import { loadPage, type PageLimits } from './html-page.ts'
import { clean } from './reading.ts'
import type { SiteReading } from './site-calls.ts'

/** Marks of challenges as the usual protectors of sites write them. */
const challenge =
  /g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|cf-challenge|cf-turnstile|challenge-platform|captcha-delivery|px-captcha|sec-if-cpt-container/i

export interface NoticeWords {
  /** What the site is called. */
  name: string
  /** What the site says, in lower case, where it has had enough of us. */
  blocked: RegExp
  /** Further marks of a challenge in its pages. */
  challenge?: RegExp
  /** What the page is not: "a result page nor a listing of Shop". */
  expected: string
}

/** What a page says that is neither results nor a listing: a refusal, a challenge, or something else. */
export function readNotice(text: string, words: NoticeWords, limits?: PageLimits): SiteReading {
  const $ = loadPage(text, limits)
  if (!$)
    return {
      kind: 'unknown',
      reason: `The page is too large or too deeply nested to be one of ${words.name}.`,
    }
  return noticeIn($, text, words)
}

/** The same of a page that is loaded; what is no text of it is taken out. */
export function noticeIn($: CheerioAPI, text: string, words: NoticeWords): SiteReading {
  const title = clean($('title').first().text()).slice(0, 100)
  $('script, style, noscript').remove()
  const said = clean($.root().text().slice(0, 20_000)).toLowerCase()
  if (words.blocked.test(said))
    return { kind: 'refused', outcome: 'blocked', reason: `${words.name} has refused our requests for now.` }
  const head = text.slice(0, 200_000)
  if (challenge.test(head) || words.challenge?.test(head))
    return {
      kind: 'refused',
      outcome: 'captcha',
      reason: `${words.name} asks for proof that a person is browsing.`,
    }
  const what = title === '' ? 'The page' : `The page “${title}”`
  return { kind: 'unknown', reason: `${what} is neither ${words.expected}.` }
}
