import { deleteChannel, getChannels, putChannel } from '../../../clients/typescript/api.ts'
import type { Channel } from './channels.ts'

/** The ways to be told by a browser: a channel's first target, then the others. */
export const pushTargets = async (): Promise<Channel[]> => {
  const { items } = await getChannels()
  return items.filter(({ subscribeKey }) => subscribeKey !== null)
}

/** Makes a subscription one of the person's targets, or puts it in the place of the one that was there. */
export async function savePushTarget(
  id: string,
  { endpoint, keys }: PushSubscriptionJSON,
  label?: string,
): Promise<void> {
  const settings = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth }
  await putChannel(id, { settings, enabled: true, ...(label !== undefined && { label }) })
}

export const removePushTarget = (id: string) => deleteChannel(id)
