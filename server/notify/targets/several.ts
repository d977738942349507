import type { Channel } from '../../channels/contract.ts'
import { badInput, conflict, notFound } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { OptionValues } from '../../core/options.ts'
import { channelOf, isChannelName, targetKey } from '../../model/channel-target.ts'

type Channels = ReadonlyMap<string, Channel>

/** "E-mail", "E-mail (Work)": the channel, and what tells the target from the others of it. */
export function targetTitle(
  channels: ReadonlyMap<string, Pick<Channel, 'name'>>,
  key: string,
  label: string | null | undefined,
): string {
  const channel = channelOf(key)
  const name = channels.get(channel)?.name ?? channel
  const own = label ?? (key === channel ? null : key.slice(channel.length + 1))
  return own === null ? name : `${name} (${own})`
}

/** What a verification is about: the values of the fields that say where messages go. */
export function targetText(channel: Channel, settings: FieldValues): string {
  const targets = channel.fields.filter(({ target }) => target)
  return JSON.stringify(targets.map(({ name }) => settings[name] ?? null))
}

/** The channel that a name of a target is of, and the target's key. Throws `not-found`. */
export function channelNamed(
  { channels }: { channels: Channels },
  name: string,
): { channel: Channel; key: string } {
  const channel = channels.get(channelOf(name))
  if (!channel || !isChannelName(name)) throw notFound('channel')
  return { channel, key: targetKey(name) }
}

/** So many targets of one channel, each with its own limits of confirmations, are no bother to strangers. */
const targetsMax = 10

/** Whether another target of it can be beside the first. */
export const takesSeveral = (channel: Channel) =>
  channel.inProduct !== true && channel.fields.some(({ target, required }) => target || required)

/** Refuses another target where a channel has one only, or as many as may be. */
export function refuseTarget(channel: Channel, key: string, count: number): void {
  if (key !== channel.id && !takesSeveral(channel))
    throw conflict('channel-has-one-target', `${channel.name} has one target only.`)
  if (count >= targetsMax)
    throw conflict(
      'too-many-targets',
      `There are ${targetsMax} targets of ${channel.name} already: change or remove one of them.`,
    )
}

/** Refuses what each field takes and the channel does not. */
export function refuseSettings(channel: Channel, settings: FieldValues, options: OptionValues): void {
  const problems = Object.entries(channel.problems?.(settings, options) ?? {})
  const [first] = problems
  if (first === undefined) return
  throw badInput(
    `The settings are not valid: settings.${first[0]} ${first[1]}.`,
    Object.fromEntries(problems.map(([name, problem]) => [`settings.${name}`, problem])),
  )
}

/** Nobody is told twice at one address: it belongs to one target of the channel. */
export function refuseTwice(
  channels: Channels,
  channel: Channel,
  { key, settings }: { key: string; settings: FieldValues },
  targets: readonly { channel: string; label: string | null; settings: FieldValues | null }[],
): void {
  // One server has many topics: which fields tell targets apart is the channel's, but how a message looks does not.
  const telling = channel.fields.filter(({ type }) => type !== 'boolean' && type !== 'select')
  const where = (values: FieldValues) => JSON.stringify(telling.map(({ name }) => spelling(values[name])))
  const other = targets.find(
    (one) => one.channel !== key && one.settings !== null && where(one.settings) === where(settings),
  )
  if (other !== undefined)
    throw conflict(
      'target-exists',
      `${targetTitle(channels, other.channel, other.label)} goes there already: nobody is told twice.`,
    )
}

/** Mail servers take an address in any case. */
function spelling(value: FieldValues[string]): unknown {
  return typeof value === 'string' && /^[^\s/@]+@[^\s/@]+$/.test(value)
    ? value.toLowerCase()
    : (value ?? null)
}
