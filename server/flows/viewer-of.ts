import type { PipelineDeps } from './page.ts'
import type { Viewer } from './score-subject.ts'

/** A person who looks without a rule: from home, as the way there costs; what is known of selling was caught up with. */
export function viewerOf(deps: Pick<PipelineDeps, 'selling' | 'home'>, userId: number): Viewer {
  return { place: deps.home, keywordShare: null, travel: deps.selling.of(userId).settings.travel }
}
