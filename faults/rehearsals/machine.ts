import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { writeNginxFiles } from '../../deploy/try-cluster/nginx-files.ts'
import { part } from '../../deploy/try-cluster/part.ts'
import { freePort } from '../../test/harness/port.ts'
import { startBlackboxExporter, startPostgresExporter } from '../../test/harness/prometheus.ts'
import { mountTmpfs } from '../../test/harness/tmpfs.ts'
import { startHighlyAvailable } from '../patroni.ts'
import type { Rehearsal } from './kit.ts'
import { startRehearsed } from './program.ts'

/** A disk of two gigabytes, of which backups take most. */
const disk: Rehearsal = {
  ...{ runbook: 'disk', alert: 'DealScoutDiskFull' },
  async rehearse(kit) {
    const path = join(kit.folder, 'disk')
    kit.stack.defer(mountTmpfs(path, '2000m'))
    const house = await startRehearsed(kit, { env: { DEAL_SCOUT_DATA: path } })
    await kit.watch({ 'deal-scout': house.opsPort })
    await kit.ends(20)
    const hog = join(path, 'backups')
    mkdirSync(hog, { recursive: true })
    execFileSync('dd', ['if=/dev/zero', `of=${join(hog, 'large')}`, 'bs=1M', 'count=1100'], {
      stdio: 'ignore',
    })
    await kit.fires()
    kit.firstMinutes({
      env: house.env,
      shows: [/tmpfs.*rehearsal\S*\/disk/, /disk.*\n?.*stored|stored.*\n?.*disk/, /1\.1G\s+\S*backups/],
    })
    rmSync(join(hog, 'large'))
    await kit.ends()
  },
}

/** Connections that nobody ends, to a process that may have three hundred files. */
const memory: Rehearsal = {
  ...{ runbook: 'memory', alert: 'DealScoutFilesScarce' },
  async rehearse(kit) {
    const house = await startRehearsed(kit, { before: 'ulimit -n 300;' })
    await kit.watch({ 'deal-scout': house.opsPort })
    await kit.ends(20)
    const sockets: Socket[] = []
    const end = () => {
      for (const one of sockets) one.destroy()
    }
    kit.stack.defer(end)
    const { port } = new URL(house.address)
    const again = setInterval(() => {
      // The program ends what says nothing for long: they come back, as a broken client's do.
      for (let n = sockets.filter((one) => !one.destroyed).length; n < 240; n++) {
        const socket = connect(Number(port), '127.0.0.1')
        socket.on('error', () => {})
        sockets.push(socket)
      }
    }, 1_000)
    try {
      await kit.fires()
      kit.firstMinutes({
        env: house.env,
        instead: [['127.0.0.1:9464', `127.0.0.1:${house.opsPort}`]],
        programs: { systemctl: `echo "$@"; kill -TERM ${house.program.pid()}` },
        shows: [/process_open_fds 2\d\d/, /restart deal-scout/],
      })
    } finally {
      clearInterval(again)
      end()
    }
    const { code } = await house.program.ended
    if (code !== 0) throw new Error(`it was told to stop and ended with ${code}`)
    kit.say('  told to stop while its files were used up, it ended in order')
    await kit.ends()
  },
}

/** A proxy that serves a certificate which ends tomorrow; the new one is there and was not loaded. */
const certificate: Rehearsal = {
  ...{ runbook: 'certificate', alert: 'CertificateEndsSoon' },
  async rehearse(kit) {
    const folder = join(kit.folder, 'nginx')
    mkdirSync(folder)
    const [certPath, keyPath] = [join(folder, 'c.crt'), join(folder, 'c.key')]
    makeCertificate(certPath, keyPath, 1)
    const tlsPort = await freePort()
    const nginx = part({
      ...{ name: 'nginx', cwd: folder, env: {}, logPath: join(folder, 'log') },
      command: [
        '/usr/sbin/nginx',
        ...writeNginxFiles({
          ...{ folder, name: 'localhost', certificate: { certPath, keyPath }, tlsPort },
          ...{ httpPort: await freePort(), upstreams: [`http://127.0.0.1:${await freePort()}`] },
        }),
      ],
      isReady: async () => canConnect(tlsPort),
    })
    await nginx.start()
    kit.stack.defer(() => nginx.stop())
    const blackbox = kit.stack.use(await startBlackboxExporter(certPath))
    const params = { target: [`https://localhost:${tlsPort}/`], module: ['people'] }
    await kit.watch({ 'deal-scout-probe': [{ port: blackbox.port, path: '/probe', params }] })
    await kit.fires()
    const endsOf = () =>
      execFileSync('openssl', ['x509', '-noout', '-enddate', '-in', certPath], { encoding: 'utf8' }).trim()
    const before = endsOf()
    makeCertificate(certPath, keyPath, 60)
    const after = endsOf()
    kit.firstMinutes({
      instead: [
        ['deals.example:443', `localhost:${tlsPort}`],
        ['deals.example', 'localhost'],
        ['nginx -t', `nginx -t -c ${join(folder, 'nginx.conf')}`],
      ],
      programs: {
        systemctl: `case "$*" in "reload nginx") kill -HUP ${nginx.pid()};; *) echo "$@";; esac`,
      },
      shows: [new RegExp(before), /certbot\.timer/, /test is successful/],
    })
    await kit.ends()
    kit.firstMinutes({
      instead: [
        ['deals.example:443', `localhost:${tlsPort}`],
        ['deals.example', 'localhost'],
      ],
      shows: [new RegExp(after), null, null],
    })
  },
}

/** A replica that takes what comes and does not replay it: the process that does stands still. */
const replicaLag: Rehearsal = {
  ...{ runbook: 'replica-lag', alert: 'PostgresReplicaLags' },
  async rehearse(kit) {
    const machines = kit.stack.use(await startHighlyAvailable())
    const replica = Object.entries(await machines.roles()).find(([, role]) => role === 'sync_standby')![0]
    const exporters = await Promise.all(
      Object.values(machines.urlOf).map((url) => startPostgresExporter(`${url}?sslmode=disable`)),
    )
    for (const one of exporters) kit.stack.use(one)
    await kit.watch({ 'postgres-exporter': exporters.map(({ port }) => port) })
    const query = async (url: string, sql: string) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
        .query<{ pid: number }>(sql)
        .then(({ rows }) => rows)
        .finally(() => client.end())
    }
    const [startup] = await query(
      machines.urlOf[replica]!,
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'startup'`,
    )
    process.kill(startup!.pid, 'SIGSTOP')
    try {
      for (let n = 0; n < 90; n++)
        await query(machines.url, `SELECT pg_logical_emit_message(true, 'fill', repeat('x', 1000000))`)
      await kit.fires()
      kit.firstMinutes({
        env: { DATABASE_URL: machines.url },
        shows: [
          new RegExp(`${replica}\\s+\\| streaming \\| sync\\s+\\| 00:0`),
          new RegExp(`${replica}\\s+\\| t`),
        ],
      })
    } finally {
      process.kill(startup!.pid, 'SIGCONT')
    }
    await kit.ends()
  },
}

export const machine: readonly Rehearsal[] = [disk, memory, certificate, replicaLag]

function makeCertificate(certPath: string, keyPath: string, days: number): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', `${days}`, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', `${keyPath}.new`, '-out', `${certPath}.new`],
    ],
    { stdio: 'pipe' },
  )
  for (const path of [certPath, keyPath]) writeFileSync(path, readFileSync(`${path}.new`))
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
