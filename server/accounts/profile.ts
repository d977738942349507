import type { Units } from '../core/units.ts'
import type { TravelCost } from '../model/score-schema.ts'

/** Where a person lives: as they wrote it, and the place that was found by it. */
export interface Home {
  text: string
  label: string
  lat: number
  lon: number
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** How a person wants to be shown things, and from where distances count. */
export interface Profile {
  /** null = not known, and so is every distance from it. */
  home: Home | null
  units: Units
  /** ISO 4217, of amounts that a command is given without one. */
  currency: string
  /** IANA name, as in Europe/Berlin. */
  timeZone: string
  /** What the way costs. */
  travel: TravelCost
  /** BCP 47, in which the web app and figures in it are written: "en", "en-GB"; null = as the browser has it. */
  language: string | null
  /** null = as is usual where the language is spoken. */
  hourCycle: HourCycle | null
  /** The first day of a week; null likewise. */
  weekStart: WeekStart | null
}

export const hourCycles = ['h12', 'h23'] as const
export type HourCycle = (typeof hourCycles)[number]
export const weekStarts = ['monday', 'saturday', 'sunday'] as const
export type WeekStart = (typeof weekStarts)[number]

/** What a person chose; null = as the operator has it. */
export type OwnProfile = { [Field in keyof Profile]: Profile[Field] | null }

export const emptyProfile: OwnProfile = {
  home: null,
  units: null,
  currency: null,
  timeZone: null,
  travel: null,
  language: null,
  hourCycle: null,
  weekStart: null,
}

/** 15 US cents per km: fuel and some wear of a car; the full cost that tax offices allow is about three times that. */
export const defaultTravel: TravelCost = { centsPerKm: 15, currency: 'USD' }

export function effectiveProfile(defaults: Profile, own: OwnProfile): Profile {
  const chosen = Object.entries(own).filter(([, value]) => value !== null)
  return { ...defaults, ...Object.fromEntries(chosen) }
}
