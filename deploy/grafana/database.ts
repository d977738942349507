import { type DashboardSpec, one } from './panel.ts'

const named = 'datname=~"$database"'
const rate = (figure: string) => `sum(rate(${figure}{${named}}[$__rate_interval]))`

/** PostgreSQL, Redis and the machines, as their exporters see them, and what the program asks of them. */
export const database: DashboardSpec = {
  id: 'database',
  title: 'Deal Scout: database',
  about: 'PostgreSQL and what is asked of it, Redis, and the machines (postgres, redis and node exporter).',
  rows: [
    {
      title: 'In short',
      panels: [
        {
          ...{ title: 'PostgreSQL', as: 'now', unit: 'none', badBelow: 1 },
          about: '1 while its exporter reaches it.',
          queries: one('min(pg_up)'),
        },
        {
          ...{ title: 'Seen by the program', as: 'now', unit: 'none', badBelow: 1 },
          about: '1 while every process reaches it.',
          queries: one('min(deal_scout_database_up)'),
        },
        {
          ...{ title: 'Connections in use', as: 'now', unit: 'percentunit', badFrom: 0.8 },
          about: 'Of those that the server takes.',
          queries: one(
            'max(sum by (instance) (pg_stat_database_numbackends) / sum by (instance) (pg_settings_max_connections))',
          ),
        },
        {
          ...{ title: 'Behind', as: 'now', unit: 'bytes', badFrom: 64 * 1024 ** 2 },
          about: 'What the standby that is furthest behind has not replayed; 0 without one.',
          queries: one('max(pg_stat_replication_pg_wal_lsn_diff) or vector(0)'),
        },
        {
          ...{ title: 'Size', as: 'now', unit: 'bytes' },
          about: 'Of the database.',
          queries: one(`sum(pg_database_size_bytes{${named}})`),
        },
        {
          ...{ title: 'Redis', as: 'now', unit: 'none', badBelow: 1 },
          about: '1 while its exporter reaches it.',
          queries: one('min(redis_up)'),
        },
      ],
    },
    {
      title: 'What the program asks',
      panels: [
        {
          ...{ title: 'Statements that take most time', as: 'lines', unit: 'percentunit' },
          about: 'By the function that asks: seconds of answers in a second.',
          queries: one(
            'topk(10, sum by (query) (rate(deal_scout_db_query_seconds_total[$__rate_interval])))',
            '{{query}}',
          ),
        },
        {
          ...{ title: 'How long the slowest take on average', as: 'lines', unit: 's' },
          about: 'By the function that asks.',
          queries: one(
            'topk(10, sum by (query) (rate(deal_scout_db_query_seconds_total[$__rate_interval])) / (sum by (query) (rate(deal_scout_db_queries_total[$__rate_interval])) > 0))',
            '{{query}}',
          ),
        },
        {
          ...{ title: 'Statements', as: 'lines', unit: 'ops' },
          about: 'Of all processes.',
          queries: one('sum(rate(deal_scout_db_queries_total[$__rate_interval]))', 'statements'),
        },
        {
          ...{ title: 'Connections of the pools', as: 'lines', unit: 'none' },
          about: 'Somebody who waits for one for long: DATABASE_POOL_SIZE, or a slow statement.',
          queries: one('sum by (state) (deal_scout_db_connections)', '{{state}}'),
        },
      ],
    },
    {
      title: 'PostgreSQL',
      panels: [
        {
          ...{ title: 'Transactions', as: 'lines', unit: 'ops' },
          about: 'Undone ones are those that failed.',
          queries: [
            { expr: rate('pg_stat_database_xact_commit'), legend: 'done' },
            { expr: rate('pg_stat_database_xact_rollback'), legend: 'undone' },
          ],
        },
        {
          ...{ title: 'Connections', as: 'lines', unit: 'none' },
          about: 'By what they do. Idle in a transaction for long holds others up.',
          queries: one(`sum by (state) (pg_stat_activity_count{${named}})`, '{{state}}'),
        },
        {
          ...{ title: 'Longest transaction', as: 'lines', unit: 's' },
          about: 'While it lasts nothing that was deleted since can be cleared away.',
          queries: one(`max(pg_stat_activity_max_tx_duration{${named}})`, 'longest'),
        },
        {
          ...{ title: 'Read from memory', as: 'lines', unit: 'percentunit' },
          about: 'Below 99 % for long it has too little memory.',
          queries: one(
            `${rate('pg_stat_database_blks_hit')} / (${rate('pg_stat_database_blks_hit')} + ${rate('pg_stat_database_blks_read')})`,
            'from memory',
          ),
        },
        {
          ...{ title: 'Rows', as: 'lines', unit: 'ops' },
          about: 'Written and read.',
          queries: ['inserted', 'updated', 'deleted', 'fetched'].map((what) => ({
            expr: rate(`pg_stat_database_tup_${what}`),
            legend: what,
          })),
        },
        {
          ...{ title: 'Deadlocks', as: 'lines', unit: 'none' },
          about: 'Of an hour.',
          queries: one(`sum(increase(pg_stat_database_deadlocks{${named}}[1h]))`, 'deadlocks'),
        },
        {
          ...{ title: 'Sorted on disk', as: 'lines', unit: 'Bps' },
          about: 'What did not fit work_mem.',
          queries: one(rate('pg_stat_database_temp_bytes'), 'temporary files'),
        },
        {
          ...{ title: 'Locks', as: 'lines', unit: 'none' },
          about: 'By kind.',
          queries: one(`sum by (mode) (pg_locks_count{${named}})`, '{{mode}}'),
        },
        {
          ...{ title: 'Log that could not be copied away', as: 'lines', unit: 'none' },
          about: 'Of an hour, where it is (archive_command).',
          queries: one('sum(increase(pg_stat_archiver_failed_count[1h]))', 'failed'),
        },
      ],
    },
    {
      title: 'Redis',
      panels: [
        {
          ...{ title: 'Memory', as: 'lines', unit: 'bytes' },
          about: 'Used, and allowed (0: all there is).',
          queries: [
            { expr: 'redis_memory_used_bytes', legend: 'used' },
            { expr: 'redis_memory_max_bytes', legend: 'allowed' },
          ],
        },
        {
          ...{ title: 'Commands', as: 'lines', unit: 'ops' },
          about: 'Those that are most frequent.',
          queries: one('topk(10, sum by (cmd) (rate(redis_commands_total[$__rate_interval])))', '{{cmd}}'),
        },
        {
          ...{ title: 'Clients', as: 'lines', unit: 'none' },
          about: 'Connections to it.',
          queries: one('redis_connected_clients', 'clients'),
        },
        {
          ...{ title: 'Reached by the program', as: 'lines', unit: 'none' },
          about: '1 while a process reaches it; else each counts limits for itself.',
          queries: one('deal_scout_redis_up', '{{instance}}'),
        },
      ],
    },
    {
      title: 'Machines',
      panels: [
        {
          ...{ title: 'Busy', as: 'lines', unit: 'percentunit' },
          about: 'Part of all cores.',
          queries: one(
            '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))',
            '{{instance}}',
          ),
        },
        {
          ...{ title: 'Memory in use', as: 'lines', unit: 'percentunit' },
          about: 'What could not be given to somebody else.',
          queries: one('1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes', '{{instance}}'),
        },
        {
          ...{ title: 'Disks', as: 'lines', unit: 'percentunit' },
          about: 'Part that is full. From 85 % on somebody is told.',
          queries: one(
            '1 - node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"}',
            '{{instance}} {{mountpoint}}',
          ),
        },
        {
          ...{ title: 'Waiting for disks', as: 'lines', unit: 'percentunit' },
          about: 'Part of the time in which the processors had nothing else to do.',
          queries: one(
            'avg by (instance) (rate(node_cpu_seconds_total{mode="iowait"}[$__rate_interval]))',
            '{{instance}}',
          ),
        },
      ],
    },
  ],
}
