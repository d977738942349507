import { type DashboardSpec, one, quantiles } from './panel.ts'

const job = 'job="deal-scout"'
const here = `${job},instance=~"$instance"`

/** How the program does: what people notice, what it works on, and its processes. */
export const service: DashboardSpec = {
  id: 'service',
  title: 'Deal Scout: service',
  about: 'What people notice, what is worked on, and how the processes do.',
  rows: [
    {
      title: 'What people notice',
      panels: [
        {
          ...{ title: 'Answered without an error', as: 'now', unit: 'percentunit', badBelow: 0.999 },
          about: 'Of an hour. Of the objective, 99.9 %, more is lost than may be where it is red.',
          queries: one(
            '1 - (sum(rate(deal_scout_http_requests_total{status="5xx"}[1h])) or vector(0)) / sum(rate(deal_scout_http_requests_total[1h]))',
          ),
        },
        {
          ...{ title: 'Time to alert', as: 'now', unit: 's', badFrom: 60 },
          about: 'From seeing a listing to its delivery, nineteen of twenty, of an hour.',
          queries: one(
            'histogram_quantile(0.95, sum by (le) (rate(deal_scout_seen_to_delivered_seconds_bucket[1h])))',
          ),
        },
        {
          ...{ title: 'Processes', as: 'now', unit: 'none', badBelow: 1 },
          about: 'That answer Prometheus.',
          queries: one(`sum(up{${job}})`),
        },
        {
          ...{ title: 'Silent scheduler', as: 'now', unit: 's', badFrom: 120 },
          about: 'Since it last looked what is due; a minute is usual.',
          queries: one('max(deal_scout_scheduler_silent_seconds)'),
        },
        {
          ...{ title: 'Work given up', as: 'now', unit: 'none', badFrom: 1 },
          about: 'Jobs that failed for good: deal-scout jobs.',
          queries: one('sum(deal_scout_jobs{state="failed"}) or vector(0)'),
        },
        {
          ...{ title: 'Newest backup', as: 'now', unit: 's', badFrom: 172_800 },
          about: 'Its age, where the program makes them. In Kubernetes a CronJob does, which alerts look at.',
          queries: one('min(deal_scout_backup_age_seconds)'),
        },
      ],
    },
    {
      title: 'Requests',
      panels: [
        {
          ...{ title: 'Requests', as: 'lines', unit: 'reqps' },
          about: 'By kind of answer.',
          queries: one(
            'sum by (status) (rate(deal_scout_http_requests_total[$__rate_interval]))',
            '{{status}}',
          ),
        },
        {
          ...{ title: 'Errors of ours', as: 'lines', unit: 'reqps' },
          about: 'Answers of 500 and more, by route.',
          queries: one(
            'sum by (route) (rate(deal_scout_http_requests_total{status="5xx"}[$__rate_interval])) or vector(0)',
            '{{route}}',
          ),
        },
        {
          ...{ title: 'How long answers take', as: 'lines', unit: 's' },
          about: 'Streams left out. Above a second for one in twenty somebody is woken.',
          queries: quantiles('deal_scout_http_request_seconds'),
        },
        {
          ...{ title: 'By area, nineteen of twenty', as: 'lines', unit: 's' },
          about: 'Which part of the API is slow.',
          queries: one(
            'histogram_quantile(0.95, sum by (le, area) (rate(deal_scout_http_request_seconds_bucket[$__rate_interval])))',
            '{{area}}',
          ),
        },
        {
          ...{ title: 'Routes that take most time', as: 'lines', unit: 'percentunit' },
          about: 'Seconds of answers in a second: 1 is one request under way all the time.',
          queries: one(
            'topk(10, sum by (route) (rate(deal_scout_http_route_seconds_total[$__rate_interval])))',
            '{{route}}',
          ),
        },
        {
          ...{ title: 'Refused', as: 'lines', unit: 'cps' },
          about: 'Sign-ins, keys, limits and addresses that were refused, by kind.',
          queries: one(
            'sum by (kind) (rate(deal_scout_security_events_total[$__rate_interval])) or vector(0)',
            '{{kind}}',
          ),
        },
        {
          ...{ title: 'Looking at the moment', as: 'lines', unit: 'none' },
          about: 'Open streams of events, of all processes.',
          queries: one('sum(deal_scout_live_streams)', 'streams'),
        },
      ],
    },
    {
      title: 'Background work',
      panels: [
        {
          ...{ title: 'Waiting', as: 'lines', unit: 'none' },
          about: 'Jobs by kind. Growing for a quarter of an hour wakes somebody.',
          queries: one('topk(10, max by (job) (deal_scout_jobs{state="waiting"}))', '{{job}}'),
        },
        {
          ...{ title: 'How long jobs wait', as: 'lines', unit: 's' },
          about: 'Beyond their time. In Kubernetes workers are added by this.',
          queries: quantiles('deal_scout_job_wait_seconds'),
        },
        {
          ...{ title: 'Tries', as: 'lines', unit: 'ops' },
          about: 'By how they ended.',
          queries: one(
            'sum by (outcome) (rate(deal_scout_job_tries_total[$__rate_interval]))',
            '{{outcome}}',
          ),
        },
        {
          ...{ title: 'Work that takes most time', as: 'lines', unit: 'percentunit' },
          about: 'Seconds of a kind of job in a second.',
          queries: one(
            'topk(10, sum by (job) (rate(deal_scout_job_seconds_total[$__rate_interval])))',
            '{{job}}',
          ),
        },
        {
          ...{ title: 'Valuing a page', as: 'lines', unit: 's' },
          about: 'From the read of what it is compared with to the last value.',
          queries: quantiles('deal_scout_value_page_seconds'),
        },
        {
          ...{ title: 'Matching a page', as: 'lines', unit: 's' },
          about: 'With all rules that the process has.',
          queries: quantiles('deal_scout_match_page_seconds'),
        },
      ],
    },
    {
      title: 'Processes',
      panels: [
        {
          ...{ title: 'Processor time', as: 'lines', unit: 'percentunit' },
          about: 'Cores that a process keeps busy. Node answers noticeably later from 0.6 on.',
          queries: one(`rate(process_cpu_seconds_total{${here}}[$__rate_interval])`, '{{instance}}'),
        },
        {
          ...{ title: 'Memory', as: 'lines', unit: 'bytes' },
          about: 'Resident; those that read what sites send are processes of their own.',
          queries: one(`process_resident_memory_bytes{${here}}`, '{{instance}}'),
        },
        {
          ...{ title: 'Heap', as: 'lines', unit: 'bytes' },
          about: 'In use by JavaScript.',
          queries: one(`nodejs_heap_size_used_bytes{${here}}`, '{{instance}}'),
        },
        {
          ...{ title: 'Lag of the event loop', as: 'lines', unit: 's' },
          about: '99 of 100. From half a second on people notice.',
          queries: one(`nodejs_eventloop_lag_p99_seconds{${here}}`, '{{instance}}'),
        },
        {
          ...{ title: 'Clearing memory', as: 'lines', unit: 'percentunit' },
          about: 'Part of the time that goes into it.',
          queries: one(
            `sum by (instance) (rate(nodejs_gc_duration_seconds_sum{${here}}[$__rate_interval]))`,
            '{{instance}}',
          ),
        },
        {
          ...{ title: 'Held in memory', as: 'lines', unit: 'none' },
          about: 'Rules and comparables of each process.',
          queries: [
            { expr: `deal_scout_rules_held{${here}}`, legend: 'rules {{instance}}' },
            { expr: `sum by (instance) (deal_scout_comps{${here}})`, legend: 'comparables {{instance}}' },
          ],
        },
        {
          ...{ title: 'Free on the data folder’s disk', as: 'lines', unit: 'bytes' },
          about: 'The embedded database, and photos that are shown.',
          queries: one(`deal_scout_disk_free_bytes{${here}}`, '{{instance}}'),
        },
        {
          ...{ title: 'Set aside', as: 'lines', unit: 'none' },
          about: 'Of an hour: what strangers sent that took down the process that reads it.',
          queries: one(
            'sum by (reader, why) (increase(deal_scout_set_aside_total[1h])) or vector(0)',
            '{{reader}} {{why}}',
          ),
        },
        {
          ...{ title: 'Starts', as: 'lines', unit: 'none' },
          about: 'Of an hour. More than a few: it ends again and again.',
          queries: one(`changes(process_start_time_seconds{${here}}[1h])`, '{{instance}}'),
        },
        {
          ...{ title: 'Releases', as: 'lines', unit: 'none' },
          about: 'Processes of each. Two for longer than an update takes are one too many.',
          queries: one('count by (version) (deal_scout_build_info)', '{{version}}'),
        },
      ],
    },
  ],
}
