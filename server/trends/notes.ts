import { type SaidOf, say } from '../model/sentences/sentences.ts'
import { sellThroughDays, type Trend } from './schema.ts'

/** What to know before trusting the figures, one sentence each. */
export function notesOf(trend: Omit<Trend, 'notes' | 'notesSaid'>, isOfRule: boolean): SaidOf<'trend'>[] {
  const { overall, weeks, currency } = trend
  const others = trend.otherCurrencies.map((other) => `${other.count} ${other.currency}`)
  const places = trend.leftOut.map(({ marketplace, count }) => `${marketplace} (${count})`)
  const young = weeks.filter(({ sellThrough }) => !sellThrough.complete).length
  const notes: SaidOf<'trend'>[] = []
  if (trend.demo) notes.push(say('trend-demo'))
  if (others.length > 0 && currency !== null) notes.push(say('trend-currencies', { currency, others }))
  if (places.length > 0) notes.push(say('trend-left-out', { places }))
  if (trend.placeholders > 0) notes.push(say('trend-placeholders', { count: trend.placeholders }))
  const { foundLate, newListings } = overall
  if (newListings > 0 && foundLate * 2 > newListings)
    notes.push(say('trend-found-late', { count: foundLate, listings: newListings }))
  if (young > 0 && newListings > 0) notes.push(say('trend-young', { weeks: young, days: sellThroughDays }))
  if (isOfRule) notes.push(say('trend-of-rule'))
  if (trend.truncated) notes.push(say('trend-truncated'))
  return notes
}
