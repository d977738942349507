import { element, fillTexts, say } from './page-text.ts'
import { followSeen, type Seen } from './seen.ts'
import { sellingParts } from './selling.ts'
import type { Capture } from './server.ts'
import { price, remarksOf, summaryOf } from './summary.ts'

const language = chrome.i18n.getUILanguage()
const isEnglish = language.startsWith('en')
const place = document.querySelector('main')!
const tabId = Number(new URLSearchParams(location.search).get('tab'))

fillTexts()
void followSeen(tabId, show)

function show(seen: Seen): void {
  place.dataset.state = seen.state
  place.replaceChildren(...partsOf(seen))
}

function partsOf(seen: Seen): HTMLElement[] {
  switch (seen.state) {
    case 'reading':
      return [element('p', say('reading'))]
    case 'set-up':
      return [element('p', say('setUpFirst')), optionsButton()]
    case 'key':
      return [element('p', say('keyWanted')), optionsButton()]
    case 'too-large':
      return [element('p', say('tooLarge'))]
    case 'unreachable':
      return [element('p', say('unreachable', seen.server)), optionsButton()]
    case 'failed':
      return [element('p', seen.sentence)]
    case 'not-readable':
      return [
        ...sellingParts(seen),
        ...(seen.selling.place === null ? [element('p', say('notReadable')), sitesOf(seen.sites)] : []),
      ]
    case 'form':
      return sellingParts(seen)
    case 'read':
      return [...readParts(seen.capture, seen.server), ...sellingParts(seen)]
  }
}

function readParts(capture: Capture, server: string): HTMLElement[] {
  const { outcome, reason } = capture
  const said = outcome === 'ok' || outcome === 'empty' ? [] : [element('p', say('notRead'))]
  // The server says it in English alone.
  const why = outcome !== 'ok' && reason !== null && isEnglish ? [element('p', reason, 'quiet')] : []
  return [
    ...said,
    ...why,
    ...(outcome === 'ok' ? [element('h1', `${summaryOf(capture, say).join(', ')}.`)] : []),
    ...remarksOf(capture, say).map((remark) => element('p', remark, 'quiet')),
    listOf(capture, server),
  ]
}

function listOf({ listings }: Capture, server: string): HTMLElement {
  const list = element('ul')
  for (const listing of listings) {
    const row = element('li')
    const link = element('a', listing.title)
    link.href = `${server}/listings/${listing.id}`
    link.target = '_blank'
    link.rel = 'noreferrer'
    row.append(link, element('p', figuresOf(listing), 'figures'))
    const state = stateOf(listing.state)
    if (state !== null) row.append(element('p', state, 'quiet'))
    for (const { name } of listing.rules) row.append(element('p', say('matches', name), 'match'))
    list.append(row)
  }
  return list
}

function stateOf(state: Capture['listings'][number]['state']): string | null {
  switch (state) {
    case 'pending':
      return say('statePending')
    case 'sold':
      return say('stateSold')
    case 'gone':
      return say('stateGone')
    case 'active':
      return null
  }
}

function figuresOf({ priceCents, currency, value, belowValuePct }: Capture['listings'][number]): string {
  const asked = priceCents === null ? say('noPrice') : price(priceCents, currency ?? '', language)
  if (value === null) return `${asked} · ${say('noValue')}`
  const [low, high] = [value.lowCents, value.highCents].map((cents) => price(cents, value.currency, language))
  const worth = say('worth', low ?? '', high ?? '')
  if (belowValuePct === null || belowValuePct === 0) return `${asked} · ${worth}`
  const beside = say(belowValuePct > 0 ? 'belowIt' : 'aboveIt', String(Math.abs(belowValuePct)))
  return `${asked} · ${worth} · ${beside}`
}

function sitesOf(sites: Extract<Seen, { state: 'not-readable' }>['sites']): HTMLElement {
  const list = element('ul')
  for (const { name } of sites) list.append(element('li', name))
  return list
}

function optionsButton(): HTMLElement {
  const button = element('button', say('openOptions'))
  button.addEventListener('click', () => void chrome.runtime.openOptionsPage())
  return button
}
