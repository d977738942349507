import { existsSync, readFileSync } from 'node:fs'
import { blockedAt, type RunAs } from './embedded-postgres-errors.ts'
import type { Layout } from './embedded-postgres-layout.ts'

/** How to start a program: directly under another user, or through setpriv. */
export interface UserCommand {
  file: string
  args: string[]
  /** For spawn; absent where setpriv changes the user. */
  ids: { uid: number; gid: number } | undefined
}

/**
 * The command that runs a program of PostgreSQL as the user that the cluster belongs to. Root's own folders (/root,
 * a temporary folder of mode 0700) keep that user out; there it runs through setpriv (util-linux), which leaves it
 * the one capability to pass through folders. That gives it nothing that this process, which is root, does not have.
 */
export async function asUser(
  layout: Pick<Layout, 'runAs' | 'dataDir'>,
  file: string,
  args: string[],
): Promise<UserCommand> {
  const { runAs, dataDir } = layout
  if (!runAs) return { file, args, ids: undefined }
  const isKeptOut = (await blockedAt(dataDir, runAs)) !== null || (await blockedAt(file, runAs)) !== null
  const through = isKeptOut ? passThrough(runAs) : null
  if (!through) return { file, args, ids: { uid: runAs.uid, gid: runAs.gid } }
  return { file: through.file, args: [...through.args, '--', file, ...args], ids: undefined }
}

const setprivs = ['/usr/bin/setpriv', '/bin/setpriv']
/** Bits of linux/capability.h. Containers are often left the second one only. */
const setpcapBit = 8n
const capabilities = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
]

function passThrough({ uid, gid }: RunAs): { file: string; args: string[] } | null {
  const file = setprivs.find((path) => existsSync(path))
  const own = ownCapabilities()
  const capability = capabilities.find(({ bit }) => (own >> bit) & 1n)
  if (!file || !capability || !((own >> setpcapBit) & 1n)) return null
  return {
    file,
    args: [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Without it access(2), by which PostgreSQL checks its own files, takes no account of capabilities.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability.name}`,
      `--ambient-caps=+${capability.name}`,
    ],
  }
}

function ownCapabilities(): bigint {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`)
  } catch {
    // No Linux, no such capabilities.
    return 0n
  }
}
