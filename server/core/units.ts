import type { Language } from './languages.ts'

/** Figures that round to a whole one from here on. */
const wholeFrom = 10

export const kmPerMile = 1.609344

/** How distances are written for a person. */
export const unitChoices = ['both', 'km', 'mi'] as const
export type Units = (typeof unitChoices)[number]

/** `12 mi`, `19 km`, `12 mi (19 km)`; in German `7,5 mi`. */
export function distanceText(km: number, units: Units, language: Language = 'en'): string {
  const rounded = (figure: number) => shortFigure(figure, language)
  const miles = `${rounded(km / kmPerMile)} mi`
  if (units === 'mi') return miles
  return units === 'km' ? `${rounded(km)} km` : `${miles} (${rounded(km)} km)`
}

function shortFigure(figure: number, language: Language): string {
  const text = String(figure < wholeFrom ? Math.round(figure * 10) / 10 : Math.round(figure))
  return language === 'de' ? text.replace('.', ',') : text
}

/** Km of "25", "25km" or "15 mi", a bare figure being of those units (km where they are both); null for no distance. */
export function readDistance(text: string, units: Units): number | null {
  const [, figure, unit = units] = /^\s*(\d+(?:\.\d+)?)\s*(km|mi)?\s*$/i.exec(text) ?? []
  if (figure === undefined) return null
  return Number(figure) * (unit.toLowerCase() === 'mi' ? kmPerMile : 1)
}
