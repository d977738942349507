/** What of rate limits and origins every answer may say, as components of the document. */
export const sharedHeaders = {
  RateLimit: {
    description:
      'How many requests are left of which limit, and for how many seconds: `"read";r=9;t=6`. Only where a limit is set.',
    schema: { type: 'string', maxLength: 100 },
  },
  'RateLimit-Policy': {
    description: 'Which limit that is: so many requests (`q`) in so many seconds (`w`).',
    schema: { type: 'string', maxLength: 100 },
  },
  'Access-Control-Allow-Origin': {
    description:
      'The origin of the page that asks, only where the operator has listed it (DEAL_SCOUT_CORS_ORIGINS).',
    schema: { type: 'string', maxLength: 300 },
  },
} as const

/** References to them, for the headers of an answer. */
export function headersOf(isCounted: boolean): Record<string, { $ref: string }> {
  const names = Object.keys(sharedHeaders).filter((name) => isCounted || !name.startsWith('RateLimit'))
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

/** Says of every whole number how large it may be, which zod leaves to its bounds. */
export function withFormats<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withFormats) as Part
  if (typeof part !== 'object' || part === null) return part
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withFormats(value)]))
  if (copy.type !== 'integer' || copy.format !== undefined) return copy as Part
  const { minimum, maximum } = copy as { minimum?: unknown; maximum?: unknown }
  const isSmall = [minimum, maximum].every((bound) => typeof bound === 'number' && Math.abs(bound) < 2 ** 31)
  return { ...copy, format: isSmall ? 'int32' : 'int64' } as Part
}
