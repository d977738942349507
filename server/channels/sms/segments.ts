/** The default alphabet of 3GPP TS 23.038 §6.2.1, one septet each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Its extension table (§6.2.1.1): an escape and a septet each. */
const extended = new Set('\f^{}\\[~]|€')

/** Units that a message alone and each part of a longer one may have; the rest of a part tells which one it is. */
const capacity = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } } as const

export interface Segments {
  encoding: keyof typeof capacity
  /** What the provider counts and bills. */
  count: number
}

/** How a text travels as SMS; one character outside the GSM alphabet makes the whole text UCS-2. */
export function segmentsOf(text: string): Segments {
  const sizes = Array.from(text, septetsOf)
  const encoding = sizes.includes(0) ? 'UCS-2' : 'GSM-7'
  const units = encoding === 'GSM-7' ? sizes : Array.from(text, (character) => character.length)
  const { alone, part } = capacity[encoding]
  const total = units.reduce((sum, size) => sum + size, 0)
  return { encoding, count: total <= alone ? 1 : partsOf(units, part) }
}

/** 0 for a character that the alphabet lacks. */
function septetsOf(character: string): number {
  if (basic.has(character)) return 1
  return extended.has(character) ? 2 : 0
}

/** An escape sequence or a surrogate pair is never cut in two, so a part may have a unit to spare. */
function partsOf(units: number[], capacityOfPart: number): number {
  let parts = 1
  let used = 0
  for (const size of units) {
    if (used + size > capacityOfPart) {
      parts++
      used = 0
    }
    used += size
  }
  return parts
}

const plain: Record<string, string> = {
  '…': '...',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '×': 'x',
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '™': '(TM)',
  '®': '(R)',
  '©': '(C)',
}

/**
 * The same text with typographic marks written plainly and pictures left out, where that brings it into the GSM
 * alphabet (less than half the segments); any other text as it is.
 */
export function cheapestSpelling(text: string): string {
  const spelled = text
    .normalize('NFC')
    .replace(/[^\u0020-\u007e\n]|`/g, (mark) => plain[mark] ?? (/\p{Zs}/u.test(mark) ? ' ' : mark))
  if (segmentsOf(spelled).encoding === 'GSM-7') return spelled
  const pictureless = spelled
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu, '')
    .replace(/ {2,}/g, ' ')
  return segmentsOf(pictureless).encoding === 'GSM-7' ? pictureless : text
}
