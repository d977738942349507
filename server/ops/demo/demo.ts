import type { z } from 'zod'
import type { FieldValues } from '../../core/fields.ts'
import type { ruleInputSchema } from '../../model/rule-schema.ts'

export interface DemoSource {
  marketplace: string
  name: string
  settings: FieldValues
  /** Read without any rule; the shop can only be searched for words, which the rules bring. */
  browse: boolean
  intervalMs: number
}

/** The two sources of the demo, at the address of its server. */
export function demoSources(baseUrl: string): DemoSource[] {
  return [
    {
      marketplace: 'craigslist',
      name: 'Demo Craigslist',
      settings: { area: 'sfbay', category: 'sss', seller: 'anyone', withPhotos: false, demoBaseUrl: baseUrl },
      browse: true,
      intervalMs: 15_000,
    },
    {
      marketplace: 'ebay',
      name: 'Demo eBay',
      settings: { site: 'EBAY_US', domesticOnly: true, environment: 'production', demoBaseUrl: baseUrl },
      browse: false,
      intervalMs: 20_000,
    },
  ]
}

/** Words that most of the shop's things have, few enough for its longest query (100 characters). */
const wellKnown = [
  'apple',
  'galaxy',
  'lenovo',
  'canon',
  'sony',
  'nikon',
  'bose',
  'console',
  'dewalt',
  'guitar',
  'lego',
  'bike',
  'dyson',
  'aeron',
]

/**
 * What the demo's person wants to be told about; the opening scenes of a world have something for each. A rule without
 * words is for the classifieds alone: the shop refuses a search for everything.
 */
export const demoRules: z.input<typeof ruleInputSchema>[] = [
  {
    name: 'Great deals (demo)',
    scoreMin: 80,
    marketplaces: ['craigslist'],
    channels: ['inbox'],
  },
  {
    name: 'Well-known things far below value (demo)',
    keywords: { any: wellKnown, none: ['parts', 'not working'] },
    scoreMin: 80,
    channels: ['inbox'],
  },
  {
    name: 'Road bike under $600 (demo)',
    keywords: { all: ['road bike'] },
    priceCentsMax: 60_000,
    channels: ['inbox'],
  },
  {
    name: 'Herman Miller chair (demo)',
    keywords: { all: ['aeron'] },
    priceCentsMax: 40_000,
    place: 'Oakland, CA',
    radiusKm: 120,
    channels: ['inbox'],
  },
]
