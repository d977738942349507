/** What needs a hand. */
export const needSentences = {
  /** `why` is of the source, in English; null = not known. */
  'need-blind': (p: { count: number; name: string; why: string | null }) =>
    `${p.count === 1 ? `${p.name} shows nothing` : `${p.count} sources show nothing, ${p.name} among them`}: ${p.why ?? 'why is not known.'}`,
  'need-jobs': (p: { count: number }) =>
    `${p.count === 1 ? 'One background job was' : `${p.count} background jobs were`} given up: see /admin/jobs.`,
  'need-deliveries': (p: { count: number }) =>
    `${p.count === 1 ? 'One message' : `${p.count} messages`} of this week did not arrive: look at the channel, and send again.`,
  'need-source': () => 'No marketplace is connected: connect a source.',
  'need-rule': () => 'You have no rule: say what you look for.',
  'need-channel': () => 'You are notified in the inbox only: fill in a channel that reaches you.',
  'need-home': () => 'Where you live is not known: without it there are no distances.',
}
