import type { AccountFeatureDeps } from '../accounts/feature.ts'
import { asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { endPerson } from '../flows/end-person.ts'
import { filledInChannels } from '../notify/targets/channels.ts'
import { sourceViews } from '../sources/sources.ts'
import type { Resources } from './resources.ts'

/** What of other slices a person's export shows, and what of them a deletion ends. */
export function ownData(
  resources: Resources,
  replan: (tx: Tx) => Promise<void>,
): Pick<AccountFeatureDeps, 'endPerson' | 'shown'> {
  const heir = asProgram(resources.owner.userId)
  return {
    endPerson: (tx, userId) => endPerson({ replan, heir }, tx, userId),
    shown: {
      sources: (userId) => sourceViews(resources, userId),
      channels: (userId) => filledInChannels(resources, userId),
    },
  }
}
