import { defaultTravel, type Profile } from '../accounts/profile.ts'
import { setupError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import { currencyProblem } from '../core/money.ts'
import { findPlace } from '../core/places.ts'
import { namedTimeZone } from '../core/time-zone.ts'
import type { Config } from './config.ts'

/** The profile of people who chose none, by the operator's options. */
export function defaultProfile(config: Config, log: Log): Profile {
  return {
    home: homeOf(config, log),
    units: config.units,
    currency: currencyOf(config),
    timeZone: timeZoneOf(config),
    travel: defaultTravel,
    ...{ language: null, hourCycle: null, weekStart: null },
  }
}

function homeOf({ home: text }: Config, log: Log): Profile['home'] {
  if (text === undefined) return null
  const found = findPlace(text)
  if (found) return { text, ...found }
  log.warn(
    `DEAL_SCOUT_HOME "${text}" was not found: write a ZIP code or a city; distances are unknown until then`,
  )
  return null
}

function currencyOf(config: Config): string {
  const code = config.currency.toUpperCase()
  const problem = currencyProblem(code)
  if (problem === null) return code
  throw setupError('bad-config', `DEAL_SCOUT_CURRENCY: ${problem}.`)
}

function timeZoneOf(config: Config): string {
  const asked = config.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const name = namedTimeZone(asked)
  if (name !== null) return name
  if (config.timeZone === undefined) return 'UTC'
  throw setupError(
    'bad-config',
    `DEAL_SCOUT_TIME_ZONE "${asked}" is no known time zone: use a name such as Europe/Berlin or America/New_York.`,
  )
}
