import { join } from 'node:path'
import type { OptionView } from '../../ops/admin/schema.ts'
import type { Config } from '../config.ts'
import type { Resources } from '../resources.ts'
import { shownValue } from './config-docs.ts'
import { coreOptions } from './config-options.ts'

/** What admins are shown of how the program was set up. */
export function setUpOf(
  config: Config,
  { marketplaces, channels }: Pick<Resources, 'marketplaces' | 'channels'>,
) {
  return {
    options: () => optionViews(config, [...marketplaces.values(), ...channels.values()]),
    photosKept: {
      folder: join(config.dataDir, 'photos'),
      isOn: config.photosShown === 'on',
      bytesMax: config.photosShownMb * 1_000_000,
    },
  }
}

type Owner = { name: string; options: readonly { env: string }[] }

/** Every option; of a secret only whether it is set. */
function optionViews(config: Config, owners: readonly Owner[]): OptionView[] {
  const core = new Set<string>(Object.values(coreOptions).map(({ env }) => env))
  return config.entries.map(({ spec, value, origin }) => {
    const isSecret = spec.secret === true
    const owner = owners.find(({ options }) => options.some(({ env }) => env === spec.env))
    return {
      name: spec.env,
      part: core.has(spec.env) ? 'program' : (owner?.name ?? 'program'),
      value: value === undefined || isSecret ? null : shownValue(spec, value),
      isSet: value !== undefined,
      isSecret,
      default: spec.default === undefined || isSecret ? null : shownValue(spec, spec.default),
      origin: origin as OptionView['origin'],
      doc: spec.doc,
    }
  })
}
