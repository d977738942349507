import type { Message } from '../../model/message.ts'
import { codeOf, factsOf, type ItemFacts, introOf, links, moreCount, subjectOf } from '../render.ts'
import { truncate } from '../safe-text.ts'
import { wordsOf } from '../words.ts'
import { cheapestSpelling, segmentsOf } from './segments.ts'

/** Every segment is billed as a message; Twilio's own limit of 1600 characters is far beyond. */
export const segmentsMax = 3

/** Longest link that is worth its place: what is longer is shown in Deal Scout. */
const linkUnitsMax = 140

/** Tried one after the other until the price and the score fit beside it. */
const subjectUnitsMax = [160, 100, 60]

const listedMax = 5

/**
 * The message as one text of at most three segments: subject, what matters most first, and the link or the code, which
 * are whole or not there at all.
 */
export function smsText(message: Message, baseUrl: string): string {
  const subject = `Deal Scout: ${subjectOf(message)}`.trim()
  const details = detailsOf(message, baseUrl)
  const end = endOf(message, baseUrl)
  for (const unitsMax of subjectUnitsMax) {
    for (let kept = details.length; kept > 0; kept--) {
      const text = fitting([truncate(subject, unitsMax), ...details.slice(0, kept), ...end])
      if (text !== null) return text
    }
  }
  return shortened(subject, end) ?? shortened(subject, []) ?? 'Deal Scout'
}

function fitting(lines: string[]): string | null {
  const text = cheapestSpelling(lines.filter((line) => line !== '').join('\n'))
  return segmentsOf(text).count <= segmentsMax ? text : null
}

function shortened(subject: string, end: string[]): string | null {
  for (let unitsMax = subject.length; unitsMax > 8; unitsMax -= 4) {
    const text = fitting([truncate(subject, unitsMax), ...end])
    if (text !== null) return text
  }
  return null
}

/** Most important first: the last ones are left out where there is no room. */
function detailsOf(message: Message, baseUrl: string): string[] {
  const { confirm: _, ...rest } = message
  const intro = introOf(rest)
  if (message.items.length === 1) return [...aboutOne(factsOf(message.items[0]!, baseUrl, message)), ...intro]
  const shown = message.items.slice(0, listedMax)
  const more = moreCount(message, shown.length)
  const list = shown.map((item) => {
    const { price, title, score } = factsOf(item, baseUrl, message)
    return `${price} ${truncate(title, 40)} (${score})`
  })
  // The count comes after the listings, so that it is left out before it would be wrong.
  return [...list, ...(more > 0 && list.length > 0 ? [wordsOf(message).more(more)] : []), ...intro]
}

function aboutOne(facts: ItemFacts): string[] {
  const was = facts.previousPrice ? ` ${facts.words.was(facts.previousPrice)}` : ''
  const numbers = [`${facts.price}${was}`, facts.words.score(facts.score), facts.comparison]
  const place = [facts.marketplace, facts.where && truncate(facts.where, 60)]
  return [
    numbers.filter(Boolean).join(', '),
    facts.caution ? truncate(facts.caution, 120) : '',
    place.filter(Boolean).join(', '),
  ].filter((line) => line !== '')
}

function endOf(message: Message, baseUrl: string): string[] {
  if (message.confirm) {
    // No link: a person should not learn to open one from a text message that asks for a code.
    const words = wordsOf(message)
    return [`${words.yourCode} ${codeOf(message.confirm)}`, words.stopByReply]
  }
  if (message.items.length === 0) return [links.settings(baseUrl)]
  if (message.items.length > 1) return [links.notifications(baseUrl)]
  const { listingUrl, dealScoutUrl } = factsOf(message.items[0]!, baseUrl, message)
  const link = listingUrl && listingUrl.length <= linkUnitsMax ? listingUrl : dealScoutUrl
  // The one character of an address that the GSM alphabet lacks, in the spelling that means the same.
  return [link.replaceAll('`', '%60')]
}
