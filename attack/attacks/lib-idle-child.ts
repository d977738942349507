import { connect, type Socket } from 'node:net'

/** What a child that holds connections open says of them, whenever it changed. */
export interface Held {
  /** Open now. */
  open: number
  /** Were open once, each of these. */
  opened: number
  /** Of those that never said anything, how many the program has let go of. */
  silentCut: number
  /** Of those that were answered once, how many are still open. */
  answered: number
  /** Could not be opened at all. */
  refused: number
}

/** So many are opened at the same time: a crowd that comes, no storm. */
const atOnce = 100

/** Argument: address and count. Every other connection asks once and stays, the others never say a word. */
async function hold(address: string, count: number): Promise<void> {
  const { hostname, port } = new URL(address)
  const held: Held = { open: 0, opened: 0, silentCut: 0, answered: 0, refused: 0 }
  setInterval(() => process.send?.(held), 100)

  const open = (speaks: boolean) =>
    new Promise<void>((done) => {
      const socket: Socket = connect(Number(port), hostname)
      let wasOpen = false
      let wasAnswered = false
      socket.on('connect', () => {
        wasOpen = true
        held.open++
        held.opened++
        if (speaks) socket.write(`GET /livez HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`)
        else done()
      })
      socket.on('data', () => {
        if (!speaks || wasAnswered) return
        wasAnswered = true
        held.answered++
        done()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        if (!wasOpen) held.refused++
        else held.open--
        if (wasAnswered) held.answered--
        if (wasOpen && !speaks) held.silentCut++
        done()
      })
    })

  for (let from = 0; from < count; from += atOnce) {
    const some = Math.min(atOnce, count - from)
    await Promise.all(Array.from({ length: some }, (_, at) => open((from + at) % 2 === 0)))
  }
}

if (process.argv[1] === import.meta.filename) {
  process.on('disconnect', () => process.exit())
  void hold(process.argv[2]!, Number(process.argv[3]))
}
