import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { groups } from '../../deploy/prometheus/alerts.ts'
import { freePort } from '../harness/port.ts'
import { noPromtool, promtool, promtoolPath } from '../harness/promtool.ts'
import { until } from '../harness/until.ts'

const deploy = join(import.meta.dirname, '../../deploy')
const read = (path: string) => readFileSync(join(deploy, path), 'utf8')
const run = promisify(execFile)
const hasAmtool = spawnSync('amtool', ['--version']).status === 0
const noAmtool = 'there is no amtool on this machine: apt-get install prometheus-alertmanager'
const alertmanagerPath = ['prometheus-alertmanager', 'alertmanager'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)

interface Scrape {
  job_name: string
  static_configs?: { targets: string[] }[]
  file_sd_configs?: { files: string[] }[]
  params?: { module: string[] }
  relabel_configs?: { replacement?: string }[]
}

const prometheus = parse(read('prometheus/prometheus.yml')) as {
  rule_files: string[]
  alerting: { alertmanagers: { static_configs: { targets: string[] }[] }[] }
  scrape_configs: Scrape[]
}
const compose = parse(read('compose.prod.yaml'), { merge: true }) as {
  services: Record<string, { volumes?: string[]; environment?: Record<string, string>; command?: string[] }>
}

it('Prometheus takes its configuration, asks every process at the port for operators, and every exporter', (context) => {
  const jobs = new Map(prometheus.scrape_configs.map((one) => [one.job_name, one]))
  const targets = [...jobs.values()].flatMap(({ static_configs = [] }) =>
    static_configs.flatMap((one) => one.targets),
  )
  const processes = Object.entries(compose.services).filter(([, one]) => one.environment?.DEAL_SCOUT_ROLES)
  expect(
    jobs
      .get('deal-scout')!
      .static_configs!.flatMap((one) => one.targets)
      .toSorted(),
  ).toEqual(processes.map(([name]) => `${name}:9464`).toSorted())
  const probed = jobs.get('deal-scout-probe')!
  const asked = [...targets, ...probed.relabel_configs!.flatMap(({ replacement = [] }) => replacement)]
  const hosts = asked.map((target) => target.split(':')[0]!)
  expect(hosts.filter((host) => host !== 'localhost' && !(host in compose.services))).toEqual([])
  const exporters = Object.keys(compose.services).filter((name) => name.endsWith('-exporter'))
  expect(exporters.filter((name) => !hosts.includes(name))).toEqual([])
  expect(Object.keys(parse(read('prometheus/blackbox.yml')).modules)).toEqual(probed.params!.module)
  expect(probed.file_sd_configs![0]!.files).toEqual(['made/probe.yml'])
  expect(compose.services.prometheus!.volumes).toContain('./compose/made/prometheus:/etc/prometheus/made:ro')
  expect(prometheus.rule_files).toEqual(['alerts.yaml'])
  // What the alerts call the jobs.
  const named = [...read('prometheus/alerts.yaml').matchAll(/job="([^"]+)"/g)].map(([, job]) => job!)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((job) => !jobs.has(job))).toEqual([])
  context.skip(promtoolPath === null, noPromtool)
  expect(
    promtool(['check', 'config', '--syntax-only', join(deploy, 'prometheus/prometheus.yml')]),
  ).toMatchObject({
    ok: true,
  })
})

it('Alertmanager takes its configuration, and each severity leads to whom it is for', async (context) => {
  context.skip(!hasAmtool, noAmtool)
  const file = join(deploy, 'alertmanager/alertmanager.yml')
  const { stdout } = await run('amtool', ['check-config', file])
  expect(stdout).toContain('SUCCESS')
  const receiverOf = async (...labels: string[]) =>
    (await run('amtool', ['config', 'routes', 'test', `--config.file=${file}`, ...labels])).stdout.trim()
  const severities = new Set(groups.flatMap(({ alerts }) => alerts.map(({ severity }) => severity)))
  const led = Object.fromEntries(
    await Promise.all([...severities].map(async (one) => [one, await receiverOf(`severity=${one}`)])),
  )
  expect(led).toEqual({ page: 'on-call', ticket: 'desk' })
  // What says nothing of that is not lost.
  expect(await receiverOf('alertname=Other')).toBe('desk')
  const known = new Set(groups.flatMap(({ alerts }) => alerts.map(({ name }) => name)))
  const { inhibit_rules: rules } = parse(read('alertmanager/alertmanager.yml')) as {
    inhibit_rules: { source_matchers: string[] }[]
  }
  const sources = rules.flatMap((one) => one.source_matchers.map((matcher) => matcher.split(' = ')[1]!))
  expect(sources.filter((name) => !known.has(name))).toEqual([])
})

