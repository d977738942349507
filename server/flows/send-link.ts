import { randomUUID } from 'node:crypto'
import type { Channel } from '../channels/contract.ts'
import { signMessages } from '../channels/signed-id.ts'
import type { Clock } from '../core/clock.ts'
import type { Fetch } from '../core/fetch.ts'
import type { Log } from '../core/log.ts'
import type { OptionValues } from '../core/options.ts'
import type { Secrets } from '../core/secrets.ts'

export interface SendLinkDeps {
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  fetch: Fetch
  log: Log
  clock: Clock
  secrets: Pick<Secrets, 'sign'>
  baseUrl(): string
}

const attemptMs = 30_000

/** Whether links can be sent to e-mail addresses. */
export function canSendLinks({
  channels,
  adapterOptions,
}: Pick<SendLinkDeps, 'channels' | 'adapterOptions'>) {
  return mailChannel(channels)?.channel.unavailable(adapterOptions) === null
}

/** Sends a link to an address, by the channel that sends to any; one attempt. Rejects with a sentence where it fails. */
export async function sendLink(
  deps: SendLinkDeps,
  to: string,
  mail: { title: string; lines: string[]; url: string },
): Promise<void> {
  const way = mailChannel(deps.channels)
  if (way === null) throw new Error('no channel sends e-mail')
  const result = await way.channel.deliver(
    {
      ...{ notificationId: 0, kind: 'confirm', items: [], itemCount: 0, demo: false },
      ...{ title: mail.title, lines: mail.lines, confirm: { code: '', url: mail.url } },
      createdAt: deps.clock.now().toISOString(),
    },
    {
      ...{ fetch: deps.fetch, log: deps.log, clock: deps.clock, options: deps.adapterOptions },
      signal: AbortSignal.timeout(attemptMs),
      settings: { [way.field]: to },
      idempotencyKey: randomUUID(),
      sign: signMessages(deps.secrets),
      baseUrl: deps.baseUrl(),
      unsubscribeUrl: null,
    },
  )
  if (result.outcome !== 'sent') throw new Error(`a link was not sent: ${result.reason}`)
}

/** The channel whose target is an e-mail address that a link proves. */
function mailChannel(channels: ReadonlyMap<string, Channel>): { channel: Channel; field: string } | null {
  for (const channel of channels.values()) {
    const field = channel.fields.find(({ type, target }) => type === 'email' && target)
    if (field && channel.confirmation === 'link') return { channel, field: field.name }
  }
  return null
}
