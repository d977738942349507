import { badInput } from '../../core/errors.ts'
import { toMinorUnits } from '../../core/money.ts'

export type Flags = Record<string, string | undefined>

export const given = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))

export function numberOf(text: string): number {
  const number = wholeOf(text, 'the number')
  return number!
}

export function wholeOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) throw badInput(`${name}: "${text}" is no whole number.`)
  return Number(text)
}

export function centsOf(text: string | undefined, currency: string): number | undefined {
  if (text === undefined) return undefined
  const cents = toMinorUnits(text, currency)
  if (cents === null) throw badInput(`"${text}" is no amount: write it like 12.50.`)
  return cents
}
