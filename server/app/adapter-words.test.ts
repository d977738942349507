import { expect, it } from 'vitest'
import { type AdapterWords, shownIn } from '../core/adapter-words.ts'
import type { FieldSpec } from '../core/fields.ts'
import { languages } from '../core/languages.ts'
import { loadAllAdapters } from './adapters.ts'

/** Names, and words that are the same in German. */
const sameInGerman = new Set([
  ...['Apprise', 'Discord', 'Gotify', 'Matrix', 'ntfy', 'Pushover', 'Slack', 'SMS', 'Microsoft Teams'],
  ...['Telegram', 'Webhook', 'Web Push', 'Craigslist', 'eBay', 'Facebook Marketplace', 'Kleinanzeigen'],
  ...['Marktplaats, 2dehands, 2ememain', 'OfferUp', 'Reddit', 'Reverb'],
  ...['Server', 'Homeserver', 'Chat', 'Client ID', 'Client secret'],
])
const { channels, marketplaces } = await loadAllAdapters()

interface Adapter {
  name: string
  words?: AdapterWords
  description?: string
  terms?: { summary: string }
  posting?: { rules: string }
  selling?: { sentences?: readonly string[] }
  steps?: readonly string[]
  alertSteps?: readonly string[]
  fields: readonly FieldSpec[]
}

const adapters: [string, Adapter][] = [...channels, ...marketplaces]

const textsOf = ({ name, description, terms, steps = [], alertSteps = [], fields, ...more }: Adapter) =>
  [
    ...[name, description, terms?.summary, more.posting?.rules, ...steps, ...alertSteps],
    ...(more.selling?.sentences ?? []),
    ...fields.flatMap(({ label, help, group }) => [label, help, group]),
  ].filter((text) => text !== undefined)

it.each(adapters)(
  'what %s shows is said in every language, and nothing is translated that it does not show',
  (_, adapter) => {
    for (const language of languages.filter((one) => one !== 'en')) {
      const words = adapter.words?.[language] ?? {}
      const texts = textsOf(adapter)
      expect(texts.filter((text) => !(text in words) && !sameInGerman.has(text))).toEqual([])
      const unshown = Object.keys(words).filter((text) => !texts.includes(text))
      // What an operator is to set is said by functions.
      expect(unshown.filter((text) => !/ set |^Set /.test(text))).toEqual([])
    }
  },
)

it('names of fields and what a person filled in stay as they are', () => {
  const fields = [{ name: 'Device', label: 'Device', help: 'One.' }]
  const view = {
    name: 'Inbox',
    label: 'Device',
    unavailable: 'Set it.',
    fields,
    settings: { Device: 'Device' },
  }
  const words = { de: { Device: 'Gerät', Inbox: 'Nachrichten', 'Set it.': 'Setze es.' } }
  expect(shownIn('de', view, words)).toEqual({
    ...{ name: 'Nachrichten', label: 'Device', unavailable: 'Setze es.', settings: { Device: 'Device' } },
    fields: [{ name: 'Device', label: 'Gerät', help: 'One.' }],
  })
  expect(shownIn('en', view, words)).toBe(view)
})
