import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { parse, parseAllDocuments, stringify } from 'yaml'
import { loadConfig } from '../../server/app/config.ts'
import { kubectlPath, noKubectl, rendered } from '../harness/kubectl.ts'
import { workloadsOf } from './document.ts'
import { givenTo, secretsOf } from './environment.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const operations = join(root, 'docs/operations')
const read = (name: string) => readFileSync(join(operations, name), 'utf8')
const blocks = ['kubernetes.md', 'managed-cloud.md', 'dashboards.md'].flatMap((page) =>
  [...read(page).matchAll(/^```(\S*) ?(\S*)\n([\s\S]*?)^```/gm)].map(([, language, where, text]) => ({
    ...{ page, language: language!, where: where!, text: text! },
  })),
)
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs lines as a person does, with a kubectl that says to what it would do where it wants a cluster, or with that body. */
function shell(text: string, how: boolean | string) {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const dry =
    'case "$*" in *"create secret"*) set -- "$@" --dry-run=client --output=yaml; echo ---;; apply*) exit 0;; esac\n'
  const body = typeof how === 'string' ? how : `${how ? dry : ''}exec ${kubectlPath} "$@"`
  writeFileSync(join(bin, 'kubectl'), `#!/bin/sh\n${body}\n`)
  chmodSync(join(bin, 'kubectl'), 0o755)
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', text], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...{ cwd: root, encoding: 'utf8', env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder } },
  })
  return { status, stdout, stderr }
}

it('every block of commands says where it runs: anywhere, in a cluster, in a cloud', () => {
  expect(blocks.length).toBeGreaterThan(8)
  const unmarked = blocks.filter(
    ({ language, where }) => language === 'sh' && !['run', 'cluster', 'cloud'].includes(where),
  )
  expect(unmarked).toEqual([])
})

it('what runs anywhere runs', (context) => {
  context.skip(kubectlPath === null, noKubectl)
  const here = blocks.filter(({ where }) => where === 'run')
  expect(here.length).toBeGreaterThan(0)
  for (const { text } of here) expect(shell(text, false)).toMatchObject({ status: 0, stderr: '' })
})

it('the secrets that are made by hand are those that the pods of "small" are given, and the program takes them', (context) => {
  context.skip(kubectlPath === null, noKubectl)
  const { text } = blocks.find(({ text: all }) => all.includes('secret deal-scout-valkey'))!
  const ran = shell(text, true)
  expect(ran).toMatchObject({ status: 0, stderr: '' })
  const made = parseAllDocuments(ran.stdout)
    .map((one) => one.toJS() as { metadata: { name: string }; data: Record<string, string> } | null)
    .filter((one) => one !== null)
  const secrets = secretsOf([])
  for (const { metadata, data } of made)
    secrets.set(
      metadata.name,
      Object.fromEntries(
        Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
      ),
    )
  const documents = rendered('small')
  for (const workload of workloadsOf(documents)) {
    const { env, files } = givenTo(workload, documents, secrets)
    if (workload.name === 'Deployment deal-scout-valkey') continue
    for (const [name, path] of Object.entries(env).filter(([one]) => one.endsWith('_FILE'))) {
      expect(files.has(path), `${workload.name} ${name}`).toBe(true)
      writeFileSync(join(folder, name), files.get(path)!)
      env[name] = join(folder, name)
    }
    const config = loadConfig({ env, cwd: folder, adapterOptions: [] })
    expect(config.databaseUrl).toMatch(
      /^postgres:\/\/deal_scout(_owner)?:[0-9a-f]{48}@deal-scout-db-rw:5432\//,
    )
  }
  const cluster = documents.find(({ kind }) => kind === 'Cluster')!
  for (const { name, passwordSecret } of cluster.spec.managed.roles)
    expect(secrets.get(passwordSecret.name)?.username).toBe(name)
  expect(secrets.get(cluster.spec.bootstrap.initdb.secret.name)?.username).toBe('deal_scout_owner')
})

