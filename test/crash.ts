import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm run crash -- mail|sell|books [--NAME N …]`: the long forms of what the tests do shortly; what they count is given by flags. */
const forms: Readonly<Record<string, { file: string; flags: readonly string[] }>> = {
  mail: { file: 'test/e2e/mail-crash.test.ts', flags: [] },
  sell: { file: 'test/e2e/sell-crash.test.ts', flags: ['publishes', 'sales', 'kills'] },
  books: { file: 'server/sell/reconcile/sequences.test.ts', flags: ['sequences', 'seed'] },
}

// What they count is a line of JSON anyway.
const [name = '', ...args] = process.argv.slice(2).filter((arg) => arg !== '--json')
const form = Object.hasOwn(forms, name) ? forms[name]! : null
const given = form === null ? null : numbersOf(form.flags, args)
if (form === null || given === null) {
  const usage = Object.entries(forms).map(([each, { flags }]) =>
    [each, ...flags.map((flag) => `[--${flag} N]`)].join(' '),
  )
  process.stderr.write(`Which one? npm run crash -- ${usage.join(' | ')}\n`)
  process.exit(2)
}
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const child = spawn(process.execPath, [vitest, 'run', form.file], {
  stdio: 'inherit',
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, CRASH_FORM: 'long', ...given },
})
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})

/** `--kills 20` as CRASH_KILLS; null where something else is given. */
function numbersOf(flags: readonly string[], args: readonly string[]): Record<string, string> | null {
  const given: Record<string, string> = {}
  for (let at = 0; at < args.length; at += 2) {
    const flag = args[at]!.replace(/^--/, '')
    const value = args[at + 1] ?? ''
    if (!flags.includes(flag) || !/^\d+$/.test(value)) return null
    given[`CRASH_${flag.toUpperCase()}`] = value
  }
  return given
}
