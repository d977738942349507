const ascii = /^[\x21-\x7e]*$/
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const hiddenAll = new RegExp(hidden, 'gu')

/** Whether it has characters that hide or reorder others, or that nobody sees. */
export function hides(address: string): boolean {
  return hidden.test(address)
}

/**
 * An http(s) address that shows where it leads: the name of its host as the network asks for it (`xn--…` for letters
 * beyond ASCII, since many look alike), and what reorders or hides characters percent-encoded; null where such a
 * character stands in the host.
 */
export function plainAddress(address: string): string | null {
  if (ascii.test(address)) return address
  const parts = /^(https?:\/\/)([^/?#\\]*)(.*)$/isu.exec(address)
  if (parts === null || !address.isWellFormed() || !URL.canParse(address)) return null
  const [, scheme, authority, rest] = parts
  if (hidden.test(authority!)) return null
  const at = authority!.lastIndexOf('@') + 1
  const host = ascii.test(authority!.slice(at)) ? authority!.slice(at) : new URL(address).host
  return `${scheme}${authority!.slice(0, at)}${host}${rest!.replace(hiddenAll, encodeURIComponent)}`
}
