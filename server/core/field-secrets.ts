import type { FieldSpec, FieldValues } from './fields.ts'
import { type AddressSecrets, addressSecrets, longerThan } from './secret-address.ts'

/** What of filled-in fields must not be repeated: secrets, and what is secret in addresses. */
export function fieldSecrets(fields: readonly FieldSpec[], values: FieldValues): AddressSecrets {
  const found = fields.flatMap(({ name, type, secret }): AddressSecrets[] => {
    const value = values[name]
    if (typeof value !== 'string' || value === '') return []
    if (type === 'url') return [addressSecrets(value)]
    if (!secret) return []
    const pieces = longerThan(3, [value, ...value.split(/[,\s]+/)])
    const within = pieces.filter((piece) => piece.includes('://')).map(addressSecrets)
    return [{ all: pieces, sure: longerThan(7, pieces) }, ...within]
  })
  return { all: found.flatMap(({ all }) => all), sure: found.flatMap(({ sure }) => sure) }
}
