export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** A scalar as text; null for nothing, lists and objects. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : null
}

export function listText(value: unknown, separator: string): string | null {
  if (!Array.isArray(value)) return text(value)
  const parts = value.slice(0, 50).flatMap((item) => text(item) ?? [])
  return parts.length === 0 ? null : parts.join(separator)
}

/** What exports write for "nothing". */
const fillers: ReadonlySet<string> = new Set(
  'unknown nan none null n/a na n.a. #n/a - -- – — ? nil undefined unbranded|does not apply|not specified'
    .split('|')
    .flatMap((part, i) => (i === 0 ? part.split(' ') : part)),
)

/** Nothing, or what stands where nothing was sold: a row is sold by a price, not by having the column. */
export function isFiller(value: unknown): boolean {
  const plain = text(value)
  return plain !== null && (fillers.has(plain.toLowerCase()) || /^[^\d-]*0+(?:[.,]0+)?\D*$/.test(plain))
}

export function realText(value: unknown): string | null {
  const plain = text(value)
  return plain === null || fillers.has(plain.toLowerCase()) ? null : plain
}

export function webLink(value: string | null): string | null {
  if (value === null || value.length > 4000) return null
  const link = /^www\./i.test(value) ? `https://${value}` : value
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) ? link : null
}

export function short(value: unknown): string {
  return (text(value) ?? JSON.stringify(value) ?? '').slice(0, 60).toWellFormed()
}
