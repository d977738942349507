/** Figures of others that alerts read, by who gives them: each was seen from that release on. */
export const exporterMetrics: Readonly<Record<string, readonly string[]>> = {
  'Prometheus itself': ['up'],
  'postgres_exporter 0.11.1': [
    ...['pg_up', 'pg_settings_max_connections', 'pg_stat_activity_max_tx_duration'],
    ...['pg_stat_replication_pg_wal_lsn_diff', 'pg_replication_slots_pg_wal_lsn_diff'],
    ...['pg_stat_archiver_failed_count', 'pg_stat_archiver_last_archive_age'],
    ...['pg_stat_database_deadlocks', 'pg_stat_database_numbackends'],
  ],
  'redis_exporter 1.45.0': ['redis_memory_max_bytes', 'redis_memory_used_bytes', 'redis_up'],
  'node_exporter 1.5.0': ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
  'blackbox_exporter 0.23.0': ['probe_ssl_earliest_cert_expiry', 'probe_success'],
}
