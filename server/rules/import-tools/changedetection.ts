import { toMinorUnits } from '../../core/money.ts'
import {
  type Fields,
  type ImportContext,
  type Imported,
  isFields,
  own,
  readJson,
  textOf,
  textsOf,
  UnreadableImport,
} from './imported.ts'
import { rulesOfPages, type WatchedPage } from './watches.ts'
import { anyPhrase, expressionWords } from './words.ts'

/** changedetection.io: `url-watches.json` of a backup, one `watch.json`, or the answer of /api/v1/watch. */
export function readChangedetection(text: string, context: ImportContext): Imported {
  const file = readJson(text)
  const watching = own(file, 'watching') ?? file
  const watches: [string, unknown][] = textOf(own(watching, 'url'))
    ? [[textOf(own(watching, 'uuid')) ?? 'watch', watching]]
    : Object.entries(isFields(watching) ? watching : {}).filter(
        ([, watch]) => isFields(watch) && 'url' in watch,
      )
  if (watches.length === 0)
    throw new UnreadableImport(
      'has no watches of changedetection.io: give url-watches.json or watch.json of a backup.',
    )
  const tags = own(own(own(file, 'settings'), 'application'), 'tags')
  return rulesOfPages(
    watches.map(([id, watch]) => pageOf(id, watch as Fields, tags)),
    context,
  )
}

function pageOf(id: string, watch: Fields, tags: unknown): WatchedPage {
  const notes: string[] = []
  const title = textOf(own(watch, 'title')) ?? textOf(own(watch, 'page_title'))
  const fields: Fields = own(watch, 'paused') === true ? { enabled: false } : {}
  const expressions: string[] = []
  const wanted = textsOf(own(watch, 'trigger_text'))
  const trigger = anyText(wanted)
  if (trigger !== null) expressions.push(trigger)
  else if (wanted.length > 0) notes.push('Its trigger text cannot be looked for here and was left out.')
  const refused = anyText(textsOf(own(watch, 'text_should_not_be_present')))
  if (refused !== null) {
    expressions.push(`NOT (${refused})`)
    notes.push('Text that must not be there is looked for in each listing, no longer in the whole page.')
  }
  const below = priceBelow(watch)
  if (below !== undefined) notes.push(...belowNotes(below, textOf(own(watch, 'url')) ?? '', fields))
  const named = textsOf(own(watch, 'tags')).map((tag) => textOf(own(own(tags, tag), 'title')) ?? tag)
  if (named.length > 0) notes.push(`Its tags (${named.slice(0, 5).join(', ')}) were not carried over.`)
  const lost: [string, string][] = [
    ['ignore_text', 'text to ignore'],
    ['include_filters', 'selectors'],
    ['subtractive_selectors', 'removed elements'],
    ['extract_text', 'text extraction'],
    ['notification_urls', 'notification addresses'],
  ]
  const left = lost.filter(([name]) => textsOf(own(watch, name)).length > 0).map(([, what]) => what)
  if (left.length > 0) notes.push(`Not carried over: ${left.join(', ')}.`)
  return {
    where: `watch ${title ? `"${title.slice(0, 60)}"` : id.slice(0, 40)}`,
    name: title,
    url: textOf(own(watch, 'url')) ?? '',
    fields,
    expressions,
    notes,
  }
}

/** Lines of text and /regular expressions/, of which one must be there. */
function anyText(lines: readonly string[]): string | null {
  const parts = lines.map((line) =>
    /^\/.+\/i?$/.test(line) ? (expressionWords(line) ? line : null) : anyPhrase([line]),
  )
  return parts.length === 0 || parts.some((part) => part === null) ? null : parts.join(' OR ')
}

function priceBelow(watch: Fields): string | undefined {
  for (const name of ['processor_config_restock_diff', 'restock_settings']) {
    const price = textOf(own(own(watch, name), 'price_change_min'))
    if (price !== undefined) return price
  }
  return undefined
}

/** "Below price to trigger notification" has no currency: it is taken as the site's. */
function belowNotes(price: string, url: string, fields: Fields): string[] {
  const cents = toMinorUnits(price, 'USD')
  if (cents === null) return [`The price ${price.slice(0, 20)} cannot be read and was left out.`]
  if (/[?&](?:_udhi|max_?price|price_max|price_to)=/i.test(url))
    return [`It notified below ${price}; the highest price of its address counts instead.`]
  fields.priceCentsMax = cents
  return []
}
