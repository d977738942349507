import type { Group } from './alert.ts'
import { growing, steady } from './alert.ts'
import { availability, burnAlerts, delivery, timeToAlert } from './burn-rates.ts'
import { machineAlerts } from './machine-alerts.ts'

const page = 'page'
const ticket = 'ticket'
const job = 'job="deal-scout"'

const program: Group = {
  name: 'program',
  alerts: [
    {
      ...{ name: 'DealScoutProcessDown', for: '2m', severity: page, runbook: 'process-down' },
      expr: `up{${job}} == 0`,
      summary: 'A process of Deal Scout does not answer.',
      fires: {
        series: { [`up{${job},instance="a"}`]: steady(0) },
        at: '10m',
        labels: [{ job: 'deal-scout', instance: 'a' }],
      },
      quiet: { series: { [`up{${job},instance="a"}`]: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'DealScoutAbsent', for: '5m', severity: page, runbook: 'process-down' },
      expr: `absent(up{${job}})`,
      summary: 'Prometheus knows of no process of Deal Scout: nothing here would be noticed.',
      fires: { series: { 'up{job="other"}': steady(1) }, at: '10m', labels: [{ job: 'deal-scout' }] },
      quiet: { series: { [`up{${job}}`]: steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'DealScoutRestarts', for: '0m', severity: ticket, runbook: 'process-down' },
      expr: `changes(process_start_time_seconds{${job}}[30m]) > 3`,
      summary: 'A process of Deal Scout ends and starts again and again.',
      fires: {
        series: { [`process_start_time_seconds{${job}}`]: '0+300x60' },
        at: '40m',
        labels: [{ job: 'deal-scout' }],
      },
      quiet: { series: { [`process_start_time_seconds{${job}}`]: steady(100) }, at: '40m' },
    },
    {
      ...{ name: 'DealScoutProbeFails', for: '3m', severity: page, runbook: 'process-down' },
      expr: 'probe_success{job="deal-scout-probe"} == 0',
      summary: 'From outside Deal Scout cannot be reached.',
      fires: {
        series: { 'probe_success{job="deal-scout-probe"}': steady(0) },
        at: '10m',
        labels: [{ job: 'deal-scout-probe' }],
      },
      quiet: { series: { 'probe_success{job="deal-scout-probe"}': steady(1) }, at: '10m' },
    },
    {
      ...{ name: 'DealScoutVersionsDiffer', for: '1h', severity: ticket, runbook: 'rollback' },
      expr: 'count(count by (version) (deal_scout_build_info)) > 1',
      summary: 'Processes of two releases run beside each other for longer than an update takes.',
      fires: {
        series: {
          'deal_scout_build_info{version="1.0.0"}': steady(1, 90),
          'deal_scout_build_info{version="1.1.0"}': steady(1, 90),
        },
        at: '80m',
      },
      quiet: { series: { 'deal_scout_build_info{version="1.1.0"}': steady(1, 90) }, at: '80m' },
    },
    {
      ...{ name: 'DealScoutSetAside', for: '0m', severity: ticket, runbook: 'security-incident' },
      expr: 'sum(increase(deal_scout_set_aside_total[1h])) > 5',
      summary: 'Again and again what a stranger sent takes down the process that reads it.',
      fires: {
        series: { 'deal_scout_set_aside_total{reader="pages",why="memory"}': growing(1, 90) },
        at: '80m',
      },
      quiet: {
        series: { 'deal_scout_set_aside_total{reader="pages",why="memory"}': steady(3, 90) },
        at: '80m',
      },
    },
  ],
}

const objectives: Group = {
  name: 'objectives',
  alerts: [...burnAlerts(availability), ...burnAlerts(timeToAlert), ...burnAlerts(delivery)],
}

const requests: Group = {
  name: 'requests',
  alerts: [
    {
      ...{ name: 'DealScoutSlow', for: '10m', severity: page, runbook: 'latency' },
      expr: 'histogram_quantile(0.95, sum by (le) (rate(deal_scout_http_request_seconds_bucket[5m]))) > 1',
      summary: 'One answer in twenty takes longer than a second.',
      fires: {
        series: {
          'deal_scout_http_request_seconds_bucket{area="deals",le="1"}': growing(50),
          'deal_scout_http_request_seconds_bucket{area="deals",le="3"}': growing(100),
          'deal_scout_http_request_seconds_bucket{area="deals",le="+Inf"}': growing(100),
        },
        at: '30m',
      },
      quiet: {
        series: {
          'deal_scout_http_request_seconds_bucket{area="deals",le="1"}': growing(100),
          'deal_scout_http_request_seconds_bucket{area="deals",le="3"}': growing(100),
          'deal_scout_http_request_seconds_bucket{area="deals",le="+Inf"}': growing(100),
        },
        at: '30m',
      },
    },
    {
      ...{ name: 'DealScoutDealsSlow', for: '30m', severity: ticket, runbook: 'latency' },
      expr: 'histogram_quantile(0.95, sum by (le) (rate(deal_scout_http_request_seconds_bucket{area="deals"}[15m]))) > 0.3',
      summary: 'The deals, which people look at most, take longer than a third of a second.',
      fires: {
        series: {
          'deal_scout_http_request_seconds_bucket{area="deals",le="0.3"}': growing(50, 90),
          'deal_scout_http_request_seconds_bucket{area="deals",le="1"}': growing(100, 90),
          'deal_scout_http_request_seconds_bucket{area="deals",le="+Inf"}': growing(100, 90),
        },
        at: '60m',
      },
      quiet: {
        series: {
          'deal_scout_http_request_seconds_bucket{area="deals",le="0.3"}': growing(100, 90),
          'deal_scout_http_request_seconds_bucket{area="deals",le="+Inf"}': growing(100, 90),
        },
        at: '60m',
      },
    },
    {
      ...{ name: 'DealScoutEventLoopLags', for: '10m', severity: ticket, runbook: 'latency' },
      expr: `nodejs_eventloop_lag_p99_seconds{${job}} > 0.5`,
      summary: 'A process is so busy that it answers nobody for half a second at a time.',
      fires: {
        series: { [`nodejs_eventloop_lag_p99_seconds{${job}}`]: steady(0.8) },
        at: '20m',
        labels: [{ job: 'deal-scout' }],
      },
      quiet: { series: { [`nodejs_eventloop_lag_p99_seconds{${job}}`]: steady(0.02) }, at: '20m' },
    },
    {
      ...{ name: 'DealScoutSignInRefused', for: '5m', severity: ticket, runbook: 'sign-in-attacks' },
      expr: 'sum(rate(deal_scout_http_requests_total{route=~"/api/auth/sign-in.*|/account/sign-in.*",method="POST",status="4xx"}[10m])) > 0.5',
      summary: 'Sign-ins are refused more than every two seconds: somebody guesses.',
      fires: {
        series: {
          'deal_scout_http_requests_total{route="/api/auth/sign-in",method="POST",status="4xx"}': growing(60),
        },
        at: '20m',
      },
      quiet: {
        series: {
          'deal_scout_http_requests_total{route="/api/auth/sign-in",method="POST",status="4xx"}': growing(3),
        },
        at: '20m',
      },
    },
    {
      ...{ name: 'DealScoutKeysRefused', for: '5m', severity: ticket, runbook: 'sign-in-attacks' },
      expr: 'sum(rate(deal_scout_security_events_total{kind="key-refused"}[5m])) > 1',
      summary: 'Keys that are none are tried again and again.',
      fires: { series: { 'deal_scout_security_events_total{kind="key-refused"}': growing(120) }, at: '20m' },
      quiet: { series: { 'deal_scout_security_events_total{kind="key-refused"}': growing(5) }, at: '20m' },
    },
    {
      ...{ name: 'DealScoutLimitsHit', for: '15m', severity: ticket, runbook: 'sign-in-attacks' },
      expr: 'sum(rate(deal_scout_security_events_total{kind="limit-hit"}[10m])) > 5',
      summary: 'Somebody asks for more than the limits allow, for a quarter of an hour.',
      fires: { series: { 'deal_scout_security_events_total{kind="limit-hit"}': growing(600) }, at: '40m' },
      quiet: { series: { 'deal_scout_security_events_total{kind="limit-hit"}': growing(20) }, at: '40m' },
    },
    {
      ...{ name: 'DealScoutReachesInward', for: '0m', severity: page, runbook: 'security-incident' },
      expr: 'sum(increase(deal_scout_security_events_total{kind="address-refused"}[10m])) > 20',
      summary: 'The program was to call addresses within its own network again and again, and refused.',
      fires: {
        series: { 'deal_scout_security_events_total{kind="address-refused"}': growing(10) },
        at: '20m',
      },
      quiet: { series: { 'deal_scout_security_events_total{kind="address-refused"}': steady(5) }, at: '20m' },
    },
    {
      ...{ name: 'DealScoutRightsRefused', for: '10m', severity: ticket, runbook: 'security-incident' },
      expr: 'sum(rate(deal_scout_security_events_total{kind="right-refused"}[10m])) > 0.5',
      summary: 'Somebody who is known tries again and again what they have no right to.',
      fires: { series: { 'deal_scout_security_events_total{kind="right-refused"}': growing(60) }, at: '30m' },
      quiet: { series: { 'deal_scout_security_events_total{kind="right-refused"}': growing(1) }, at: '30m' },
    },
  ],
}

const work: Group = {
  name: 'work',
  alerts: [
    {
      ...{ name: 'DealScoutNoScheduler', for: '5m', severity: page, runbook: 'scheduler-stopped' },
      expr: 'absent(deal_scout_scheduler_silent_seconds)',
      summary: 'No process with the role scheduler is there: nothing is scanned, sent later or cleaned up.',
      fires: { series: { 'up{job="other"}': steady(1) }, at: '10m' },
      quiet: { series: { deal_scout_scheduler_silent_seconds: steady(20) }, at: '10m' },
    },
    {
      ...{ name: 'DealScoutSchedulerSilent', for: '3m', severity: page, runbook: 'scheduler-stopped' },
      expr: 'max(deal_scout_scheduler_silent_seconds) > 180',
      summary: 'The scheduler has not looked what is due for three minutes.',
      fires: { series: { deal_scout_scheduler_silent_seconds: '0+60x60' }, at: '20m' },
      quiet: { series: { deal_scout_scheduler_silent_seconds: steady(45) }, at: '20m' },
    },
    {
      ...{ name: 'DealScoutJobsWait', for: '10m', severity: page, runbook: 'queue-stuck' },
      expr: 'histogram_quantile(0.95, sum by (le) (rate(deal_scout_job_wait_seconds_bucket[10m]))) > 60',
      summary: 'Work waits longer than a minute before it is begun.',
      fires: {
        series: {
          'deal_scout_job_wait_seconds_bucket{le="60"}': growing(5),
          'deal_scout_job_wait_seconds_bucket{le="300"}': growing(100),
          'deal_scout_job_wait_seconds_bucket{le="+Inf"}': growing(100),
        },
        at: '40m',
      },
      quiet: {
        series: {
          'deal_scout_job_wait_seconds_bucket{le="60"}': growing(100),
          'deal_scout_job_wait_seconds_bucket{le="+Inf"}': growing(100),
        },
        at: '40m',
      },
    },
    {
      ...{ name: 'DealScoutQueueGrows', for: '15m', severity: page, runbook: 'queue-stuck' },
      expr: 'sum by (job) (deal_scout_jobs{state="waiting"}) > 1000 and sum by (job) (delta(deal_scout_jobs{state="waiting"}[15m])) > 0',
      summary: 'More work of a kind comes than is done.',
      fires: {
        series: { 'deal_scout_jobs{job="rescore",state="waiting"}': growing(100) },
        at: '50m',
        labels: [{ job: 'rescore' }],
      },
      quiet: { series: { 'deal_scout_jobs{job="rescore",state="waiting"}': '3000-20x60' }, at: '50m' },
    },
    {
      ...{ name: 'DealScoutNoWorker', for: '10m', severity: page, runbook: 'queue-stuck' },
      expr: 'sum(deal_scout_jobs{state="waiting"}) > 0 and sum(rate(deal_scout_job_tries_total[10m])) == 0',
      summary: 'Work waits and nobody does any.',
      fires: {
        series: {
          'deal_scout_jobs{job="rescore",state="waiting"}': steady(5),
          'deal_scout_job_tries_total{job="rescore",outcome="completed"}': steady(9),
        },
        at: '30m',
      },
      quiet: {
        series: {
          'deal_scout_jobs{job="rescore",state="waiting"}': steady(5),
          'deal_scout_job_tries_total{job="rescore",outcome="completed"}': growing(2),
        },
        at: '30m',
      },
    },
    {
      ...{ name: 'DealScoutDeadLetters', for: '10m', severity: ticket, runbook: 'dead-letters' },
      expr: 'sum by (job) (deal_scout_jobs{state="failed"}) > 0',
      summary: 'Work was given up after all its tries.',
      fires: {
        series: { 'deal_scout_jobs{job="backup",state="failed"}': steady(1) },
        at: '20m',
        labels: [{ job: 'backup' }],
      },
      quiet: { series: { 'deal_scout_jobs{job="backup",state="failed"}': steady(0) }, at: '20m' },
    },
    {
      ...{ name: 'DealScoutJobFails', for: '15m', severity: ticket, runbook: 'dead-letters' },
      expr: 'sum by (job) (rate(deal_scout_job_tries_total{outcome="failed"}[30m])) / sum by (job) (rate(deal_scout_job_tries_total[30m])) > 0.5',
      summary: 'More than half of the tries of a kind of work fail.',
      fires: {
        series: {
          'deal_scout_job_tries_total{job="rescore",outcome="failed"}': growing(3, 90),
          'deal_scout_job_tries_total{job="rescore",outcome="completed"}': growing(1, 90),
        },
        at: '60m',
        labels: [{ job: 'rescore' }],
      },
      quiet: {
        series: {
          'deal_scout_job_tries_total{job="rescore",outcome="failed"}': growing(1, 90),
          'deal_scout_job_tries_total{job="rescore",outcome="completed"}': growing(9, 90),
        },
        at: '60m',
      },
    },
  ],
}

const sources: Group = {
  name: 'sources',
  alerts: [
    {
      ...{ name: 'DealScoutSourceBlind', for: '1h', severity: ticket, runbook: 'source-outage' },
      expr: 'deal_scout_source_outage_seconds > 4 * 3600',
      summary: 'A marketplace shows nothing for hours; its people were told.',
      fires: {
        series: { 'deal_scout_source_outage_seconds{marketplace="ebay"}': '0+60x400' },
        at: '380m',
        labels: [{ marketplace: 'ebay' }],
      },
      quiet: { series: { 'deal_scout_source_outage_seconds{marketplace="ebay"}': '600-5x100' }, at: '90m' },
    },
    {
      ...{ name: 'DealScoutSourceUnseen', for: '10m', severity: page, runbook: 'source-outage' },
      expr: 'deal_scout_source_unseen_seconds > 2 * 3600',
      summary: 'A marketplace was not looked at for two hours, and nobody knows why.',
      fires: {
        series: { 'deal_scout_source_unseen_seconds{marketplace="ebay"}': '0+60x300' },
        at: '240m',
        labels: [{ marketplace: 'ebay' }],
      },
      quiet: {
        series: { 'deal_scout_source_unseen_seconds{marketplace="ebay"}': steady(300, 300) },
        at: '240m',
      },
    },
    {
      ...{ name: 'DealScoutMailboxesUnread', for: '10m', severity: page, runbook: 'mailboxes' },
      expr: 'deal_scout_mailbox_unread_seconds > 600',
      summary: 'A mailbox is due to be read for ten minutes, and no process takes it.',
      fires: { series: { deal_scout_mailbox_unread_seconds: '0+60x60' }, at: '40m', labels: [{}] },
      quiet: { series: { deal_scout_mailbox_unread_seconds: steady(3) }, at: '40m' },
    },
    {
      ...{ name: 'DealScoutMailboxesFail', for: '30m', severity: ticket, runbook: 'mailboxes' },
      // One that fails is its person's to mend, who is told; most of several are ours.
      expr: 'deal_scout_mailboxes{state="failing"} >= 3 and on() deal_scout_mailboxes{state="failing"} > on() deal_scout_mailboxes{state="read"}',
      summary: 'More mailboxes fail than are read: not their people but something here is the matter.',
      fires: {
        series: {
          'deal_scout_mailboxes{state="failing"}': steady(5),
          'deal_scout_mailboxes{state="read"}': steady(2),
        },
        at: '40m',
        labels: [{ state: 'failing' }],
      },
      quiet: {
        series: {
          'deal_scout_mailboxes{state="failing"}': steady(3),
          'deal_scout_mailboxes{state="read"}': steady(40),
        },
        at: '40m',
      },
    },
    {
      ...{ name: 'DealScoutScansOverdue', for: '10m', severity: page, runbook: 'source-outage' },
      expr: 'deal_scout_scan_overdue_seconds > 900',
      summary: 'Scans are due for a quarter of an hour and are not begun.',
      fires: {
        series: { 'deal_scout_scan_overdue_seconds{marketplace="ebay"}': '0+60x60' },
        at: '40m',
        labels: [{ marketplace: 'ebay' }],
      },
      quiet: { series: { 'deal_scout_scan_overdue_seconds{marketplace="ebay"}': steady(30) }, at: '40m' },
    },
    {
      ...{ name: 'DealScoutScansFail', for: '30m', severity: ticket, runbook: 'source-outage' },
      expr: 'sum by (marketplace) (rate(deal_scout_scans_total{outcome!~"ok|empty"}[1h])) / sum by (marketplace) (rate(deal_scout_scans_total[1h])) > 0.5',
      summary: 'More than half of the scans of a marketplace fail.',
      fires: {
        series: {
          'deal_scout_scans_total{marketplace="ebay",outcome="blocked"}': growing(3, 150),
          'deal_scout_scans_total{marketplace="ebay",outcome="ok"}': growing(1, 150),
        },
        at: '120m',
        labels: [{ marketplace: 'ebay' }],
      },
      quiet: {
        series: {
          'deal_scout_scans_total{marketplace="ebay",outcome="blocked"}': growing(1, 150),
          'deal_scout_scans_total{marketplace="ebay",outcome="ok"}': growing(9, 150),
        },
        at: '120m',
      },
    },
    {
      ...{ name: 'DealScoutNothingNew', for: '1h', severity: ticket, runbook: 'source-outage' },
      expr: 'sum(increase(deal_scout_scans_total{outcome="ok"}[6h])) > 0 and sum(increase(deal_scout_listings_total{result="added"}[6h])) == 0',
      summary: 'Scans see pages and no new listing for six hours: a site may have changed.',
      fires: {
        series: {
          'deal_scout_scans_total{marketplace="ebay",outcome="ok"}': growing(1, 500),
          'deal_scout_listings_total{result="added"}': steady(50, 500),
        },
        at: '450m',
      },
      quiet: {
        series: {
          'deal_scout_scans_total{marketplace="ebay",outcome="ok"}': growing(1, 500),
          'deal_scout_listings_total{result="added"}': growing(1, 500),
        },
        at: '450m',
      },
    },
  ],
}

const notifications: Group = {
  name: 'notifications',
  alerts: [
    {
      ...{ name: 'DealScoutDeliveriesWait', for: '10m', severity: page, runbook: 'notification-failures' },
      expr: 'deal_scout_delivery_queue_age_seconds > 900',
      summary: 'A message that nothing holds back waits for a quarter of an hour.',
      fires: {
        series: { 'deal_scout_delivery_queue_age_seconds{channel="email"}': '0+60x60' },
        at: '40m',
        labels: [{ channel: 'email' }],
      },
      quiet: { series: { 'deal_scout_delivery_queue_age_seconds{channel="email"}': steady(20) }, at: '40m' },
    },
    {
      ...{ name: 'DealScoutChannelBlocked', for: '30m', severity: ticket, runbook: 'notification-failures' },
      expr: 'deal_scout_delivery_queues_blocked > 10',
      summary: 'To more than ten people nothing gets through on a channel.',
      fires: {
        series: { 'deal_scout_delivery_queues_blocked{channel="sms"}': steady(20) },
        at: '50m',
        labels: [{ channel: 'sms' }],
      },
      quiet: { series: { 'deal_scout_delivery_queues_blocked{channel="sms"}': steady(2) }, at: '50m' },
    },
    {
      ...{ name: 'DealScoutChannelFails', for: '10m', severity: page, runbook: 'notification-failures' },
      expr: 'sum by (channel) (rate(deal_scout_delivery_attempts_total{outcome!="sent"}[15m])) / sum by (channel) (rate(deal_scout_delivery_attempts_total[15m])) > 0.5',
      summary: 'More than half of the attempts of a channel do not arrive.',
      fires: {
        series: {
          'deal_scout_delivery_attempts_total{channel="email",outcome="retry"}': growing(9),
          'deal_scout_delivery_attempts_total{channel="email",outcome="sent"}': growing(1),
        },
        at: '40m',
        labels: [{ channel: 'email' }],
      },
      quiet: {
        series: {
          'deal_scout_delivery_attempts_total{channel="email",outcome="retry"}': growing(1),
          'deal_scout_delivery_attempts_total{channel="email",outcome="sent"}': growing(9),
        },
        at: '40m',
      },
    },
  ],
}

/** Everything that Deal Scout tells its operators by itself. */
export const groups: readonly Group[] = [
  ...[program, objectives, requests, work, sources, notifications],
  ...machineAlerts,
]
