import { setTimeout as sleep } from 'node:timers/promises'

export interface SeenEvent {
  id: string
  kind: string
  data: never
}

/** Somebody who follows a stream of events, and comes back with the last id when it ends. */
export interface Follower extends AsyncDisposable {
  /** All that came, in its order. */
  seen: SeenEvent[]
  /** Without what only says where the stream stands. */
  told(): SeenEvent[]
  /** How often it was opened. */
  opened: number
  /** Status of the last answer. */
  status: number | null
  /** Whether it is open now. */
  isOpen: boolean
}

const aboutItself = ['ready', 'beat', 'reset']

export function follow(
  address: string | (() => string),
  options: { headers?: Record<string, string>; lastId?: string; comesBack?: boolean } = {},
): Follower {
  const { comesBack = true } = options
  const leaving = new AbortController()
  let { lastId } = options
  const follower: Follower = {
    seen: [],
    told: () => follower.seen.filter(({ kind }) => !aboutItself.includes(kind)),
    ...{ opened: 0, status: null, isOpen: false },
    async [Symbol.asyncDispose]() {
      leaving.abort()
      await running
    },
  }

  async function once(): Promise<void> {
    const at = typeof address === 'string' ? address : address()
    const response = await fetch(`${at}/api/stream`, {
      headers: { ...options.headers, ...(lastId !== undefined && { 'last-event-id': lastId }) },
      signal: leaving.signal,
    })
    follower.status = response.status
    if (response.status !== 200) return void (await response.text())
    follower.opened++
    follower.isOpen = true
    let text = ''
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const frames = (text + piece).split('\n\n')
      // What is not whole is no event.
      text = frames.pop()!
      for (const frame of frames) {
        const event = read(frame)
        lastId = event.id
        follower.seen.push(event)
      }
    }
  }

  async function run(): Promise<void> {
    do {
      await once().catch(() => {})
      follower.isOpen = false
      await sleep(20)
    } while (comesBack && !leaving.signal.aborted)
  }
  const running = run()
  return follower
}

function read(frame: string): SeenEvent {
  const lines = Object.fromEntries(
    frame.split('\n').map((line) => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)]
    }),
  )
  return { id: lines.id!, kind: lines.event!, data: JSON.parse(lines.data!) as never }
}
