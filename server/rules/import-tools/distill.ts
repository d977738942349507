import {
  type ImportContext,
  type Imported,
  own,
  readJson,
  textOf,
  textsOf,
  UnreadableImport,
} from './imported.ts'
import { rulesOfPages, type WatchedPage } from './watches.ts'

/** Distill Web Monitor: the JSON of "Export" in its watch list, `{ data: [{ name, uri, config, tags }] }`. */
export function readDistill(text: string, context: ImportContext): Imported {
  const data = own(readJson(text), 'data')
  if (!Array.isArray(data) || !data.some((monitor) => textOf(own(monitor, 'uri'))))
    throw new UnreadableImport('has no monitors of Distill: give the JSON file that its watch list exports.')
  return rulesOfPages(data.map(pageOf), context)
}

function pageOf(monitor: unknown, index: number): WatchedPage {
  const notes: string[] = []
  const name = textOf(own(monitor, 'name'))
  const tags = textsOf(own(monitor, 'tags'))
  if (tags.length > 0) notes.push(`Its tags (${tags.slice(0, 5).join(', ')}) were not carried over.`)
  const selections = own(configOf(monitor), 'selections')
  if (Array.isArray(selections) && selections.length > 0)
    notes.push('Its selections on the page were not carried over: listings are read whole.')
  const isOff =
    own(monitor, 'state') === 'OFF' || own(monitor, 'state') === 'PAUSED' || own(monitor, 'paused') === true
  return {
    where: `monitor ${name ? `"${name.slice(0, 60)}"` : index + 1}`,
    name,
    url: textOf(own(monitor, 'uri')) ?? '',
    fields: isOff ? { enabled: false } : {},
    expressions: [],
    notes,
  }
}

/** A string with JSON in it. */
function configOf(monitor: unknown): unknown {
  const config = own(monitor, 'config')
  if (typeof config !== 'string') return config
  try {
    return JSON.parse(config)
  } catch {
    return undefined
  }
}
