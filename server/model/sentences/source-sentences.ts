import { utc } from './message-sentences.ts'
import { needSentences } from './need-sentences.ts'

/** How the last scan of a source went wrong; null = its scans do not run. */
export interface OutageParams {
  outcome: string | null
  /** What the site answered, in English; null = not known. */
  answered: string | null
}

/** How a source is, and what to do where nothing of it is seen. */
export const sourceSentences = {
  'source-why': ({ outcome, answered }: OutageParams) =>
    outcome === null ? 'Its scans do not run.' : ended(answered ?? outcome),
  'source-remedy': ({ outcome }: Pick<OutageParams, 'outcome'>) =>
    remedies[outcome ?? 'none'] ?? remedies.none!,
  'source-unseen': (p: OutageParams & { since: string }) =>
    `Nothing seen since ${utc(p.since)}: ${
      p.outcome === null
        ? `${sourceSentences['source-why'](p)} ${sourceSentences['source-remedy'](p)}`
        : (p.answered ?? p.outcome)
    }`,
  'message-not-seen': (p: OutageParams & { since: string }) =>
    `Nothing was seen there since ${utc(p.since)}. ${sourceSentences['source-why'](p)}`,
  'message-remedy': (p: Pick<OutageParams, 'outcome'> & { until: string | null }) =>
    `${sourceSentences['source-remedy'](p)}${p.until === null ? '' : ` It is tried again at ${utc(p.until)}.`}`,
  'need-unseen': (p: OutageParams & { count: number; name: string; since: string }) =>
    needSentences['need-blind']({ ...p, why: sourceSentences['source-unseen'](p) }),
  'source-set-back': () => 'The clock was set back: when it was last seen is not known until its next scan.',
  'source-new': (p: { isBrowsed: boolean }) =>
    p.isBrowsed ? 'Not scanned yet.' : 'Not scanned yet: it is searched for what your rules want.',
  'source-no-marketplace': (p: { marketplace: string }) =>
    `This version has no marketplace "${p.marketplace}".`,
  'source-paused': () => 'Switched off.',
  'source-terms': (p: { option: string }) =>
    `Its terms are not accepted: see /sources, or set ${p.option}=true.`,
}

const patience = 'Scans pause and try again by themselves; if it lasts, scan this site more rarely.'
const remedies: Readonly<Record<string, string>> = {
  none: 'Check that Deal Scout runs with the role worker and has no trouble: /admin/doctor.',
  blocked: patience,
  captcha: patience,
  'rate-limited':
    'Scans go on by themselves when the site allows it; fewer rules or a longer interval ask less.',
  'auth-expired': 'Enter valid keys for the source: open it under /sources.',
  'parse-drift': 'The site has changed: see whether there is a newer version of Deal Scout.',
  unreachable: 'Check that this machine is online and that the site answers in a browser.',
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
