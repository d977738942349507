import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How a connection through it does. */
export type Way = { kind: 'open' } | { kind: 'cut' } | { kind: 'silent' } | { kind: 'slow'; delayMs: number }

export interface TcpProxy extends AsyncDisposable {
  port: number
  /** `cut`: all connections end and new ones are refused; `silent`: nothing passes, and nobody is told. */
  set(way: Way): void
}

/** Stands between a program and what it depends on, on this machine. */
export async function openTcpProxy(to: { host: string; port: number }): Promise<TcpProxy> {
  let way: Way = { kind: 'open' }
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    keep(client)
    if (way.kind === 'cut') return void client.resetAndDestroy()
    const upstream = connect(to)
    keep(upstream)
    pass(client, upstream)
    pass(upstream, client)
  })
  /** Chunk by chunk and in order, as it is allowed when each comes. */
  function pass(from: Socket, onto: Socket): void {
    let last = Promise.resolve()
    from.on('data', (chunk: Buffer) => {
      last = last.then(async () => {
        if (way.kind === 'slow') await sleep(way.delayMs)
        while (way.kind === 'silent' && !onto.destroyed) await sleep(20)
        if (!onto.destroyed) onto.write(chunk)
      })
    })
    from.once('close', () => void last.then(() => onto.destroy()))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    set(next) {
      way = next
      if (next.kind === 'cut') for (const socket of sockets) socket.resetAndDestroy()
    },
    async [Symbol.asyncDispose]() {
      way = { kind: 'cut' }
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
