import type { Check } from '../core/feature.ts'
import { checked } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { newestFetchedDay } from './rate-store.ts'
import type { RateDeps } from './rates.ts'

/** Over Easter four days have none. */
const daysMax = 5

/** Whether the exchange rates that are fetched each day are there. */
export function ratesCheck({ db, clock }: Pick<RateDeps, 'db' | 'clock'>): Check {
  return {
    name: 'rates',
    critical: false,
    async run() {
      const day = await newestFetchedDay(db)
      if (day === null) return checked(true, say('check-rates-none'))
      const days = Math.floor((clock.now().getTime() - Date.parse(day)) / 86_400_000)
      return days > daysMax
        ? checked(false, say('check-rates-old', { day, days }))
        : checked(true, say('check-rates', { day }))
    },
  }
}
