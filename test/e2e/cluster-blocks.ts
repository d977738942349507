import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Cluster, PartName } from '../../deploy/try-cluster/cluster.ts'
import { maintenanceFile } from '../../deploy/try-cluster/nginx-files.ts'
import { clusterBrowser } from '../harness/cluster-browser.ts'
import { testDatabase } from '../harness/database.ts'
import { run } from '../harness/program.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Of the machine, and not of Deal Scout: that they are asked for is enough. */
const ofTheMachine = ['apt-get', 'certbot', 'git', 'nginx', 'npm', 'systemctl', 'useradd']

/**
 * Runs the blocks of a page that are marked `sh cluster`, line by line as they stand, on a cluster without containers: what
 * they tell `docker compose` is done to its processes, and files are written below `folder` instead of `/opt`, `/etc` and
 * `/var`. Returns what was done.
 */
export async function runClusterBlocks(
  cluster: Cluster,
  { page, folder }: { page: string; folder: string },
): Promise<string[]> {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh cluster\n([\s\S]*?)^```/gm)].map(
    ([, block]) => block!,
  )
  const done: string[] = []
  const here = layOut(folder)
  const control = createServer(async (request, response) => {
    const args = (await text(request)).split('\n').slice(0, -1)
    const said = await perform(cluster, here, args, done).catch((error: unknown) => error as Error)
    response.writeHead(said instanceof Error ? 500 : 200).end(said instanceof Error ? said.message : said)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => control.once('listening', resolve))
  try {
    writeStandIns(here.bin, (control.address() as AddressInfo).port)
    let before = 'set -euo pipefail; shopt -s expand_aliases\n'
    for (const block of blocks) {
      const lines = placed(block, here, cluster)
      if (block.includes('deal-scout-maintenance')) await maintain(cluster, lines, here, done)
      else await shell(`${before}${lines}`, here)
      before += lines
        .split('\n')
        .filter((line) => line.startsWith('alias '))
        .map((line) => `${line}\n`)
        .join('')
    }
    return done
  } finally {
    control.close()
  }
}

interface Here {
  /** Instead of `/`. */
  root: string
  opt: string
  bin: string
  maintenance: string
}

function layOut(folder: string): Here {
  const here = {
    ...{ root: join(folder, 'root'), opt: join(folder, 'root/opt'), bin: join(folder, 'root/bin') },
    maintenance: maintenanceFile(join(folder, 'nginx')),
  }
  for (const path of ['opt', 'bin', 'etc/systemd/system', 'etc/nginx/conf.d', 'var', 'backups'])
    mkdirSync(join(here.root, path), { recursive: true })
  cpSync(join(root, 'deploy'), join(here.opt, 'deploy'), { recursive: true })
  rmSync(join(here.opt, 'deploy/compose/made'), { recursive: true, force: true })
  // As Debian's nginx brings it.
  const brought = 'user www-data;\nevents {\n\tworker_connections 768;\n}\n'
  writeFileSync(join(here.root, 'etc/nginx/nginx.conf'), brought)
  return here
}

/** The lines with places and names of here. */
const placed = (block: string, here: Here, cluster: Cluster) =>
  block
    .replaceAll('/opt/deal-scout/deploy/compose/made/nginx/deal-scout-maintenance', here.maintenance)
    .replaceAll('/opt/deal-scout', here.opt)
    .replaceAll(/(?<=[\s=>'"])\/(etc|var)\//g, `${here.root}/$1/`)
    .replaceAll('YOUR.NAME', 'deals.example')
    .replaceAll('127.0.0.1:9464', `127.0.0.1:${cluster.opsPorts['api-1']}`)

function writeStandIns(bin: string, port: number): void {
  const write = (name: string, body: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  for (const name of ofTheMachine) write(name, name === 'git' ? 'echo 0123abc' : 'exit 0')
  const told = `curl -sS --fail-with-body --data-binary @- http://127.0.0.1:${port}/`
  for (const name of ['docker', 'sudo']) write(name, `printf '%s\\n' ${name} "$@" | ${told}`)
}

function shell(lines: string, { opt, bin }: Here): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: `${bin}:${process.env.PATH}`, HOME: opt }
    const child = execFile(
      'bash',
      ['--norc', '-c', lines],
      { cwd: opt, env, timeout: 180_000 },
      (error, out, err) => (error === null ? resolve(out) : reject(new Error(`${lines}\n→ ${out}${err}`))),
    )
    child.stdin!.end()
  })
}

async function maintain(cluster: Cluster, lines: string, here: Here, done: string[]): Promise<void> {
  using somebody = clusterBrowser(cluster)
  const statuses: number[] = []
  for (const line of lines.trim().split('\n')) {
    await shell(line, here)
    statuses.push((await somebody.ask('/account/sign-in')).status)
  }
  done.push(`maintenance: ${statuses.join(', then ')}`)
}

/** What a container engine, or another user, was told to do. */
async function perform(cluster: Cluster, here: Here, args: string[], done: string[]): Promise<string> {
  const [program, ...told] = args
  if (program === 'sudo') return claim(told.slice(told.indexOf('users')), done)
  if (told[0] === 'build') return ''
  if (told[0] !== 'compose') throw new Error(`it is not known what this does: ${args.join(' ')}`)
  const words = withoutFiles(told.slice(1))
  const file = told.includes('--file') ? 'deploy/compose.prod.yaml' : 'compose.yaml'
  const { services } = parse(readFileSync(join(root, file), 'utf8'), { merge: true }) as {
    services: Record<string, { command?: string[] }>
  }
  const serviceOf = (name: string | undefined) => {
    if (name === undefined || !(name in services)) throw new Error(`${file} has no ${name}`)
    return { name, command: services[name]!.command ?? [] }
  }
  const [verb, ...rest] = words
  const names = rest.filter((word) => !word.startsWith('--'))
  if (verb === 'up') {
    for (const name of names) await replace(cluster, serviceOf(name).name, done)
    return ''
  }
  if (verb === 'ps') return Object.keys(cluster.pids()).join('\n')
  const { name, command } = serviceOf(names[0])
  const given = names.length > 1 ? rest.slice(rest.indexOf(name) + 1) : command
  if (verb === 'exec' && given[0] === 'nginx') {
    process.kill(cluster.pids().nginx!, 'SIGHUP')
    done.push('nginx reloaded')
    return ''
  }
  if (given[0] === 'users') return claim(given, done)
  const asked = given
    .filter((word) => word !== 'deal-scout')
    .map((word) => word.replace('/backups', join(here.root, 'backups')))
  const { code, stdout, stderr } = await cluster.command(asked)
  done.push(`${asked[0]} with ${code}`)
  if (code !== 0) throw new Error(`${asked.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

function withoutFiles(words: readonly string[]): string[] {
  return words.filter(
    (word, at) => !/^--(env-)?file$/.test(word) && !/^--(env-)?file$/.test(words[at - 1] ?? ''),
  )
}

async function replace(cluster: Cluster, name: string, done: string[]): Promise<void> {
  await cluster.restart(name as PartName)
  done.push(`replaced ${name}`)
}

/** Of an installation that nobody owns yet; this one is owned. */
async function claim(args: string[], done: string[]): Promise<string> {
  await using database = await testDatabase()
  const ran = await run(args, {
    env: { ...database.env, DEAL_SCOUT_DEMO: 'off' },
    before: `printf 'eleven patient cormorants\\neleven patient cormorants\\n' |`,
  })
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.stdout}${ran.stderr}`)
  done.push(`claimed by ${args.slice(0, 2).join(' ')}`)
  return ran.stdout
}
