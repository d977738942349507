import { createServer } from 'node:net'
import { setupError } from './errors.ts'

/** Listens on it for a moment; what is in the way is a setup error that says what to do. */
export async function probePort(host: string, port: number): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port, exclusive: true }, resolve)
    })
  } catch (error) {
    throw portProblem(host, port, error)
  }
  await new Promise((resolve) => server.close(resolve))
}

/** What is wrong with a port that could not be listened on, as its operator can mend it; other errors as they are. */
export function portProblem(host: string, port: number, error: unknown, option = 'DEAL_SCOUT_PORT'): unknown {
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'EADDRINUSE')
    return setupError(
      'port-in-use',
      `Port ${port} on ${host} is in use. If Deal Scout runs there already, use that one. If it is another program, choose another port: ${option}=${port + 1}. A second Deal Scout with data of its own needs another folder, too: DEAL_SCOUT_DATA=./data-2.`,
      error,
    )
  if (code === 'EACCES')
    return setupError(
      'port-forbidden',
      `This user may not listen on port ${port}. Choose one above 1023: ${option}=3000.`,
      error,
    )
  return error
}
