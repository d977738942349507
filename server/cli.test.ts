import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { expect, it, vi } from 'vitest'
import { commandGroups, type Wiring } from './app/command-groups.ts'
import { runCli } from './cli.ts'

const unused = () => {
  throw new Error('nothing is opened to declare commands')
}
const wiring: Wiring = {
  open: () => unused,
  openUnmigrated: unused,
  openAlone: unused,
  adapters: unused,
  config: unused,
  output: unused,
  start: unused,
}

it.each(commandGroups)('the overview shows what the module of $commands declares', async (group) => {
  const program = new Command('deal-scout')
  await group.register(program, wiring)
  expect(
    program.commands.map((command) => [
      `${command.name()} ${command.usage().replace(/\[(?:options|command)\] ?/g, '')}`.trimEnd(),
      command.description(),
    ]),
  ).toEqual(group.commands)
  const names = (command: Command): string[] => [
    nameOf(command),
    ...command.commands.flatMap((child) => names(child)),
  ]
  const all = program.commands.flatMap((command) => names(command))
  for (const name of group.begins ?? []) expect(all).toContain(name)
})

it.each(commandGroups.flatMap(({ commands }) => commands.map(([usage]) => usage.split(' ')[0]!)))(
  '%s takes the options that all commands take, beside its own',
  async (name) => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    try {
      expect(await runCli([name, '--help'])).toBe(0)
    } finally {
      write.mockRestore()
    }
  },
)

function nameOf(command: Command): string {
  const { parent } = command
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name()
}

/** What is read before it is known which command is asked for: the files, and the packages beside node's own. */
function readAtOnce(file: string, found = { files: new Set<string>(), packages: new Set<string>() }) {
  if (found.files.has(file)) return found
  found.files.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, types, path = ''] of text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s)?'([^']+)'/gms,
  )) {
    if (types !== undefined || path.startsWith('node:')) continue
    const target = join(dirname(file), path)
    if (path.startsWith('.') && existsSync(target)) readAtOnce(target, found)
    else found.packages.add(path)
  }
  return found
}

it('help and mistakes load neither the program nor a package but the one that reads the command line', () => {
  const { files, packages } = readAtOnce(fileURLToPath(new URL('./cli.ts', import.meta.url)))
  expect([...packages]).toEqual(['commander'])
  expect(files.size).toBeGreaterThan(3)
  const inSlices = [...files].filter((file) => !/\/server\/(?:cli\.ts$|app\/|core\/)/.test(file))
  expect(inSlices.filter((file) => !file.endsWith('/command-group.ts'))).toEqual([])
  expect(files.size - inSlices.length).toBeLessThan(15)
})