it('the Job of the backup becomes one that restores', (context) => {
  context.skip(kubectlPath === null, noKubectl)
  const { text } = blocks.find(({ text: all }) => all.includes('restore.yaml'))!
  const patch = /kubectl patch --local[\s\S]*?'\[[\s\S]*?\]'/.exec(text)![0]
  const backup = rendered('production').find(({ kind }) => kind === 'CronJob')!
  const file = join(folder, 'restore.yaml')
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'restore' },
    spec: backup.spec.jobTemplate.spec,
  }
  writeFileSync(file, stringify(job))
  const ran = shell(patch.replace('restore.yaml', file), false)
  expect(ran).toMatchObject({ status: 0 })
  const [container] = parse(ran.stdout).spec.template.spec.containers
  expect(container.args).toEqual(['restore', expect.stringMatching(/^\/backups\/deal-scout-/), '--replace'])
  expect(container.volumeMounts).toContainEqual({ name: 'backups', mountPath: '/backups' })
})

it('what a cluster is told runs, and names what the overlays have', (context) => {
  context.skip(kubectlPath === null, noKubectl)
  const told = join(folder, 'told')
  const stub = [
    `printf '%s\\n' "$*" >> ${told}`,
    // Put together for real; of a job that another one is the pattern of, what is asked for on paper.
    'case "$*" in',
    `*"apply -k "*) for last in "$@"; do :; done; exec ${kubectlPath} kustomize "$last" >/dev/null;;`,
    `*"create secret"*) exec ${kubectlPath} "$@" --dry-run=client --output=yaml;;`,
    '*"create job restore"*) printf "apiVersion: batch/v1\\nkind: Job\\nmetadata: {name: restore}\\nspec: {template: {spec: {containers: [{name: backup, args: [backup]}]}}}\\n";;',
    `*"patch --local"*) exec ${kubectlPath} "$@";;`,
    '*"apply --filename -"*) cat >/dev/null;;',
    'esac',
  ].join('\n')
  const here = blocks.filter(({ where }) => where === 'cluster')
  expect(here.length).toBeGreaterThan(5)
  for (const { text, page } of here)
    expect({
      page,
      text,
      ...shell(text.replaceAll('restore.yaml', join(folder, 'job.yaml')), stub),
    }).toMatchObject({ status: 0 })
  const asked = readFileSync(told, 'utf8')
  const there = new Set(
    ['small', 'production', 'managed'].flatMap((overlay) =>
      rendered(overlay).map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`),
    ),
  )
  const kinds: Record<string, string> = {
    ...{ deploy: 'deployment', hpa: 'horizontalpodautoscaler' },
    ...{ scaledobject: 'scaledobject', cronjob: 'cronjob' },
  }
  const named = [...asked.matchAll(/(?<=[\s=])(deploy|hpa|scaledobject|cronjob)\/(deal-[a-z-]+)/g)].map(
    ([, kind, name]) => `${kinds[kind!]}/${name}`,
  )
  expect(new Set(named).size).toBeGreaterThan(5)
  expect(named.filter((one) => !there.has(one))).toEqual([])
  const selectors = [...asked.matchAll(/--selector (\S+)=(\S+)/g)].map(([, key, value]) => ({ key, value }))
  expect(selectors.length).toBeGreaterThan(1)
  for (const { key, value } of selectors)
    expect(
      rendered('small').some(({ metadata }) => metadata.labels?.[key!] === value),
      `${key}=${value}`,
    ).toBe(true)
})

it('what the pages link to is there', () => {
  const pages = ['kubernetes.md', 'managed-cloud.md', 'dashboards.md']
  const there = new Set(readdirSync(operations))
  for (const page of pages)
    for (const [, target] of read(page).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(
        there.has(target!) || readFileSync(join(operations, target!)).length > 0,
        `${page}: ${target}`,
      ).toBe(true)
})
