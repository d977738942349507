import { workerData } from 'node:worker_threads'

const { parentPid, rssBytesMax } = workerData as { parentPid: number; rssBytesMax: number }

/** A heap has a limit of its own; what libraries hold outside it (pictures) has only this one. */
const isTooLarge = () => process.memoryUsage.rss() > rssBytesMax

/** Whoever asked is gone without a word (killed): nobody waits for the answer. */
function isOrphan(): boolean {
  if (process.ppid !== parentPid) return true
  try {
    process.kill(parentPid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

setInterval(() => {
  if (isTooLarge() || isOrphan()) process.kill(process.pid, 'SIGKILL')
}, 25)
