import { expect, it } from 'vitest'
import { securityEvents } from '../core/security-events.ts'
import { createMetrics } from './metrics.ts'

it('counts requests by route and kind of answer, and times them by area; a stream is counted and not timed', async () => {
  const { registry, answered } = createMetrics()
  answered({ method: 'GET', route: '/api/deals/facets', status: 200, seconds: 0.02 })
  answered({ method: 'GET', route: '/api/deals/facets', status: 503, seconds: 2 })
  answered({ method: 'GET', route: '/api/stream', status: 200, seconds: 3600 })
  answered({ method: 'GET', route: null, status: 404, seconds: 0.001 })
  answered({ method: 'GET', route: '/feeds/:token.rss', status: 200, seconds: 0.001 })
  answered({ method: 'GET', route: '/*', status: 200, seconds: 0.001 })
  const text = await registry.metrics()
  for (const line of [
    'deal_scout_http_requests_total{method="GET",route="/api/deals/facets",status="2xx"} 1',
    'deal_scout_http_requests_total{method="GET",route="/api/deals/facets",status="5xx"} 1',
    'deal_scout_http_requests_total{method="GET",route="/api/stream",status="2xx"} 1',
    'deal_scout_http_requests_total{method="GET",route="(none)",status="4xx"} 1',
    'deal_scout_http_request_seconds_bucket{le="0.1",area="deals"} 1',
    'deal_scout_http_request_seconds_count{area="deals"} 2',
    'deal_scout_http_request_seconds_count{area="feeds"} 1',
    'deal_scout_http_request_seconds_count{area="app"} 1',
  ])
    expect(text).toContain(line)
  expect(text).not.toContain('area="stream"')
})

it('has at most so many sources of statements, whatever is asked', async () => {
  const { registry, queried } = createMetrics()
  for (let n = 0; n < 1_000; n++) queried(`slice/store read${n}`, 0.001)
  const lines = (await registry.metrics())
    .split('\n')
    .filter((line) => line.startsWith('deal_scout_db_queries'))
  expect(lines).toHaveLength(251)
  expect(lines).toContain('deal_scout_db_queries_total{query="other"} 750')
})

it('has every kind of security event from the start, so that a first flood is seen as growth', async () => {
  const { registry, securityEvents: counter } = createMetrics()
  const lines = async () =>
    (await registry.metrics())
      .split('\n')
      .filter((line) => line.startsWith('deal_scout_security_events_total{'))
  expect(await lines()).toEqual(
    Object.keys(securityEvents).map((kind) => `deal_scout_security_events_total{kind="${kind}"} 0`),
  )
  counter.inc({ kind: 'address-refused' }, 60)
  expect(await lines()).toContain('deal_scout_security_events_total{kind="address-refused"} 60')
})
