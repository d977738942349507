import { database } from './database.ts'
import type { DashboardSpec, PanelSpec } from './panel.ts'
import { service } from './service.ts'
import { sources } from './sources.ts'

export const dashboards: readonly DashboardSpec[] = [service, sources, database]

/** Grafana's grid is so wide. */
const gridWidth = 24
const sizes = { now: { h: 4, w: 4 }, lines: { h: 8, w: 8 } } as const

const prometheus = { type: 'prometheus', uid: '$datasource' }

interface GridPos {
  x: number
  y: number
  w: number
  h: number
}

/** What Grafana takes (the classic model, schema 42): deploy/grafana/dashboards/<id>.json. */
export function dashboardJson(spec: DashboardSpec): string {
  const dashboard = {
    uid: `deal-scout-${spec.id}`,
    title: spec.title,
    description: `${spec.about} Written by "npm run generate" from deploy/grafana.`,
    tags: ['deal-scout'],
    schemaVersion: 42,
    editable: false,
    timezone: 'browser',
    time: { from: 'now-6h', to: 'now' },
    refresh: '1m',
    templating: { list: variablesOf(spec) },
    panels: placed(spec),
  }
  return `${JSON.stringify(dashboard, null, 1)}\n`
}

/** Rows of panels from the left to the right; ids are counted through. */
function placed(spec: DashboardSpec): object[] {
  const panels: object[] = []
  let y = 0
  for (const row of spec.rows) {
    panels.push({
      ...{ id: panels.length + 1, type: 'row', title: row.title, collapsed: false, panels: [] },
      gridPos: { x: 0, y, w: gridWidth, h: 1 },
    })
    y += 1
    let x = 0
    let height = 0
    for (const panel of row.panels) {
      const { w, h } = sizes[panel.as]
      if (x + w > gridWidth) {
        y += height
        x = 0
        height = 0
      }
      panels.push(panelOf(panel, panels.length + 1, { x, y, w, h }))
      x += w
      height = Math.max(height, h)
    }
    y += height
  }
  return panels
}

function panelOf(spec: PanelSpec, id: number, gridPos: GridPos) {
  const isNow = spec.as === 'now'
  return {
    ...{ id, type: isNow ? 'stat' : 'timeseries', title: spec.title, description: spec.about },
    ...{ datasource: prometheus, gridPos },
    targets: spec.queries.map(({ expr, legend }, at) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + at),
      ...{ datasource: prometheus, expr, legendFormat: legend === '' ? spec.title : legend },
      ...{ range: !isNow, instant: isNow },
    })),
    fieldConfig: {
      defaults: { unit: spec.unit, ...(isNow ? thresholdsOf(spec) : { min: 0 }) },
      overrides: [],
    },
    options: isNow
      ? { colorMode: 'value', graphMode: 'none', reduceOptions: { calcs: ['lastNotNull'] } }
      : {
          legend: { showLegend: true, displayMode: 'list', placement: 'bottom' },
          tooltip: { mode: 'multi', sort: 'desc' },
        },
  }
}

function thresholdsOf({ badFrom, badBelow }: PanelSpec) {
  const steps =
    badFrom !== undefined
      ? [
          { value: null, color: 'green' },
          { value: badFrom, color: 'red' },
        ]
      : badBelow !== undefined
        ? [
            { value: null, color: 'red' },
            { value: badBelow, color: 'green' },
          ]
        : [{ value: null, color: 'text' }]
  return { color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps } }
}

/** What is chosen above a dashboard; processes and databases where a query of it asks for them. */
function variablesOf(spec: DashboardSpec): object[] {
  const text = JSON.stringify(spec)
  return [
    { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' },
    ...(text.includes('$instance')
      ? [choice('instance', 'Process', 'label_values(up{job="deal-scout"}, instance)')]
      : []),
    ...(text.includes('$database')
      ? [
          choice(
            'database',
            'Database',
            'label_values(pg_stat_database_numbackends{datname!~"template.*|postgres"}, datname)',
          ),
        ]
      : []),
  ]
}

/** `refresh: 2` = asked anew whenever the time that is looked at changes. */
const choice = (name: string, label: string, query: string) => ({
  ...{ name, label, type: 'query', datasource: prometheus, query, refresh: 2 },
  ...{ multi: true, includeAll: true, allValue: '.+', current: { text: 'All', value: '$__all' } },
})
