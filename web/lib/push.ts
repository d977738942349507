import type { Channel } from './api/channels.ts'
import { pushTargets, removePushTarget, savePushTarget } from './api/push.ts'
import { deviceName, targetName } from './device-name.ts'

/** That this browser is told, and as which target of whom. */
interface Device {
  person: number
  target: string
  endpoint: string
}

const name = 'deal-scout.device'

export function deviceHere(): Device | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Device | null
  } catch {
    return null
  }
}

function noteDevice(device: Device | null): void {
  if (device === null) localStorage.removeItem(name)
  else localStorage.setItem(name, JSON.stringify(device))
}

export const canPush = () =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration()
  return (await registration?.pushManager?.getSubscription()) ?? null
}

/** Has this browser told, where a person pressed for it: the browser asks them whether they want to. False = they do not. */
export async function switchOnHere(person: number): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const targets = await pushTargets()
  const first = targets.find(({ id, channel }) => id === channel)
  if (first?.subscribeKey == null) throw new Error('there is no key to subscribe for')
  const before = deviceHere()
  const known =
    before?.person === person && targets.find(({ id, isSetUp }) => isSetUp && id === before.target)
  const label = deviceName(navigator.userAgent, navigator.maxTouchPoints)
  await subscribe(person, known ? known.id : freeTarget(first, targets, label), first.subscribeKey, {
    ...(!known && { label }),
  })
  return true
}

function freeTarget(first: Channel, targets: readonly Channel[], label: string): string {
  if (!first.isSetUp) return first.id
  const taken = new Set(targets.map(({ id }) => id.slice(first.channel.length + 1)))
  return `${first.channel}:${targetName(label, taken)}`
}

/** Anew, whatever was before: it may be somebody else's, of another key, or dead. */
async function subscribe(
  person: number,
  target: string,
  key: string,
  { label }: { label?: string },
): Promise<void> {
  const registration = await navigator.serviceWorker.ready
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  try {
    await savePushTarget(target, made.toJSON(), label)
  } catch (error) {
    await made.unsubscribe()
    throw error
  }
  noteDevice({ person, target, endpoint: made.endpoint })
}

/** This browser is told nothing any more; what the server does not hear of ends when it pushes next. */
export async function leaveHere(): Promise<void> {
  const device = deviceHere()
  if (device === null) return
  await removePushTarget(device.target).catch(() => {})
  await forgetHere()
}

async function forgetHere(): Promise<void> {
  noteDevice(null)
  await (await subscriptionHere())?.unsubscribe().catch(() => {})
}

/**
 * Brings this browser's subscription up to date: nobody is told what is another person's, nor on a device that was removed; a
 * subscription that the browser, its push service or another key has ended is made again.
 */
export async function renewHere(person: number): Promise<void> {
  const device = deviceHere()
  if (device === null || !canPush()) return
  if (device.person !== person) return forgetHere()
  const target = (await pushTargets()).find(({ id }) => id === device.target)
  if (!target?.isSetUp) return forgetHere()
  if (target.subscribeKey === null || Notification.permission !== 'granted') return
  if (!target.enabled && target.off === null) return
  const now = await subscriptionHere()
  if (now?.endpoint === device.endpoint && target.off === null && keyOf(now) === target.subscribeKey) return
  await subscribe(person, target.id, target.subscribeKey, {})
}

function keyOf({ options: { applicationServerKey: key } }: PushSubscription): string | null {
  if (key === null) return null
  const text = btoa(Array.from(new Uint8Array(key), (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
