import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'

const backWithinMs = 60_000

interface Page<Item> {
  items: Item[]
  next: string | null
}

/** All of a list, asked again while the cluster comes back. */
export async function listOf<Item>(browser: ClusterBrowser, path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page = JSON.parse(await insist(() => browser.ask(`${path}${at}`))) as Page<Item>
    items.push(...page.items)
    cursor = page.next
  }
  return items
}

/** Asks until it is answered well. */
export async function insist(ask: () => Promise<{ status: number; text: string }>): Promise<string> {
  for (const deadline = Date.now() + backWithinMs; ; await sleep(500)) {
    const { status, text } = await ask().catch((error: unknown) => ({ status: 0, text: String(error) }))
    if (status >= 200 && status < 300) return text
    if (Date.now() > deadline) throw new Error(`not answered: ${status} ${text}`)
  }
}

interface Notification {
  id: number
  items: { title: string }[]
  itemCount: number
}

export interface Told {
  /** Titles that one rule's messages tell of, each as often as it was told. */
  titles: string[]
  /** Of its messages. */
  messages: number
}

/**
 * What a person was told because of a rule. A message of many names ten of them and says how many there are; which they are
 * stands in the rule's matches, each with the message that told of it.
 */
export async function toldBecauseOf(browser: ClusterBrowser, ruleId: number): Promise<Told> {
  const matches = await listOf<{ title: string; notificationId: number | null }>(
    browser,
    `/api/rules/${ruleId}/matches?limit=100`,
  )
  const messages = await listOf<Notification>(browser, `/api/notifications?rule=${ruleId}&limit=100`)
  const told = matches.filter(({ notificationId }) => notificationId !== null).map(({ title }) => title)
  const named = messages.flatMap(({ items }) => items.map(({ title }) => title))
  const twice = named.filter((title, at) => named.indexOf(title) !== at)
  const counted = messages.reduce((sum, { itemCount }) => sum + itemCount, 0)
  // Told of more things than were found, though none is named twice: one that is not named was.
  const unnamed = counted > told.length && twice.length === 0 ? told.slice(0, counted - told.length) : []
  return { titles: [...told, ...twice, ...unnamed], messages: messages.length }
}
