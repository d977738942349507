import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A port in front of a server on loopback, at which nobody listens while it is shut. */
export interface Gate extends AsyncDisposable {
  port: number
  /** Cuts what goes through it; whoever comes is refused by the system. */
  shut(): Promise<void>
  /** The same port again. */
  open(): Promise<void>
  /** Calls back once, when clients have sent so many more pieces; null forgets it. */
  afterPieces(count: number, act: (() => void) | null): void
}

export async function startGate(serverPort: number): Promise<Gate> {
  const passing = new Set<Socket>()
  let pieces = 0
  let wanted: (() => void) | null = null
  const server = createServer((client) => {
    const onward = createConnection(serverPort, '127.0.0.1')
    client.on('data', () => {
      if (wanted === null || --pieces > 0) return
      const act = wanted
      wanted = null
      act()
    })
    for (const [socket, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      passing.add(socket)
      socket.pipe(other)
      socket.on('error', () => {})
      socket.once('close', () => {
        passing.delete(socket)
        other.destroy()
      })
    }
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const shut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of passing) socket.destroy()
    await closed
  }
  return {
    port,
    shut,
    afterPieces(count, act) {
      pieces = count
      wanted = act
    },
    async open() {
      // A connection of somebody else may have the port for a moment.
      while (!server.listening) await listen(port).catch(() => sleep(20))
    },
    [Symbol.asyncDispose]: shut,
  }
}
