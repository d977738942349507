import type { OfferKind } from './kinds.ts'
import type { Segment } from './text.ts'
import { copies, failures, manies, others, type Pattern } from './text-patterns.ts'

/** Site categories under which hardly a whole thing is offered. */
const places: readonly (readonly [kind: OfferKind, pattern: RegExp])[] = [
  [
    'other',
    /\b(?:business(?:es)? for sale|jobs?|tickets?|gift cards?|vouchers?|stellenangebote|emplois?|empleos?|lavoro)\b/,
  ],
  ['service', /\b(?:services|dienstleistungen|servicios|servizi|diensten|uslugi|servicos)\b/],
  ['rental', /\b(?:rentals?|to rent|for rent|housing|hire|mieten|locations|alquiler|affitto|huur)\b/],
  ['wanted', /\b(?:wanted|gesuche|recherches?|gevraagd)\b/],
  ['trade', /\b(?:swaps?|barter|tauschen|tausch|echanges?)\b/],
  [
    'accessory',
    /\b(?:cases|covers|chargers|cables|screen protectors|cradles|mounts|holders|ink|toners?|huellen|hullen|coques)\b/,
  ],
  [
    'part',
    /\b(?:parts|spares|components|wheels|tyres|tires|teile|ersatzteile|pieces detachees|recambios|ricambi|onderdelen)\b/,
  ],
  ['lot', /\b(?:bundles?|job lots?|lots|wholesale)\b/],
]

/** The kinds of offer that a site's category is for, deepest step only. */
export function placesOf(siteCategory: string): OfferKind[] {
  const leaf =
    siteCategory
      .toLowerCase()
      .split(/[/>|›»\\]/)
      .map((step) => step.trim())
      .filter((step) => step !== 'private' && step !== 'business' && step !== '')
      .at(-1) ?? ''
  return places.filter(([, pattern]) => pattern.test(leaf)).map(([kind]) => kind)
}

/** One thing that a text says of state or number, and the words that say it. */
export interface Said {
  name: string
  kind: 'broken' | 'many' | 'copy' | 'other'
  words: string
}

interface Tried {
  name: string
  kind: Said['kind']
  pattern: RegExp
  /** A bit for each set of words of which one must stand. */
  needs: number
}

const tried: Tried[] = []
/** Of each word the patterns that need it, with the bit of its set; under '' those that are always tried. */
const byWord = new Map<string, { at: number; bit: number }[]>()

function enter(patterns: readonly Pattern[], kind: Said['kind']): void {
  for (const [name, oneOf, pattern] of patterns) {
    const sets = oneOf.split(' + ')
    for (const [i, set] of sets.entries()) {
      for (const word of new Set(set.split(' ')))
        byWord.set(word, [...(byWord.get(word) ?? []), { at: tried.length, bit: 2 ** i }])
    }
    tried.push({ name, kind, pattern, needs: 2 ** sets.length - 1 })
  }
}

enter(failures, 'broken')
enter(manies, 'many')
enter(copies, 'copy')
enter(others, 'other')

/** What a text says, each sort once. */
export function saidOf(segments: readonly Segment[]): Said[] {
  if (segments.length === 0) return []
  const stands = new Uint8Array(tried.length)
  const look = (word: string) => {
    for (const { at, bit } of byWord.get(word) ?? none) stands[at]! |= bit
  }
  look('')
  const parts: string[] = []
  for (const { words } of segments) {
    for (const word of words) look(word)
    parts.push(words.join(' '))
  }
  const text = parts.join(' . ')
  const found: Said[] = []
  for (let i = 0; i < stands.length; i++) {
    if (stands[i] === 0) continue
    const { name, kind, pattern, needs } = tried[i]!
    const match = stands[i] === needs ? pattern.exec(text) : null
    if (match !== null) found.push({ name, kind, words: match[0].trim() })
  }
  return found
}

const none: readonly { at: number; bit: number }[] = []

/** How many sorts of failure are among what was said. */
export function failureCount(said: readonly Said[]): number {
  return said.filter(({ kind }) => kind === 'broken').length
}
