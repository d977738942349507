import { createHash } from 'node:crypto'
import type { FieldValues } from '../core/fields.ts'
import type { OptionValues } from '../core/options.ts'

/** The keys of an app at a site. */
export interface AppKeys {
  /** Filled in for the source, and not the operator's. */
  own: boolean
  clientId: string
  clientSecret: string
}

/** A source's own keys (`clientId`, `clientSecret`) go before the operator's, which are options of these names. */
export function appKeys(
  settings: FieldValues,
  options: OptionValues,
  names: { id: string; secret: string },
): AppKeys {
  const own = text(settings.clientId) !== '' || text(settings.clientSecret) !== ''
  return {
    own,
    clientId: text(own ? settings.clientId : options[names.id]),
    clientSecret: text(own ? settings.clientSecret : options[names.secret]),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** Tells two values apart without saying them. */
export function shortHash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 12)
}
