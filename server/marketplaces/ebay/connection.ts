import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import { appKeys, shortHash } from '../app-keys.ts'
import type { MarketplaceContext } from '../contract.ts'
import type { BadAnswer } from '../http-outcome.ts'
import { type EbaySite, siteOf } from './sites.ts'

export const hostGapMs = 1000

/** How a source reaches eBay. */
export interface Connection {
  base: string
  network: 'public' | 'any'
  clientId: string
  clientSecret: string
  /** Part of the budgets' names: every eBay app has its own limits. */
  budget: string
  site: EbaySite & { id: string }
  postalCode: string
}

export function connectionOf(ctx: MarketplaceContext): Connection | BadAnswer {
  const { settings, options } = ctx
  const site = siteOf(settings)
  const postalCode = text(settings.postalCode)
  if (ctx.demo) {
    const base = text(settings.demoBaseUrl)
    if (!base) return { outcome: 'unreachable', reason: 'The demo world is not running.' }
    const demo = { clientId: 'demo', clientSecret: 'demo', budget: '-demo' }
    return { base: trimSlash(base), network: 'any', ...demo, site, postalCode }
  }
  const missing = missingKeys(settings, options)
  if (missing !== null) return { outcome: 'auth-expired', reason: missing }
  const { clientId, clientSecret } = keysOf(settings, options)
  const override = text(options.EBAY_BASE_URL)
  const home = settings.environment === 'sandbox' ? 'https://api.sandbox.ebay.com' : 'https://api.ebay.com'
  return {
    base: override ? trimSlash(override) : home,
    network: override ? 'any' : 'public',
    clientId,
    clientSecret,
    budget: `-${appOf(settings, options)}`,
    site,
    postalCode,
  }
}

/** A source's own keys go before the operator's. */
export function keysOf(settings: FieldValues, options: OptionValues) {
  return appKeys(settings, options, { id: 'EBAY_CLIENT_ID', secret: 'EBAY_CLIENT_SECRET' })
}

/** Names the app whose keys a source uses, without saying its id. */
export function appOf(settings: FieldValues, options: OptionValues): string {
  return shortHash(keysOf(settings, options).clientId)
}

/** What keys are missing, as a sentence; null when none are. */
export function missingKeys(settings: FieldValues, options: OptionValues): string | null {
  const { own, clientId, clientSecret } = keysOf(settings, options)
  if (clientId && clientSecret) return null
  return own
    ? 'This source needs both the client ID and the client secret of its eBay app.'
    : 'eBay needs the keys of an app: enter clientId and clientSecret in the source, or set EBAY_CLIENT_ID and EBAY_CLIENT_SECRET.'
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function trimSlash(base: string): string {
  return base.endsWith('/') ? base.slice(0, -1) : base
}
