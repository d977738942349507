import { queryOptions } from '@tanstack/react-query'
import { getChannels } from '../../../clients/typescript/api.ts'

/** Ways to tell a person; more than one slice shows them. */
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => getChannels({ signal }),
})

/** How the ways are called: the channel, and which target of it where there are several. */
export function channelTitle({
  id,
  channel,
  name,
  label,
}: Pick<Channel, 'id' | 'channel' | 'name' | 'label'>) {
  const own = label ?? (id === channel ? null : id.slice(channel.length + 1))
  return own === null ? name : `${name} · ${own}`
}

/** What another target of a channel is known by: the first number that is free. */
export function nextTarget(channel: string, channels: readonly Pick<Channel, 'id'>[]): string {
  const ids = new Set(channels.map(({ id }) => id))
  for (let n = 2; ; n++) if (!ids.has(`${channel}:${n}`)) return `${channel}:${n}`
}

export interface ChannelName {
  /** As a rule names it. */
  value: string
  text: string
}

/** What a rule may name: each channel, which is all its targets, and each of them where there are several. */
export function channelNames(channels: readonly Channel[], all: (name: string) => string): ChannelName[] {
  return channels.flatMap((first) => {
    if (first.id !== first.channel) return []
    const targets = channels.filter(({ channel, isSetUp }) => channel === first.id && isSetUp)
    if (targets.length < 2) return { value: first.id, text: first.name }
    return [
      { value: first.id, text: all(first.name) },
      ...targets.map((one) => ({
        value: one.id === first.id ? `${one.id}:1` : one.id,
        text: channelTitle({ ...one, label: one.label ?? (one.id === first.id ? '1' : null) }),
      })),
    ]
  })
}

/** Those of them that a person set up, and those that were chosen before. */
export function readyChannelNames(
  channels: readonly Channel[],
  chosen: readonly string[],
  all: (name: string) => string,
): ChannelName[] {
  const isReady = (named: string) =>
    channels.some(
      ({ id, channel, ready }) => ready && (named === channel || named === id || named === `${id}:1`),
    )
  return channelNames(channels, all).filter(({ value }) => isReady(value) || chosen.includes(value))
}

export type Channel = Awaited<ReturnType<typeof getChannels>>['items'][number]
