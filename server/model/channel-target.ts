/**
 * A person may have several targets of one channel. Settings, queues and deliveries know the first by the channel's id
 * (`email`), each other one by that and its own (`email:work`): its key. Rules and watches name a channel (`email`: all its
 * targets) or one target (`email:work`; the first alone is `email:1`).
 */
const first = '1'
const targetPattern = /^[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?$/

/** The channel's id, of a key or of what a rule names. */
export function channelOf(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(0, colon)
}

/** What of it names the target; null = all of the channel, or of a key the first. */
function targetIn(name: string): string | null {
  const colon = name.indexOf(':')
  return colon === -1 ? null : name.slice(colon + 1)
}

/** Whether that can be the name of a channel or of a target; which there are is not looked at. */
export function isChannelName(name: string): boolean {
  const target = targetIn(name)
  return target === null || targetPattern.test(target)
}

/** What is wrong with the first of these names that is none of a channel here; null = nothing is. */
export function channelProblem(names: readonly string[], ids: ReadonlySet<string>): string | null {
  const wrong = names.find((name) => !ids.has(channelOf(name)) || !isChannelName(name))
  return wrong === undefined ? null : `"${wrong}" is not a channel here; there are ${[...ids].join(', ')}`
}

/** The key of what names one target: `email:1` and `email` are the first. */
export function targetKey(name: string): string {
  return targetIn(name) === first ? channelOf(name) : name
}

/** What names that target alone. */
export function targetAlone(key: string): string {
  return targetIn(key) === null ? `${key}:${first}` : key
}

/** A target of somebody, as far as it decides where messages go. */
export interface KnownTarget {
  /** Its key. */
  channel: string
  enabled: boolean
}

/**
 * The keys that a name means to somebody who has these targets. All of a channel are those that are switched on; where
 * none is, all the same, so that the ledger says why nothing arrived.
 */
export function targetsNamed(name: string, targets: readonly KnownTarget[]): string[] {
  if (targetIn(name) !== null) return [targetKey(name)]
  const own = targets.filter(({ channel }) => channelOf(channel) === name)
  const on = own.filter(({ enabled }) => enabled)
  const keys = (on.length > 0 ? on : own).map(({ channel }) => channel)
  return keys.length > 0 ? keys.toSorted() : [name]
}
