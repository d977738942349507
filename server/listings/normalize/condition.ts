import { foldText } from '../../core/text.ts'
import type { Condition } from '../../model/listing-schema.ts'
import { noSiteCodes, type SiteCodes } from '../../model/site-codes.ts'
import { conditionWords, renewedWords, usedWords } from './condition-words.ts'

const split = (text: string): string[] => text.split('|').map(plainWords)

const byWords = new Map<string, Condition>(
  Object.entries(conditionWords).flatMap(([condition, words]) =>
    split(words).map((word): [string, Condition] => [word, condition as Condition]),
  ),
)
const used: ReadonlySet<string> = new Set(split(usedWords))
const renewed: ReadonlySet<string> = new Set(split(renewedWords))

/** Codes of sites that have no adapter here; the key is the first part of the marketplace's id. */
const byCode: Record<string, Record<string, Condition>> = {
  mercari: { '1': 'new', '2': 'like-new', '3': 'good', '4': 'fair', '5': 'poor' },
}

/**
 * The condition that a site's words or code state; null where they state none ("Other (see description)").
 * `marketplace` decides codes such as Mercari's 1–5, which mean nothing elsewhere.
 */
export function parseCondition(
  text: string | undefined,
  marketplace = '',
  codes: SiteCodes = noSiteCodes,
): Condition | null {
  if (text === undefined || text.length > 200) return null
  const plain = byWords.get(text)
  if (plain !== undefined) return plain
  const trimmed = text.trim()
  const code = byCode[marketplace.split('-', 1)[0]!]
  if (code !== undefined && Object.hasOwn(code, trimmed)) return code[trimmed]!
  const meant = codes.conditionOf(trimmed, marketplace)
  if (meant !== undefined) return meant
  const stated = trimmed.replace(/^https?:\/\/schema\.org\//i, '').replace(label, '')
  const whole = plainWords(stated)
  return byWords.get(whole) ?? byWords.get(withoutCodePrefix(whole)) ?? byParts(stated)
}

/** The condition of a listing: its site's own code before its words, which are another in every language. */
export function conditionOf(
  text: string | undefined,
  attributes: Record<string, string> | undefined,
  marketplace: string,
  codes: SiteCodes = noSiteCodes,
): Condition | null {
  const code = attributes?.conditionId ?? attributes?.condition_id
  const coded = code === undefined ? undefined : codes.conditionOf(code.trim(), marketplace)
  return coded ?? parseCondition(text, marketplace, codes)
}

const label =
  /^(?:(?:item )?condition|zustand|artikelzustand|skick|tilstand|kunto|[ée]tat|estado|stato|condizioni|staat|conditie|stan|stav|stare|állapot|durum|состояние|стан|condi[çc][ãa]o) ?: ?/i

/**
 * "Excellent - Lightly Ridden", "Used (normal wear)", "Good: some scratches": what stands before the remark. A remark
 * that is a condition, too, refines "used"; "defekt / für Bastler" says one thing twice; anything else contradicts itself.
 */
function byParts(text: string): Condition | null {
  const parts = text.split(/ [-–—|] | ?[/|] ?|[(:;,)–—]/, 8).map(plainWords)
  const [head = '', ...remarks] = parts.filter((part) => part !== '')
  if (remarks.length === 0) return null
  // "Neu: Sonstige (siehe Artikelbeschreibung)": two parts may be one word of the site.
  const both = byWords.get(`${head} ${remarks[0]}`)
  if (both !== undefined) return both
  const first = byWords.get(head)
  if (first === undefined) return null
  const known = remarks.flatMap((remark) => byWords.get(remark) ?? [])
  // "New/Used" leaves open which, and so does "good/see photos".
  if (/^[^-–—(:;,]*[/|]/.test(text) && known.length < remarks.length) return null
  const others = remarks.filter((remark) => byWords.has(remark) && !used.has(remark) && !renewed.has(remark))
  const meant = new Set(others.map((remark) => byWords.get(remark)!))
  if (!used.has(head) && !renewed.has(head)) meant.add(first)
  else if (meant.size === 0) return first
  const [only] = meant
  if (meant.size !== 1 || only === undefined) return null
  const isUsed = used.has(head) || remarks.some((remark) => used.has(remark))
  return only === 'new' && isUsed ? null : only
}

/** "VG+" is another grade than "VG". */
function plainWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}+]+|(?<![\p{L}])\++/gu, ' ')
    .trim()
}

/** Facebook's vehicles carry `PC_USED_GOOD`. */
function withoutCodePrefix(text: string): string {
  return text.startsWith('pc ') ? text.slice(3) : text
}
