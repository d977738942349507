import { readAiMarketplaceMonitor } from './ai-marketplace-monitor.ts'
import { readChangedetection } from './changedetection.ts'
import { readCsv } from './csv.ts'
import { readDistill } from './distill.ts'
import { readFredy } from './fredy.ts'
import { type ImportReader, isFields, own, readJson } from './imported.ts'
import { readOwnJson } from './own-json.ts'

export const importFormats = [
  'deal-scout',
  'ai-marketplace-monitor',
  'changedetection',
  'distill',
  'fredy',
  'csv',
] as const
export type ImportFormat = (typeof importFormats)[number]

export const importReaders: Readonly<Record<ImportFormat, ImportReader>> = {
  'deal-scout': readOwnJson,
  'ai-marketplace-monitor': readAiMarketplaceMonitor,
  changedetection: readChangedetection,
  distill: readDistill,
  fredy: readFredy,
  csv: readCsv,
}

/** What a file is, by its content. Throws UnreadableImport for broken JSON. */
export function detectFormat(text: string): ImportFormat {
  const start = text.trimStart().slice(0, 1)
  if (start === '{' || (start === '[' && !/^\s*\[+[\w."'-]+\]+\s*(?:#.*)?(?:\r?\n|$)/.test(text)))
    return jsonFormat(readJson(text))
  return /^\s*\[+\s*["']?(?:item|marketplace|user|ai|region|notification|monitor)["']?\s*\./m.test(text)
    ? 'ai-marketplace-monitor'
    : 'csv'
}

function jsonFormat(file: unknown): ImportFormat {
  if (own(file, 'watching') !== undefined) return 'changedetection'
  const data = own(file, 'data')
  if (Array.isArray(data) && data.some((one) => own(one, 'uri') !== undefined)) return 'distill'
  if (own(file, 'jobs') !== undefined || own(file, 'provider') !== undefined) return 'fredy'
  if (Array.isArray(file))
    return file.some((one) => own(one, 'provider') !== undefined) ? 'fredy' : 'deal-scout'
  if (own(file, 'name') !== undefined || own(file, 'items') !== undefined) return 'deal-scout'
  const values = isFields(file) ? Object.values(file) : []
  const isWatch = own(file, 'url') !== undefined || values.some((one) => own(one, 'url') !== undefined)
  return isWatch ? 'changedetection' : 'deal-scout'
}
