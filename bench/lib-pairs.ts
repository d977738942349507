import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export type Side = Readonly<Record<string, string>>
export interface GoldPair {
  left: Side
  right: Side
  same: boolean
}

/** Lines `left TAB right TAB label`, each side `COL name VAL value COL …`; plain or gzipped. */
export function readGoldPairs(path: string): GoldPair[] {
  const bytes = readFileSync(path)
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').flatMap((line) => {
    const [left, right, label] = line.split('\t')
    if (left === undefined || right === undefined || label === undefined) return []
    return [{ left: readSide(left), right: readSide(right), same: label.trim() === '1' }]
  })
}

function readSide(text: string): Side {
  const side: Record<string, string> = {}
  for (const column of ` ${text}`.split(/ COL (?=\S+ VAL(?: |$))/)) {
    const at = column.indexOf(' VAL')
    if (at > 0) side[column.slice(0, at).trim()] = column.slice(at + 4).trim()
  }
  return side
}
