import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'

/** A feed that many people read, with what it does not say of itself. */
interface Preset {
  /** Currency of amounts that name none. */
  currency: string
  address: string
  /** With words to look for, where the site has a feed of a search. */
  search?(words: string): string
}

/** Sites of one platform: the same feeds, and its own element for the price. */
const pepper = (origin: string, currency: string, newest = 'hot'): Preset => ({
  currency,
  address: `${origin}/rss/${newest}`,
  search: (words) => `${origin}/rss/search?${new URLSearchParams({ q: words })}`,
})

const slickdeals = (words: string): string =>
  `https://slickdeals.net/newsearch.php?${new URLSearchParams({
    ...{ mode: 'frontpage', searcharea: 'deals', searchin: 'first', rss: '1' },
    q: words,
  })}`

const presets = {
  slickdeals: { currency: 'USD', address: slickdeals(''), search: slickdeals },
  hotukdeals: pepper('https://www.hotukdeals.com', 'GBP'),
  mydealz: pepper('https://www.mydealz.de', 'EUR'),
  dealabs: pepper('https://www.dealabs.com', 'EUR', 'tous'),
  chollometro: pepper('https://www.chollometro.com', 'EUR'),
  ozbargain: { currency: 'AUD', address: 'https://www.ozbargain.com.au/deals/feed' },
  dealnews: { currency: 'USD', address: 'https://www.dealnews.com/?rss=1&sort=time' },
} satisfies Record<string, Preset>

export const presetNames = ['address', ...Object.keys(presets), 'shop'] as const

/** Hosts whose feeds tell of new things in shops, by whatever address they are read. */
const dealHosts = new Set(Object.values(presets).map(({ address }) => plainHost(address)))

function plainHost(address: string | undefined): string {
  return (URL.parse(address ?? '')?.hostname ?? '').replace(/^www\./, '')
}

/** True for a feed of what shops offer new: nothing in it is evidence of what such things cost used. */
export function isOfDeals(address: string | undefined): boolean {
  return dealHosts.has(plainHost(address))
}

/** What a source is read at. */
export interface FeedSource {
  url: string
  currency?: string
  /** A shop's list of products, in pages. */
  isShop: boolean
}

/** Of settings that are complete; throws AppError `bad-input` where an address or words are missing or too many. */
export function feedSourceOf(settings: FieldValues): FeedSource {
  const text = (name: string) => String(settings[name] ?? '').trim()
  const chosen = text('preset') || 'address'
  const code = text('currency').toUpperCase()
  const currency = /^[A-Z]{3}$/.test(code) ? code : undefined
  const words = text('words').replace(/\s+/g, ' ').slice(0, 100)
  if (Object.hasOwn(presets, chosen)) {
    const preset: Preset = presets[chosen as keyof typeof presets]
    if (words !== '' && !preset.search)
      throw badInput('This site has no feed of a search.', {
        words: 'Leave it empty here, and say in a rule what you look for.',
      })
    return {
      url: words === '' ? preset.address : preset.search!(words),
      currency: currency ?? preset.currency,
      isShop: false,
    }
  }
  const url = text('url')
  if (url === '')
    throw badInput('Say which feed to read.', {
      url: 'Give the address of a feed, or choose one of the known ones.',
    })
  if (words !== '')
    throw badInput('Words are looked for by some of the known feeds alone.', {
      words: 'Leave it empty for an address of your own.',
    })
  const isShop = chosen === 'shop'
  return { url: isShop ? shopAddress(url) : url, ...(currency && { currency }), isShop }
}

/** The list of products of a shop that runs on Shopify, wherever in the shop its address leads. */
function shopAddress(url: string): string {
  const shop = new URL(url)
  const collection = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?collections\/[^/]{1,200}/.exec(shop.pathname)?.[0] ?? ''
  return `${shop.origin}${collection}/products.json`
}
