import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const launcher = here('../bin/deal-scout.js')
const rounds = 7

/**
 * What a person waits for help, in turns with the same launcher and a command line that loads the whole program first,
 * as every command that opens a database has to. The ratio holds on a busy machine, too.
 */
export async function run(): Promise<Record<string, unknown>> {
  const whole = `await import(${JSON.stringify(here('../server/app/app.ts'))}); await import(${JSON.stringify(here('../server/main.ts'))})`
  const samples: Record<string, number[]> = { bareNode: [], help: [], version: [], oneCommand: [], whole: [] }
  const time = (name: string, args: string[]) => {
    const from = performance.now()
    execFileSync(process.execPath, args, {
      stdio: 'ignore',
      env: { ...process.env, NODE_COMPILE_CACHE: here('../node_modules/.cache/deal-scout') },
    })
    samples[name]!.push(performance.now() - from)
  }
  for (let round = 0; round <= rounds; round++) {
    time('bareNode', ['-e', '0'])
    time('help', [launcher, '--help'])
    time('version', [launcher, '--version'])
    time('oneCommand', [launcher, 'rules', 'add', '--help'])
    time('whole', ['--input-type=module', '-e', whole])
  }
  // The first round fills the cache of compiled code.
  const ms = Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [name, Math.round(median(list.slice(1)))]),
  )
  return { ms, wholeToHelpRatio: Number((ms.whole! / ms.help!).toFixed(1)) }
}

function median(list: number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!
}
