import { locale } from './locale.ts'
import type { Person } from './person.tsx'

const kmPerMile = 1.609344
type Unit = 'kilometer' | 'mile'

const unitOf = (units: Person['units']): Unit => (units === 'km' ? 'kilometer' : 'mile')

/** Whole figures in the person's unit, which a form shows: 40 km are 25 mi. */
export const fromKm = (km: number, units: Person['units']) => Math.round(units === 'km' ? km : km / kmPerMile)
export const toKm = (figure: number, units: Person['units']) =>
  Math.round(units === 'km' ? figure : figure * kmPerMile)

export const unitSign = (units: Person['units']) => (units === 'km' ? 'km' : 'mi')

/** `7.5 mi`, `12 km`. Where both are wanted, the first is for a glance and `title` has the other. */
export function distanceText(km: number, units: Person['units']): string {
  return inUnit(km, unitOf(units))
}

export function distanceTitle(km: number): string {
  return `${inUnit(km, 'mile')} (${inUnit(km, 'kilometer')})`
}

function inUnit(km: number, unit: Unit): string {
  const figure = unit === 'mile' ? km / kmPerMile : km
  return new Intl.NumberFormat(locale(), {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: figure < 10 ? 1 : 0,
  }).format(figure)
}
