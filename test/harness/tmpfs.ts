import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this process may mount a small disk of its own: root, where containers do not forbid it. */
export const canMount = process.geteuid?.() === 0 && tryMount()
if (!canMount)
  process.stderr.write('skipped: tests with a full disk need root and the right to mount a tmpfs\n')

function tryMount(): boolean {
  const probe = join(tmpdir(), `mount-probe-${process.pid}`)
  try {
    mountTmpfs(probe, '64k')()
    return true
  } catch {
    return false
  } finally {
    execFileSync('rm', ['-rf', probe])
  }
}

/** Mounts a disk of that size there; gives what unmounts it. */
export function mountTmpfs(folder: string, size: string): () => void {
  execFileSync('mkdir', ['-p', folder])
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', folder], { stdio: 'ignore' })
  return () => void execFileSync('umount', ['-l', folder])
}
