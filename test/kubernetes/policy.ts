import type { OptionSpec } from '../../server/core/options.ts'
import type { Document } from './document.ts'

/** A sentence that holds for all documents of a cluster. */
export interface Policy {
  name: string
  /** What breaks it, as `document: what`. */
  find(documents: readonly Document[], options: readonly OptionSpec[]): string[]
}

export const ourImage = 'ghcr.io/deal-scout/deal-scout'
