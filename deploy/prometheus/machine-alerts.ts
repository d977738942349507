import { type Group, growing, steady } from './alert.ts'

const page = 'page'
const ticket = 'ticket'
const job = 'job="deal-scout"'
const ours = [{ job: 'deal-scout' }]

const database: Group = {
  name: 'database',
  alerts: [
    {
      ...{ name: 'DealScoutDatabaseAway', for: '1m', severity: page, runbook: 'database-unreachable' },
      expr: 'deal_scout_database_up == 0',
      summary: 'A process does not reach its database.',
      fires: { series: { deal_scout_database_up: steady(0) }, at: '10m', labels: [{}] },
      quiet: { series: { deal_scout_database_up: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'PostgresDown', for: '1m', severity: page, runbook: 'database-unreachable' },
      expr: 'pg_up == 0',
      summary: 'PostgreSQL does not answer its exporter.',
      fires: { series: { pg_up: steady(0) }, at: '10m' },
      quiet: { series: { pg_up: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'DealScoutStatementsSlow', for: '15m', severity: ticket, runbook: 'database-unreachable' },
      expr: 'sum(rate(deal_scout_db_query_seconds_total[10m])) / sum(rate(deal_scout_db_queries_total[10m])) > 0.1',
      summary: 'A statement takes a tenth of a second on average.',
      fires: {
        series: {
          'deal_scout_db_query_seconds_total{query="listings/store readListing"}': growing(30),
          'deal_scout_db_queries_total{query="listings/store readListing"}': growing(100),
        },
        at: '40m',
      },
      quiet: {
        series: {
          'deal_scout_db_query_seconds_total{query="listings/store readListing"}': growing(1),
          'deal_scout_db_queries_total{query="listings/store readListing"}': growing(100),
        },
        at: '40m',
      },
    },
    {
      ...{ name: 'PostgresDeadlocks', for: '0m', severity: ticket, runbook: 'database-unreachable' },
      expr: 'sum(increase(pg_stat_database_deadlocks[15m])) > 5',
      summary: 'Transactions block each other again and again.',
      fires: { series: { 'pg_stat_database_deadlocks{datname="dealscout"}': growing(2) }, at: '30m' },
      quiet: { series: { 'pg_stat_database_deadlocks{datname="dealscout"}': steady(4) }, at: '30m' },
    },
    {
      ...{ name: 'PostgresLongTransaction', for: '5m', severity: ticket, runbook: 'database-unreachable' },
      expr: 'max(pg_stat_activity_max_tx_duration) > 1800',
      summary: 'A transaction is open for half an hour: nothing is cleaned up behind it.',
      fires: { series: { 'pg_stat_activity_max_tx_duration{state="active"}': '0+60x60' }, at: '50m' },
      quiet: { series: { 'pg_stat_activity_max_tx_duration{state="active"}': steady(5) }, at: '50m' },
    },
    {
      ...{ name: 'DealScoutConnectionsWait', for: '5m', severity: page, runbook: 'connections' },
      expr: 'deal_scout_db_connections{state="waiting"} > 0',
      summary: 'Requests or work wait for a connection to the database.',
      fires: {
        series: { 'deal_scout_db_connections{state="waiting"}': steady(4) },
        at: '15m',
        labels: [{ state: 'waiting' }],
      },
      quiet: { series: { 'deal_scout_db_connections{state="waiting"}': steady(0) }, at: '15m' },
    },
    {
      ...{ name: 'PostgresConnectionsScarce', for: '10m', severity: ticket, runbook: 'connections' },
      expr: 'sum(pg_stat_database_numbackends) / max(pg_settings_max_connections) > 0.85',
      summary: 'Nearly all connections that PostgreSQL allows are taken.',
      fires: {
        series: {
          'pg_stat_database_numbackends{datname="dealscout"}': steady(95),
          pg_settings_max_connections: steady(100),
        },
        at: '20m',
      },
      quiet: {
        series: {
          'pg_stat_database_numbackends{datname="dealscout"}': steady(30),
          pg_settings_max_connections: steady(100),
        },
        at: '20m',
      },
    },
    {
      ...{ name: 'PostgresReplicaLags', for: '5m', severity: page, runbook: 'replica-lag' },
      // As the primary sees it; of a replica that is gone only its slot tells.
      expr: 'max(pg_stat_replication_pg_wal_lsn_diff) > 64 * 1024 ^ 2 or max(pg_replication_slots_pg_wal_lsn_diff) > 1024 ^ 3',
      summary:
        'A replica has not replayed 64 MiB of what the primary wrote, or the primary keeps 1 GiB for one that is gone.',
      fires: {
        series: { 'pg_stat_replication_pg_wal_lsn_diff{application_name="two"}': growing(10_000_000) },
        at: '30m',
      },
      quiet: {
        series: {
          'pg_stat_replication_pg_wal_lsn_diff{application_name="two"}': steady(16_000_000),
          'pg_replication_slots_pg_wal_lsn_diff{slot_name="two"}': steady(16_000_000),
        },
        at: '30m',
      },
    },
  ],
}

const redis: Group = {
  name: 'redis',
  alerts: [
    {
      ...{ name: 'DealScoutRedisAway', for: '2m', severity: ticket, runbook: 'redis' },
      expr: 'deal_scout_redis_up == 0',
      summary: 'A process does not reach Redis: limits are counted for each process, sign-in is refused.',
      fires: { series: { deal_scout_redis_up: steady(0) }, at: '10m' },
      quiet: { series: { deal_scout_redis_up: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'RedisDown', for: '2m', severity: page, runbook: 'redis' },
      expr: 'redis_up == 0',
      summary: 'Redis does not answer its exporter.',
      fires: { series: { redis_up: steady(0) }, at: '10m' },
      quiet: { series: { redis_up: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'RedisMemoryScarce', for: '10m', severity: ticket, runbook: 'redis' },
      expr: 'redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.9',
      summary: 'Redis has used nearly all the memory that it may.',
      fires: {
        series: { redis_memory_used_bytes: steady(95), redis_memory_max_bytes: steady(100) },
        at: '20m',
      },
      quiet: {
        series: { redis_memory_used_bytes: steady(20), redis_memory_max_bytes: steady(100) },
        at: '20m',
      },
    },
  ],
}

const gib = 1024 ** 3

const machine: Group = {
  name: 'machine',
  alerts: [
    {
      ...{ name: 'DealScoutMemoryHigh', for: '15m', severity: page, runbook: 'memory' },
      expr: `process_resident_memory_bytes{${job}} > 2 * 1024 ^ 3`,
      summary: 'A process has more memory than it should ever need.',
      fires: {
        series: { [`process_resident_memory_bytes{${job}}`]: steady(3 * gib) },
        at: '30m',
        labels: ours,
      },
      quiet: { series: { [`process_resident_memory_bytes{${job}}`]: steady(gib / 2) }, at: '30m' },
    },
    {
      ...{ name: 'DealScoutMemoryGrows', for: '1h', severity: ticket, runbook: 'memory' },
      expr: `predict_linear(process_resident_memory_bytes{${job}}[3h], 12 * 3600) > 2 * 1024 ^ 3 and deriv(process_resident_memory_bytes{${job}}[3h]) > 0`,
      summary: 'The memory of a process grows so that it will not do until tomorrow.',
      fires: {
        series: { [`process_resident_memory_bytes{${job}}`]: '500000000+5000000x300' },
        at: '280m',
        labels: ours,
      },
      quiet: { series: { [`process_resident_memory_bytes{${job}}`]: steady(gib / 2, 300) }, at: '280m' },
    },
    {
      ...{ name: 'DealScoutFilesScarce', for: '10m', severity: ticket, runbook: 'memory' },
      expr: `process_open_fds{${job}} / process_max_fds{${job}} > 0.8`,
      summary: 'A process has nearly all the files and connections open that it may.',
      fires: {
        series: { [`process_open_fds{${job}}`]: steady(900), [`process_max_fds{${job}}`]: steady(1000) },
        at: '20m',
        labels: ours,
      },
      quiet: {
        series: { [`process_open_fds{${job}}`]: steady(90), [`process_max_fds{${job}}`]: steady(1000) },
        at: '20m',
      },
    },
    {
      ...{ name: 'DealScoutDiskFull', for: '5m', severity: page, runbook: 'disk' },
      expr: 'deal_scout_disk_free_bytes < 1024 ^ 3',
      summary: 'Less than 1 GiB is free where the data are.',
      fires: { series: { deal_scout_disk_free_bytes: steady(gib / 4) }, at: '15m' },
      quiet: { series: { deal_scout_disk_free_bytes: steady(20 * gib) }, at: '15m' },
    },
    {
      ...{ name: 'DealScoutDiskFills', for: '1h', severity: ticket, runbook: 'disk' },
      expr: 'predict_linear(deal_scout_disk_free_bytes[6h], 24 * 3600) < 0',
      summary: 'The disk where the data are will be full tomorrow.',
      fires: { series: { deal_scout_disk_free_bytes: '40000000000-50000000x500' }, at: '460m' },
      quiet: { series: { deal_scout_disk_free_bytes: steady(20 * gib, 500) }, at: '460m' },
    },
    {
      ...{ name: 'MachineDiskFull', for: '10m', severity: page, runbook: 'disk' },
      expr: 'node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes > 0 and node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes < 0.1',
      summary: 'A disk of a machine is nine tenths full.',
      fires: {
        series: {
          'node_filesystem_avail_bytes{fstype="ext4",mountpoint="/"}': steady(5),
          'node_filesystem_size_bytes{fstype="ext4",mountpoint="/"}': steady(100),
        },
        at: '20m',
        labels: [{ fstype: 'ext4', mountpoint: '/' }],
      },
      quiet: {
        series: {
          'node_filesystem_avail_bytes{fstype="ext4",mountpoint="/"}': steady(50),
          'node_filesystem_size_bytes{fstype="ext4",mountpoint="/"}': steady(100),
        },
        at: '20m',
      },
    },
    {
      ...{ name: 'CertificateEnds', for: '1h', severity: ticket, runbook: 'certificate' },
      expr: 'probe_ssl_earliest_cert_expiry - time() < 14 * 86400',
      summary: 'The certificate ends within two weeks, and should have been renewed by now.',
      fires: {
        series: { 'probe_ssl_earliest_cert_expiry{job="deal-scout-probe"}': steady(7 * 86_400, 120) },
        at: '90m',
        labels: [{ job: 'deal-scout-probe' }],
      },
      quiet: {
        series: { 'probe_ssl_earliest_cert_expiry{job="deal-scout-probe"}': steady(60 * 86_400, 120) },
        at: '90m',
      },
    },
    {
      ...{ name: 'CertificateEndsSoon', for: '5m', severity: page, runbook: 'certificate' },
      expr: 'probe_ssl_earliest_cert_expiry - time() < 2 * 86400',
      summary: 'The certificate ends within two days: then nobody reaches Deal Scout.',
      fires: {
        series: { 'probe_ssl_earliest_cert_expiry{job="deal-scout-probe"}': steady(86_400) },
        at: '20m',
        labels: [{ job: 'deal-scout-probe' }],
      },
      quiet: {
        series: { 'probe_ssl_earliest_cert_expiry{job="deal-scout-probe"}': steady(60 * 86_400) },
        at: '20m',
      },
    },
  ],
}

const backups: Group = {
  name: 'backups',
  alerts: [
    {
      ...{ name: 'DealScoutBackupOld', for: '1h', severity: page, runbook: 'backup' },
      expr: 'min(deal_scout_backup_age_seconds) > 2 * 86400',
      summary: 'The newest backup is two days old.',
      fires: { series: { deal_scout_backup_age_seconds: steady(200_000, 120) }, at: '90m' },
      quiet: { series: { deal_scout_backup_age_seconds: steady(40_000, 120) }, at: '90m' },
    },
    {
      ...{ name: 'DealScoutBackupAbsent', for: '6h', severity: ticket, runbook: 'backup' },
      expr: 'absent(deal_scout_backup_age_seconds)',
      summary: 'There is no backup, or none is made by itself.',
      fires: { series: { 'up{job="other"}': steady(1, 420) }, at: '400m' },
      quiet: { series: { deal_scout_backup_age_seconds: steady(40_000, 420) }, at: '400m' },
    },
    {
      ...{ name: 'DealScoutBackupUntried', for: '1h', severity: ticket, runbook: 'backup' },
      expr: 'min(deal_scout_backup_verified_age_seconds) > 7 * 86400',
      summary: 'For a week no backup was restored and compared: whether one can be is not known.',
      fires: { series: { deal_scout_backup_verified_age_seconds: steady(700_000, 120) }, at: '90m' },
      quiet: { series: { deal_scout_backup_verified_age_seconds: steady(40_000, 120) }, at: '90m' },
    },
    {
      ...{ name: 'DealScoutArchiveWaits', for: '5m', severity: page, runbook: 'backup' },
      expr: 'max(deal_scout_archive_waiting_seconds) > 300',
      summary:
        'The log of the embedded database does not reach its archive: what happens now would be lost with the machine.',
      fires: { series: { deal_scout_archive_waiting_seconds: '0+60x60' }, at: '30m' },
      quiet: { series: { deal_scout_archive_waiting_seconds: steady(20) }, at: '30m' },
    },
    {
      ...{ name: 'PostgresArchiveFails', for: '5m', severity: page, runbook: 'backup' },
      expr: 'increase(pg_stat_archiver_failed_count[15m]) > 0',
      summary:
        'PostgreSQL cannot copy away its log: what happens now could not be had back, and its disk fills.',
      fires: { series: { pg_stat_archiver_failed_count: growing(1) }, at: '30m' },
      quiet: { series: { pg_stat_archiver_failed_count: steady(3) }, at: '30m' },
    },
    {
      ...{ name: 'PostgresArchiveOld', for: '10m', severity: page, runbook: 'backup' },
      expr: 'pg_stat_archiver_last_archive_age > 900',
      summary: 'PostgreSQL has copied away nothing of its log for a quarter of an hour.',
      fires: { series: { pg_stat_archiver_last_archive_age: '0+60x60' }, at: '40m' },
      quiet: { series: { pg_stat_archiver_last_archive_age: steady(50) }, at: '40m' },
    },
  ],
}

export const machineAlerts: readonly Group[] = [database, redis, machine, backups]
