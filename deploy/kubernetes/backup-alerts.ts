import { type Alert, steady } from '../prometheus/alert.ts'

const lastBackup = 'kube_cronjob_status_last_successful_time{cronjob="deal-scout-backup"}'

/**
 * In a cluster no process that is scraped sees the folder of the backups: kube-state-metrics says when the CronJob last made
 * one. It ends well only when what it made was restored and compared, so that nothing else is left to ask.
 */
export const backupAlerts: Readonly<Record<string, readonly Alert[]>> = {
  DealScoutBackupOld: [
    {
      ...{ name: 'DealScoutBackupOld', for: '1h', severity: 'page', runbook: 'backup' },
      expr: `time() - max(${lastBackup}) > 48 * 3600`,
      summary:
        'For two days no backup was made that could be restored: what was written since would be lost.',
      // In a test time begins at 0.
      fires: { series: { [lastBackup]: steady(0, 3100) }, at: '3060m' },
      quiet: { series: { [lastBackup]: steady(180_000, 3100) }, at: '3060m' },
    },
  ],
  DealScoutBackupAbsent: [
    {
      ...{ name: 'DealScoutBackupAbsent', for: '6h', severity: 'ticket', runbook: 'backup' },
      expr: `absent(${lastBackup})`,
      summary: 'No backup was ever made, or kube-state-metrics does not say so.',
      fires: {
        series: { 'up{job="other"}': steady(1, 420) },
        at: '400m',
        labels: [{ cronjob: 'deal-scout-backup' }],
      },
      quiet: { series: { [lastBackup]: steady(180_000, 420) }, at: '400m' },
    },
  ],
  DealScoutBackupUntried: [],
}
