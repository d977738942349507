import { remembering } from '../../core/remembering.ts'

/** What attributes tell of a thing, whatever its site calls them. */
export interface Facets {
  brand?: string
  model?: string
  year?: string
  size?: string
  storage?: string
  material?: string
}

/** Attributes that mean the same under the names that sites use. */
const facetNames: readonly (readonly [keyof Facets, RegExp])[] = [
  ['brand', /^(?:brand|make|manufacturer|make \/ manufacturer)$/],
  ['model', /^(?:model|model name.*|product ?line|item|mpn)$/],
  ['year', /^(?:year|model year|year manufactured|jahr)$/],
  [
    'size',
    /^(?:size|frame ?size|screen ?size|size \/ dimensions|shoe size|us shoe size|gr(?:oe|ö)(?:ss|ß)e)$/,
  ],
  ['storage', /^(?:storage|storage capacity|ssd capacity|hard drive capacity|capacity|internal memory)$/],
  ['material', /^(?:material|frame material|fabric type|upholstery material|metal|exterior material)$/],
]

/** Attributes that say something about the look or the person at the other end, not about the thing. */
const idle =
  /^(?:id|url|link|file|seller.*|feedback.*|user|user ?name|vin|phone|email|raw ?title|title|snapshot|posted|scraped|est .*|.*price.*|.*cost.*|.*views?|.*favou?rites?|reviews?|suspect|distance.*|.*estimate.*|house|bids?|.*start pr|ship pr|duration|.*rate)$/

/** Sites have some hundred names of attributes, and every listing of theirs has a dozen of them. */
const namesMax = 500

/** What an attribute of this name tells: by its folded name, as one of the facets, or nothing of the thing at all. */
export const readAttributeName: (name: string) => {
  key: string
  facet: keyof Facets | null
  isIdle: boolean
} = remembering((name) => {
  const key = name.toLowerCase().replaceAll('_', ' ')
  const facet = facetNames.find(([, pattern]) => pattern.test(key))?.[0] ?? null
  return { key, facet, isIdle: idle.test(key) }
}, namesMax)
