import type { Channel } from '../../channels/contract.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import type { OptionValues } from '../../core/options.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'
import { type Secrets, tryToOpen } from '../../core/secrets.ts'
import { keepMadeOptions, replaceMadeOptions } from './made-options-store.ts'

const contextOf = (channel: string) => `made-options:${channel}`

export const sealedMadeOptions: SealedColumn = {
  ...{ table: 'made_options', column: 'sealed', key: ['channel'] },
  contextOf,
}

export interface MadeDeps {
  db: Db
  clock: Clock
  secrets: Pick<Secrets, 'seal' | 'open'>
  channels: ReadonlyMap<string, Channel>
}

/**
 * What the program made of the channels' options where the operator set none of them: made when that is first asked for, the
 * same in all processes from then on. What cannot be opened is left out, and made anew only where nobody's target can depend
 * on it.
 */
export async function madeOptions(
  { db, clock, secrets, channels }: MadeDeps,
  configured: OptionValues,
): Promise<OptionValues> {
  const found: Record<string, string> = {}
  for (const { id, made } of channels.values()) {
    if (!made || made.options.some((env) => configured[env] !== undefined)) continue
    const fresh = () => ({
      ...{ channel: id, madeAt: clock.now() },
      sealed: secrets.seal(JSON.stringify(made.make()), contextOf(id)),
    })
    const kept = await keepMadeOptions(db, fresh())
    let { plain } = tryToOpen(secrets, kept, contextOf(id))
    if (plain === null && (await replaceMadeOptions(db, kept, fresh())))
      plain = tryToOpen(secrets, await keepMadeOptions(db, fresh()), contextOf(id)).plain
    if (plain !== null) Object.assign(found, JSON.parse(plain))
  }
  return found
}
