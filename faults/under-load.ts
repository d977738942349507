import { setTimeout as sleep } from 'node:timers/promises'
import { drive } from '../load/drive.ts'
import { type Answered, figuresOf } from '../load/figures.ts'
import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'
import type { Fault } from './faults.ts'
import { type Deed, outcomeOf, type Verdict, verdictOf } from './history.ts'
import type { FaultHouse } from './house.ts'
import { insist, listOf, toldBecauseOf } from './told.ts'

export interface FaultFigures {
  fault: string
  says: string
  /** No request may fail. */
  isOrdinary: boolean
  requests: number
  /** By status; 0 = no answer came. */
  failures: Record<string, number>
  p95Ms: number
  /** From the beginning of the fault to the last request that failed; 0 = none did. */
  failedForS: number
  rules: Verdict
  /** Of listings that were taken in meanwhile, and of those that the marketplace had, each of which one rule wants. */
  alerts: Verdict
  /** Of the messages of that rule: mails, which mail programs tell apart by their ids. */
  mails: Verdict & { repeated: number }
}

const peopleDefault = 20
const beginsMs = 5_000
const afterMs = 12_000
const publishEveryMs = 1_000
const scanEveryMs = 4_000
/** What is told by then is late, not lost: a source that was not seen rests for a minute. */
const quietMs = 150_000

/** Has people use the cluster while it happens, and then compares what they were told with what is there. */
export async function underLoad(fault: Fault, house: FaultHouse): Promise<FaultFigures> {
  const { owner, writer, others, market, mailbox, world } = house
  const { people = peopleDefault, isOrdinary = false } = fault
  const mark = `f${Date.now().toString(36)}`
  market.clear()
  const rule = { name: mark, keywords: { all: [mark] }, channels: ['inbox', 'email'] }
  const { id } = JSON.parse(await insist(() => owner.json('POST', '/api/rules', rule))) as { id: number }
  const seconds = Math.ceil((beginsMs + fault.lastsMs + afterMs) / 1_000)
  let isOver = false
  const goesOn = () => !isOver
  const began = performance.now()
  let beganAtMs = 0
  const [{ answered }, rules, imported, published] = await Promise.all([
    drive({ people, more: 0, seconds, p95MsMax: null }, others, Math.random).finally(() => {
      isOver = true
    }),
    write(goesOn, 300, `${mark}-rule`, (name) =>
      writer.json('POST', '/api/rules', { ...rule, name, keywords: { all: ['nothing', name] } }),
    ),
    write(goesOn, 300, `${mark} lamp`, (title) => upload(owner, mark, title)),
    write(goesOn, publishEveryMs, `${mark} find`, async (title) => {
      market.publish(title)
      return { status: 201 }
    }),
    scanAgain(goesOn, owner),
    (async () => {
      await sleep(beginsMs)
      beganAtMs = performance.now() - began
      await fault.begin(world)
      await sleep(Math.max(0, beganAtMs + fault.lastsMs - (performance.now() - began)))
      await fault.end(world)
    })(),
  ])
  const { all, failures } = figuresOf(answered, seconds)
  const alerts = await settled(owner, id, [...imported, ...published])
  return {
    ...{ fault: fault.name, says: fault.says, isOrdinary, requests: all.count, failures, p95Ms: all.p95Ms },
    failedForS: failedFor(answered, beganAtMs),
    rules: verdictOf(rules, await namesOfRules(writer, `${mark}-rule`)),
    alerts,
    mails: await mailed(mailbox, mark, () => toldBecauseOf(owner, id)),
  }
}

function failedFor(answered: readonly Answered[], beganAtMs: number): number {
  const lastMs = Math.max(
    beganAtMs,
    ...answered.filter(({ status }) => status === 0 || status >= 400).map(({ endMs }) => endMs),
  )
  return Math.round((lastMs - beganAtMs) / 100) / 10
}

/** One after the other, each under a name of its own. */
async function write(
  goesOn: () => boolean,
  everyMs: number,
  name: string,
  ask: (name: string) => Promise<{ status: number }>,
): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (let n = 0; goesOn(); n++) {
    const one = `${name} ${n}`
    const { status } = await ask(one).catch(() => ({ status: 0 }))
    deeds.push({ name: one, outcome: outcomeOf(status) })
    await sleep(everyMs)
  }
  return deeds
}

/** A person who is impatient: nobody else asks a feed so often. */
async function scanAgain(goesOn: () => boolean, owner: ClusterBrowser): Promise<void> {
  for (; goesOn(); await sleep(scanEveryMs)) await owner.json('POST', '/api/scans', {}).catch(() => {})
}

function upload(owner: ClusterBrowser, mark: string, title: string) {
  const csv = `title,price,currency,url\r\n${title},50,USD,https://shop.example/${encodeURIComponent(title)}\r\n`
  const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="one.csv"\r\n\r\n${csv}\r\n--x--\r\n`
  return owner.ask(`/api/imports?source=${mark}`, {
    ...{ method: 'POST', body: form, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  })
}

const namesOfRules = async (browser: ClusterBrowser, name: string) =>
  (await listOf<{ name: string }>(browser, '/api/rules?limit=100')).flatMap((one) =>
    one.name.startsWith(name) ? [one.name] : [],
  )

/** Waits for what is still on its way, and asks for what is for sale again. */
async function settled(owner: ClusterBrowser, ruleId: number, deeds: readonly Deed[]): Promise<Verdict> {
  for (const deadline = Date.now() + quietMs; ; await sleep(2_000)) {
    const verdict = verdictOf(deeds, (await toldBecauseOf(owner, ruleId)).titles)
    if (verdict.lost.length === 0 || Date.now() > deadline) return verdict
    await owner.json('POST', '/api/scans', {}).catch(() => {})
  }
}

/** Of each message of a rule there is to be one mail. */
async function mailed(
  mailbox: FaultHouse['mailbox'],
  mark: string,
  told: () => Promise<{ messages: number }>,
): Promise<FaultFigures['mails']> {
  for (const deadline = Date.now() + quietMs; ; await sleep(1_000)) {
    const { messages } = await told()
    const ids = mailbox.idsOf(mark)
    const different = new Set(ids).size
    const some = (count: number) => Array.from({ length: Math.max(0, count) }, (_, n) => `mail ${n}`)
    const verdict = {
      ...{ done: messages, undecided: 0, repeated: ids.length - different },
      ...{ lost: some(messages - different), doubled: some(different - messages) },
    }
    if (verdict.lost.length === 0 || Date.now() > deadline) return verdict
  }
}
