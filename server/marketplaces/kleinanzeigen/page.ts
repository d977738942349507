import type { CheerioAPI } from 'cheerio/slim'
import { bodyText, loadPage } from '../html-page.ts'
import { type NoticeWords, noticeIn } from '../page-notice.ts'
import { clean } from '../reading.ts'
import type { SiteReading } from '../site-calls.ts'
import { isDetailPage, readDetailPage } from './detail-page.ts'
import { home } from './link.ts'
import { isSearchPage, type PageFacts, readSearchPage } from './search-page.ts'

/** The bytes of an answer, see readText. */
export function readBody(
  body: Uint8Array,
  contentType: string | undefined,
  url: string,
  facts: PageFacts,
): SiteReading {
  return readText(bodyText(body, contentType), url, facts)
}

/** Tells results, an ad, a removed ad and a refusal apart; never throws. */
export function readText(text: string, url?: string, facts: PageFacts = {}): SiteReading {
  const $ = loadPage(text)
  if (!$)
    return {
      kind: 'unknown',
      reason: 'The page is too large or too deeply nested to be one of Kleinanzeigen.',
    }
  const base = url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : home
  if (isDetailPage($)) {
    const read = readDetailPage($, text, base, url)
    if ('listing' in read) return { kind: 'item', listing: read.listing }
    if ('gone' in read) return { kind: 'gone', reason: read.gone }
    if ('wanted' in read) return { kind: 'wanted', reason: read.wanted }
    return { kind: 'unknown', reason: read.reason }
  }
  const said = saidAbove($)
  if (said.includes('die gewünschte anzeige ist nicht mehr verfügbar'))
    return { kind: 'gone', reason: 'Kleinanzeigen says that the ad is not available any more.' }
  if (isSearchPage($)) return { kind: 'search', page: readSearchPage($, text, { ...facts, base }) }
  return noticeIn($, text, notice)
}

/** What the site tells above its page, never what its sellers wrote. */
function saidAbove($: CheerioAPI): string {
  return clean($('.outcomemessage-warning').first().text()).toLowerCase()
}

const notice: NoticeWords = {
  name: 'Kleinanzeigen',
  blocked: /ip-bereich gesperrt|ip-adresse gesperrt|ip-bereich wurde|access denied|zugriff verweigert/,
  expected: 'a result page nor an ad of Kleinanzeigen',
}
