import { type Actor, isOperator } from '../core/actor.ts'
import { badInput } from '../core/errors.ts'
import type { FieldValues } from '../core/fields.ts'
import type { OptionValues } from '../core/options.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { SourceRow } from './store.ts'

/** Whose alone it is what a source shows; null = market data. What an unknown marketplace shows is its owner's. */
export function ownerOfFound(
  { shared, demo, userId }: Pick<SourceRow, 'shared' | 'demo' | 'userId'>,
  marketplace: Pick<Marketplace, 'isPublic'> | undefined,
): number | null {
  return shared || demo || marketplace?.isPublic === true ? null : userId
}

/** Whether a source is for everybody: the operator's are unless they say otherwise, and nobody else's can be. */
export function readShared(actor: Actor, asked: boolean | undefined, before = true): boolean {
  if (isOperator(actor)) return asked ?? before
  if (asked === true) {
    const problem = 'is for the operator of Deal Scout to decide'
    throw badInput(`A source for everybody ${problem}: leave out "shared".`, { shared: problem })
  }
  return false
}

/** Scans of one quota run one at a time. The demo uses up nothing of real ones. */
export function quotaOf(
  { marketplace: id, demo }: Pick<SourceRow, 'marketplace' | 'demo'>,
  marketplace: Pick<Marketplace, 'quotaOf'> | undefined,
  settings: FieldValues,
  options: OptionValues,
): string {
  if (demo) return `demo ${id}`
  const own = marketplace?.quotaOf?.(settings, options) ?? ''
  return own === '' ? id : `${id} ${own}`
}
