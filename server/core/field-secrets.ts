import type { FieldSpec, FieldValues } from './fields.ts'
import type { OptionSpec, OptionValues } from './options.ts'
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

/** The same of the operator's options: of an address its password, whoever repeats what it was called with. */
export function optionSecrets(options: readonly OptionSpec[], values: OptionValues): AddressSecrets {
  const found = options
    .filter(({ secret }) => secret)
    .flatMap(({ env }) => [values[env] ?? []].flat().map(String))
    .flatMap((value) => [value, URL.parse(value)?.password ?? ''])
  const all = longerThan(3, found)
  return { all, sure: longerThan(7, all) }
}

/** What an adapter must not repeat, of whom it acts for and of the operator. */
export function adapterSecrets(
  adapter: { fields: readonly FieldSpec[]; options: readonly OptionSpec[] },
  given: { settings: FieldValues; options: OptionValues },
): AddressSecrets {
  const parts = [fieldSecrets(adapter.fields, given.settings), optionSecrets(adapter.options, given.options)]
  return { all: parts.flatMap(({ all }) => all), sure: parts.flatMap(({ sure }) => sure) }
}
