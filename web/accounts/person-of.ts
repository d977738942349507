import type { Person } from '../lib/person.tsx'
import type { Me } from './queries.ts'

/** How figures are written for this account; until it is known, as for one that has chosen nothing. */
export function personOf(me: Me | undefined): Person {
  const profile = me?.profile
  return {
    id: me?.id ?? 0,
    name: me?.name ?? '',
    currency: profile?.currency.value ?? 'USD',
    units: profile?.units.value ?? 'both',
    home: profile?.home.value?.label ?? null,
    hourCycle: profile?.hourCycle.value ?? undefined,
    weekStart: profile?.weekStart.value ?? undefined,
    mayWrite: me?.roles.some((role) => role !== 'viewer') ?? false,
    mayAdmin: me?.roles.some((role) => role === 'owner' || role === 'admin') ?? false,
  }
}
