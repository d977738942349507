import { loadAllAdapters } from '../../server/app/adapters.ts'
import { coreOptions } from '../../server/app/config/config-options.ts'
import type { OptionSpec } from '../../server/core/options.ts'
import { linkPolicies } from './link-policies.ts'
import { networkPolicies } from './network-policies.ts'
import { podPolicies } from './pod-policies.ts'
import type { Policy } from './policy.ts'

/** What must hold for the documents of every overlay. */
export const policies: readonly Policy[] = [...podPolicies, ...linkPolicies, ...networkPolicies]

/** Every option that the program knows, those of its adapters among them. */
export async function allOptions(): Promise<OptionSpec[]> {
  const { marketplaces, channels } = await loadAllAdapters()
  const adapters = [...marketplaces.values(), ...channels.values()]
  return [...Object.values(coreOptions), ...adapters.flatMap((one) => one.options)]
}
