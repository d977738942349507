import { type DashboardSpec, one, quantiles } from './panel.ts'

/** What comes in from marketplaces, and what goes out to people. */
export const sources: DashboardSpec = {
  id: 'sources-and-deliveries',
  title: 'Deal Scout: sources and deliveries',
  about: 'What comes in from marketplaces, what of it matched, and what reached people.',
  rows: [
    {
      title: 'In short',
      panels: [
        {
          ...{ title: 'Blind for', as: 'now', unit: 's', badFrom: 3600 },
          about: 'The source whose scans have failed for longest.',
          queries: one('max(deal_scout_source_outage_seconds) or vector(0)'),
        },
        {
          ...{ title: 'Not seen for', as: 'now', unit: 's', badFrom: 3600 },
          about: 'The source that was seen longest ago, whether its scans fail or do not run.',
          queries: one('max(deal_scout_source_unseen_seconds) or vector(0)'),
        },
        {
          ...{ title: 'Oldest delivery', as: 'now', unit: 's', badFrom: 300 },
          about: 'How long what is not held back waits.',
          queries: one('max(deal_scout_delivery_queue_age_seconds) or vector(0)'),
        },
        {
          ...{ title: 'Delivered at the first try', as: 'now', unit: 'percentunit', badBelow: 0.95 },
          about: 'Of an hour: attempts after which the message was sent.',
          queries: one(
            'sum(rate(deal_scout_delivery_attempts_total{outcome="sent"}[1h])) / sum(rate(deal_scout_delivery_attempts_total[1h]))',
          ),
        },
      ],
    },
    {
      title: 'Marketplaces',
      panels: [
        {
          ...{ title: 'Scans', as: 'lines', unit: 'ops' },
          about: 'By outcome.',
          queries: one(
            'sum by (marketplace, outcome) (rate(deal_scout_scans_total[$__rate_interval]))',
            '{{marketplace}} {{outcome}}',
          ),
        },
        {
          ...{ title: 'Scans that showed nothing', as: 'lines', unit: 'percentunit' },
          about: 'Neither listings nor a proof that there are none, of an hour.',
          queries: one(
            '1 - sum by (marketplace) (rate(deal_scout_scans_total{outcome=~"ok|empty"}[1h])) / sum by (marketplace) (rate(deal_scout_scans_total[1h]))',
            '{{marketplace}}',
          ),
        },
        {
          ...{ title: 'How long scans take, nineteen of twenty', as: 'lines', unit: 's' },
          about: 'With the pauses that a site asks for.',
          queries: one(
            'histogram_quantile(0.95, sum by (le, marketplace) (rate(deal_scout_scan_seconds_bucket[$__rate_interval])))',
            '{{marketplace}}',
          ),
        },
        {
          ...{ title: 'Outages', as: 'lines', unit: 's' },
          about: 'Since when scans fail, by marketplace.',
          queries: one(
            'max by (marketplace) (deal_scout_source_outage_seconds) or vector(0)',
            '{{marketplace}}',
          ),
        },
        {
          ...{ title: 'Not seen', as: 'lines', unit: 's' },
          about: 'Since when, by marketplace.',
          queries: one(
            'max by (marketplace) (deal_scout_source_unseen_seconds) or vector(0)',
            '{{marketplace}}',
          ),
        },
        {
          ...{ title: 'Overdue scans', as: 'lines', unit: 's' },
          about: 'The one that is due longest. A marketplace is asked by one process at a time.',
          queries: one(
            'max by (marketplace) (deal_scout_scan_overdue_seconds) or vector(0)',
            '{{marketplace}}',
          ),
        },
      ],
    },
    {
      title: 'From listing to message',
      panels: [
        {
          ...{ title: 'Listings', as: 'lines', unit: 'ops' },
          about: 'By what became of them.',
          queries: one('sum by (result) (rate(deal_scout_listings_total[$__rate_interval]))', '{{result}}'),
        },
        {
          ...{ title: 'Matches and notifications', as: 'lines', unit: 'ops' },
          about: 'Several matches may be one notification.',
          queries: [
            { expr: 'sum(rate(deal_scout_matches_total[$__rate_interval]))', legend: 'matches' },
            { expr: 'sum(rate(deal_scout_notifications_total[$__rate_interval]))', legend: 'notifications' },
          ],
        },
        {
          ...{ title: 'Time to alert', as: 'lines', unit: 's' },
          about: 'From seeing a listing or price to its delivery.',
          queries: quantiles('deal_scout_seen_to_delivered_seconds'),
        },
      ],
    },
    {
      title: 'Deliveries',
      panels: [
        {
          ...{ title: 'Attempts', as: 'lines', unit: 'ops' },
          about: 'By channel and outcome.',
          queries: one(
            'sum by (channel, outcome) (rate(deal_scout_delivery_attempts_total[$__rate_interval]))',
            '{{channel}} {{outcome}}',
          ),
        },
        {
          ...{ title: 'Attempts that failed', as: 'lines', unit: 'percentunit' },
          about: 'Of an hour, by channel.',
          queries: one(
            '1 - sum by (channel) (rate(deal_scout_delivery_attempts_total{outcome="sent"}[1h])) / sum by (channel) (rate(deal_scout_delivery_attempts_total[1h]))',
            '{{channel}}',
          ),
        },
        {
          ...{ title: 'How long deliveries take, nineteen of twenty', as: 'lines', unit: 's' },
          about: 'From the notification on.',
          queries: one(
            'histogram_quantile(0.95, sum by (le, channel) (rate(deal_scout_delivery_seconds_bucket[$__rate_interval])))',
            '{{channel}}',
          ),
        },
        {
          ...{ title: 'Waiting', as: 'lines', unit: 'none' },
          about: 'By channel and state: quiet hours and digests hold back, too.',
          queries: one(
            'max by (channel, state) (deal_scout_deliveries) or vector(0)',
            '{{channel}} {{state}}',
          ),
        },
        {
          ...{ title: 'Oldest that is not held back', as: 'lines', unit: 's' },
          about: 'By channel. In Kubernetes workers are added by this.',
          queries: one(
            'max by (channel) (deal_scout_delivery_queue_age_seconds) or vector(0)',
            '{{channel}}',
          ),
        },
        {
          ...{ title: 'People whom nothing reaches', as: 'lines', unit: 'none' },
          about: 'On a channel, now.',
          queries: one('max by (channel) (deal_scout_delivery_queues_blocked) or vector(0)', '{{channel}}'),
        },
      ],
    },
  ],
}
