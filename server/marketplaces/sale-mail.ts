import { parsePrice } from '../core/money.ts'
import { oneLine, withoutUnseen } from '../core/text.ts'
import type { SaleMail, SaleMailLine } from '../model/selling.ts'
import type { MailMessage } from './contract.ts'
import { loadPage } from './html-page.ts'
import { readHtml } from './html-text.ts'
import { identifyInMail } from './mail-links.ts'
import { isPriceText } from './price-text.ts'

/** What reads mails about sales of a site. */
export interface SaleMailReader {
  /**
   * What a mail of the site tells its seller of a sale of theirs; null for every other mail, and where it is not certain that it
   * is one. Pure; asks nobody, follows no link.
   */
  readSaleMail(message: MailMessage): SaleMail | null
}

const linesMax = 2000
const charactersMax = 200_000
const titleMax = 300

/** What a mail shows, a line each and none empty: its plain text, else its HTML. */
export function linesOf({ text, html }: MailMessage): string[] {
  const plain = text?.trim() ? text.slice(0, charactersMax) : readHtml(html ?? '', charactersMax).text
  return plain
    .split(/\r?\n/, linesMax)
    .map(tidy)
    .filter((line) => line !== '')
}

/** A stranger's line as it can be compared and stored. */
export function tidy(line: string): string {
  return oneLine(withoutUnseen(line.slice(0, 2000)).replaceAll('\0', '')).toWellFormed()
}

/**
 * What stands behind a label: on its line behind a colon, else on the next line. Null where no such label stands there, or where
 * it stands there with several things.
 */
export function labelled(lines: readonly string[], labels: readonly string[]): string | null {
  const found = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const lower = line.toLowerCase()
    for (const label of labels) {
      if (lower === label || lower === `${label}:`) found.add(lines[at + 1] ?? '')
      else if (lower.startsWith(`${label}:`)) found.add(line.slice(label.length + 1).trim())
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined && only !== '' ? only : null
}

/** An amount that stands alone; nothing where it is none, or its currency is neither said nor a dollar. */
export function amountOf(
  text: string | null | undefined,
  hint?: string,
): Pick<SaleMailLine, 'priceCents' | 'currency'> {
  const none = { priceCents: null, currency: null }
  if (text == null || text.length > 40 || !isPriceText(text)) return none
  const price = parsePrice(text, hint)
  if (price === null || price.priceCents <= 0) return none
  // A bare sign of several currencies is taken for the most usual of them where an asking price is read.
  const isBare = hint === undefined && /[$¥]|\bkr\b/i.test(text) && !/[A-Z]/.test(text)
  const currency = isBare ? null : price.currency
  if (currency === null && !text.includes('$')) return none
  return { priceCents: price.priceCents, currency }
}

/** The title as a line has it, and whether it is only how it begins. */
export function titleAs(text: string): Pick<SaleMailLine, 'title' | 'isTitleCut'> | null {
  const title = text.replace(/(?:\.\.\.|…)$/, '').trim()
  if (title.length < 2) return null
  return { title: title.slice(0, titleMax), isTitleCut: title !== text.trim() || title.length > titleMax }
}

/** Titles are compared without regard to case and white space. */
export const sameTitle = (a: string, b: string) => tidy(a).toLowerCase() === tidy(b).toLowerCase()

/**
 * The ads to which a link of the mail leads that is called by this title, or shows a picture that is. Other links of such a mail
 * are advertisements.
 */
export function adsCalled<T extends string | { url: string }>(
  html: string | null,
  title: string,
  identify: (url: string) => T | null,
): T[] {
  const $ = html === null ? null : loadPage(html, { charactersMax: 2_000_000 })
  if ($ === null) return []
  const found = new Map<string, T>()
  for (const link of $('a[href]').toArray().slice(0, 1000)) {
    const names = [
      $(link).text(),
      ...$(link)
        .find('img[alt]')
        .toArray()
        .map((img) => $(img).attr('alt') ?? ''),
    ]
    if (!names.some((name) => sameTitle(name, title))) continue
    const ad = identifyInMail($(link).attr('href') ?? '', identify)
    if (ad !== null) found.set(JSON.stringify(ad), ad)
  }
  return [...found.values()]
}
