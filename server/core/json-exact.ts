type Source = { source?: string }

/**
 * JSON.parse, but whole numbers that a number cannot hold (beyond 2^53) become the text that was written: rounded, two
 * ids become one.
 */
export function parseJsonExact(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const reviver = (_name: string, value: unknown, { source }: Source = {}) =>
    typeof value === 'number' && source && /^-?\d+$/.test(source) && String(value) !== source ? source : value
  return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1])
}
