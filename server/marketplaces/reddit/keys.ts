import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import { appKeys, shortHash } from '../app-keys.ts'
import { groupsOf } from './groups.ts'

export function keysOf(settings: FieldValues, options: OptionValues) {
  return appKeys(settings, options, { id: 'REDDIT_CLIENT_ID', secret: 'REDDIT_CLIENT_SECRET' })
}

/** Names the app whose keys a source uses, without saying its id. */
export function appOf(settings: FieldValues, options: OptionValues): string {
  return shortHash(keysOf(settings, options).clientId)
}

/** What is missing, and what works without it; null where nothing is. */
export function missingKeys(settings: FieldValues, options: OptionValues): string | null {
  const { own, clientId, clientSecret } = keysOf(settings, options)
  if (clientId !== '' && clientSecret !== '') return null
  if (own) return 'This source needs both the client ID and the client secret of its Reddit app.'
  return `Reddit needs the keys of an app: enter clientId and clientSecret in the source, or set REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET. Without keys, connect a group’s own feed as a source of RSS feeds instead: ${feedOf(settings)}`
}

/** The group's feed, which needs no keys. */
function feedOf(settings: FieldValues): string {
  let group = 'hardwareswap'
  try {
    group = groupsOf(settings)[0]!
  } catch {
    // Shown as an example, where nothing was filled in yet.
  }
  return `https://www.reddit.com/r/${group}/new/.rss`
}

/** As Reddit asks programs to call themselves; never another program's name. */
export function userAgent(settings: FieldValues): string {
  const name = String(settings.username ?? '')
    .trim()
    .replace(/^\/?u\//i, '')
  return `node:deal-scout:1${/^[A-Za-z0-9_-]{2,30}$/.test(name) ? ` (by /u/${name})` : ''}`
}