it('an alert arrives by mail: a page at who is on call, a ticket at the desk, and what follows from something else nowhere', {
  timeout: 120_000,
}, async (context) => {
  context.skip(alertmanagerPath === undefined, noAmtool)
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-alertmanager-'))
  const mails: { to: string; text: string }[] = []
  const passwords = new Set<string>()
  const server = new SMTPServer({
    ...{ authMethods: ['PLAIN'], allowInsecureAuth: true, disabledCommands: ['STARTTLS'] },
    onAuth({ password }, _session, done) {
      passwords.add(password!)
      done(null, { user: 'alerts' })
    },
    onData(stream, { envelope }, done) {
      void text(stream).then((mail) => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), text: mail })
        done()
      })
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port: smtpPort } = server.server.address() as AddressInfo
  const port = await freePort()
  writeFileSync(join(folder, 'password'), 'of the mail server')
  const changed = read('alertmanager/alertmanager.yml')
    .replace('mail.deals.example:587', `127.0.0.1:${smtpPort}`)
    .replace('/run/secrets/smtp-password', join(folder, 'password'))
    .replace('smtp_require_tls: true', 'smtp_require_tls: false')
    .replace(/group_wait: \d+s/g, 'group_wait: 1s')
  writeFileSync(join(folder, 'alertmanager.yml'), changed)
  const child = spawn(
    alertmanagerPath!,
    [
      ...[`--config.file=${folder}/alertmanager.yml`, `--storage.path=${folder}/data`],
      ...[`--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address='],
    ],
    { stdio: 'ignore' },
  )
  try {
    const at = `http://127.0.0.1:${port}`
    await until(() =>
      fetch(`${at}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const told = [
      { alertname: 'PostgresDown', severity: 'page' },
      { alertname: 'DealScoutDatabaseAway', severity: 'page' },
      { alertname: 'MachineDiskFull', severity: 'ticket' },
    ]
    const sent = await fetch(`${at}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        told.map((labels) => ({ labels, annotations: { summary: `of ${labels.alertname}` } })),
      ),
    })
    expect(sent.status).toBe(200)
    await until(async () => mails.length === 2)
    const seen = mails.map(({ to, text }) => [to, /PostgresDown|MachineDiskFull/.exec(text)?.[0]]).toSorted()
    expect(seen).toEqual([
      ['desk@deals.example', 'MachineDiskFull'],
      ['on-call@deals.example', 'PostgresDown'],
    ])
    expect(mails.map((mail) => mail.text).join()).not.toContain('DealScoutDatabaseAway')
    expect(passwords).toEqual(new Set(['of the mail server']))
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await new Promise<void>((done) => server.close(() => done()))
    rmSync(folder, { recursive: true, force: true })
  }
})

it('Grafana finds its dashboards where they are mounted, and they take the source of data that it is given', () => {
  const { datasources } = parse(read('grafana/provisioning/datasources/prometheus.yaml'))
  expect(datasources.map(({ uid, url }: { uid: string; url: string }) => [uid, url])).toEqual([
    ['prometheus', 'http://prometheus:9090'],
  ])
  const { providers } = parse(read('grafana/provisioning/dashboards/deal-scout.yaml'))
  const { volumes = [] } = compose.services.grafana!
  expect(volumes).toContain(`./grafana/dashboards:${providers[0].options.path}:ro`)
  expect(volumes).toContain('./grafana/provisioning:/etc/grafana/provisioning:ro')
  expect(existsSync(join(deploy, 'grafana/dashboards'))).toBe(true)
  for (const name of readdirSync(join(deploy, 'grafana/dashboards')).filter((one) => one.endsWith('.json'))) {
    const text = read(`grafana/dashboards/${name}`)
    const uids = [...text.matchAll(/"datasource":\s*\{[^}]*"uid":\s*"([^"]+)"/g)]
    // What is chosen at the top of each: any Prometheus, of which there is one.
    expect([name, new Set(uids.map(([, uid]) => uid))]).toEqual([name, new Set(['$datasource'])])
    const { templating } = JSON.parse(text) as { templating: { list: object[] } }
    expect(templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource', query: 'prometheus' })
  }
})
