import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { beforeAll, expect, it } from 'vitest'
import { commandGroups, type Wiring } from '../server/app/command-groups.ts'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)
let program: Command

beforeAll(async () => {
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
  program = new Command('deal-scout').option('--json').option('--as <name>').version('1')
  for (const group of commandGroups) await group.register(program, wiring)
})

interface Written {
  page: string
  text: string
}

/** Command lines of code blocks, and of code within sentences, with or without `deal-scout` before. */
function writtenIn(page: string): Written[] {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block]) => block!)
  const lines = blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .map((line) => line.replace(/^\s*\$ /, ''))
  const inline = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+(?:\n[^`\n]+)?)`/g)].map(
    ([, code]) => code!.replace(/\s+/g, ' '),
  )
  return [
    ...lines.filter((line) => named.test(line)),
    ...inline.filter((code) => named.test(code) || isBare(code)),
  ]
    .map((line) => ({
      page,
      text: line.replace(/^.*?\b(?:npx deal-scout|deal-scout(?:\.js)?)(?=\s|$)/, '').trim(),
    }))
    .filter(({ text: line }) => line !== '')
}

const named = /(?:^|[\s(=])(?:npx |node bin\/)?deal-scout(?:\.js)? (?=[a-z-])/

/** `rules add NAME` in a sentence: a command with subcommands or an option behind it. */
function isBare(code: string): boolean {
  const [name, next = ''] = code.split(' ')
  const found = program.commands.find((command) => command.name() === name)
  return (
    found !== undefined && (next.startsWith('--') || (found.commands.length > 0 && /^[a-z]+$/.test(next)))
  )
}

/** What of a command line is not there; null when all of it is. */
function problemOf(line: string): string | null {
  const tokens = (line.replace(/\s#\s.*$/, '').split(/\s(?:\||&&|>|;)\s/)[0] ?? '').match(
    /"[^"]*"|'[^']*'|[^\s"']+/g,
  )
  let command = program
  const rest: string[] = []
  for (const token of tokens ?? []) {
    const child = rest.length === 0 ? command.commands.find((one) => one.name() === token) : undefined
    if (child) command = child
    else rest.push(token)
  }
  if (command === program && !rest[0]?.startsWith('-')) return `there is no command ${rest[0]}`
  const [word = ''] = rest
  if (command.commands.length > 0 && /^[a-z][a-z|]*$/.test(word))
    return word.split('|').every((name) => command.commands.some((one) => one.name() === name))
      ? null
      : `${command.name()} has no ${word}`
  const options = [command, ...command.commands, program].flatMap((one) =>
    one.options.map(({ long }) => long),
  )
  const unknown = rest
    .map((token) => /^\[?(--[a-z][a-z-]*)/.exec(token)?.[1])
    .filter((option) => option !== undefined && !['--help', ...options].includes(option))
  if (unknown.length > 0) return `${command.name()} has no ${unknown.join(', ')}`
  for (const [at, token] of rest.entries()) {
    const option = [command, ...command.commands]
      .flatMap((one) => one.options)
      .find(({ long }) => long === token)
    const value = rest[at + 1] ?? ''
    if (option?.argChoices && /^[a-z][a-z-]*$/.test(value) && !option.argChoices.includes(value))
      return `${token} ${value} is none of ${option.argChoices.join(', ')}`
  }
  const isTemplate = /…|\.\.\./.test(line)
  const needed = command.registeredArguments.filter(({ required }) => required).length
  const given = rest.findIndex((token) => token.startsWith('-'))
  if (!isTemplate && needed > 0 && (given === -1 ? rest.length : given) < needed && rest.length < needed)
    return rest.length === 0 ? null : `${command.name()} needs ${needed} arguments`
  return null
}

it('every command and option that the documents name is there', () => {
  const written = pages.flatMap(writtenIn)
  expect(written.length).toBeGreaterThan(80)
  const wrong = written.flatMap(({ page, text }) => {
    const problem = problemOf(text)
    return problem === null ? [] : [`${page}: ${text} → ${problem}`]
  })
  expect(wrong).toEqual([])
})

const notInExpressions = '--broken'

it('every option that the documents name alone belongs to some command', () => {
  const all = (command: Command): string[] => [
    ...command.options.flatMap(({ long }) => long ?? []),
    ...command.commands.flatMap(all),
  ]
  const known = new Set([...all(program), '--help'])
  const alone = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/`(--[a-z][a-z-]+)\b[^`]*`/g)]
      // Those of programs beside it, and what rules are told not to say.
      .filter(([, option]) => !/attack|how-we-value/.test(page) && option !== notInExpressions)
      .map(([, option]) => ({ page, option: option! })),
  )
  expect(alone.length).toBeGreaterThan(10)
  expect(alone.filter(({ option }) => !known.has(option))).toEqual([])
})

it('finds commands, options and subcommands that are not there', () => {
  expect(
    [
      'clusters --length 3',
      'rules import a --from excel',
      'rules lst',
      'haggle 3',
      'deals bike --cheapest',
      'rules add "x" --al y',
    ].map(problemOf),
  ).toEqual([
    'clusters has no --length',
    expect.stringMatching(/^--from excel is none of deal-scout, /),
    'rules has no lst',
    'there is no command haggle',
    'deals has no --cheapest',
    'add has no --al',
  ])
})
