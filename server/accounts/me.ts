import { type Actor, type Authorized, authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { badInput } from '../core/errors.ts'
import { currencyProblem } from '../core/money.ts'
import { placeProblem } from '../core/places.ts'
import { effectiveProfile, emptyProfile, type Home, type OwnProfile } from './profile.ts'
import { getProfile, holdAccount, writeProfile } from './profile-store.ts'
import type { Profiles } from './profiles.ts'
import type { Me, ProfilePatch } from './schema.ts'
import { accountName } from './store.ts'

export interface MeDeps {
  db: Db
  clock: Clock
  profiles: Profiles
  findPlace(text: string): Omit<Home, 'text'> | null
  /** In the transaction that changes a person's time zone. */
  timeZoneChanged(tx: Tx, userId: Authorized<'own'>): Promise<void>
}

export async function readMe(deps: MeDeps, actor: Actor): Promise<Me> {
  return meView(deps, actor, (await getProfile(deps.db, authorized(actor, 'read'))) ?? emptyProfile)
}

/** Bad input where a place, a currency or a zone is none; then nothing is changed. */
export async function changeProfile(deps: MeDeps, actor: Actor, patch: ProfilePatch): Promise<Me> {
  const userId = authorized(actor, 'own')
  const own = await deps.db.transaction(async (tx) => {
    await holdAccount(tx, userId)
    const before = (await getProfile(tx, userId)) ?? emptyProfile
    const after: OwnProfile = {
      ...before,
      ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
      home: homeOf(deps, before, patch),
    }
    const problems = Object.entries({
      'profile.currency': currencyProblem(after.currency),
      'profile.travel.currency': currencyProblem(after.travel?.currency ?? null),
    }).filter((problem): problem is [string, string] => problem[1] !== null)
    const [first] = problems
    if (first) throw badInput(`${first[0]}: ${first[1]}.`, Object.fromEntries(problems))
    await writeProfile(tx, userId, after, deps.clock.now())
    if (after.timeZone !== before.timeZone) await deps.timeZoneChanged(tx, userId)
    tx.afterCommit(() => deps.profiles.forget())
    return after
  })
  return meView(deps, actor, own)
}

function homeOf(deps: MeDeps, before: OwnProfile, { home }: ProfilePatch): Home | null {
  if (home === undefined) return before.home
  if (home === null) return null
  const found = deps.findPlace(home)
  if (found === null) {
    const problem = placeProblem(home)
    throw badInput(`profile.home: ${problem}.`, { 'profile.home': problem })
  }
  const { label, lat, lon, country } = found
  return { text: home, label, lat, lon, country }
}

async function meView(deps: MeDeps, actor: Actor, own: OwnProfile): Promise<Me> {
  const profile = effectiveProfile(deps.profiles.defaults, own)
  const { home, units, currency, timeZone, travel, language, hourCycle, weekStart } = profile
  const isDefault = (field: keyof OwnProfile) => own[field] === null
  return {
    id: actor.userId,
    name: await accountName(deps.db, authorized(actor, 'read')),
    roles: [...actor.roles],
    profile: {
      home: { value: home, isDefault: isDefault('home') },
      units: { value: units, isDefault: isDefault('units') },
      currency: { value: currency, isDefault: isDefault('currency') },
      timeZone: { value: timeZone, isDefault: isDefault('timeZone') },
      travel: { value: travel, isDefault: isDefault('travel') },
      language: { value: language, isDefault: isDefault('language') },
      hourCycle: { value: hourCycle, isDefault: isDefault('hourCycle') },
      weekStart: { value: weekStart, isDefault: isDefault('weekStart') },
    },
  }
}
