import type { Feature } from '../core/feature.ts'
import { type DemoDeps, runDemo } from './run-demo.ts'

/** The pretend market, which makes sources and rules, and takes everything of both away again. */
export function demoFeature(deps: DemoDeps) {
  return { name: 'demo', supervisors: [runDemo(deps)] } satisfies Feature
}
