/** `waiting` = nothing was sent yet; `under-way` = it may have been; `done` = settled. */
export const aiCallStates = ['waiting', 'under-way', 'done'] as const
export type AiCallState = (typeof aiCallStates)[number]

/** What became of a call. `answered` and `repaired` have an answer, all others none. */
export const aiOutcomes = [
  'answered',
  'repaired',
  'unreadable',
  'cut-off',
  'declined',
  'too-large',
  'busy',
  'key-refused',
  'refused',
  'timed-out',
  'away',
  'not-allowed',
  'not-sent',
  'lost',
] as const
export type AiOutcome = (typeof aiOutcomes)[number]

/** Why there is no answer, and what to do; of those that have one, nothing. */
export const outcomeSentences: Readonly<Record<AiOutcome, string | null>> = {
  answered: null,
  repaired: null,
  unreadable:
    'The model answered with something that cannot be read as a description. Ask again, or say yourself what it is; the operator may choose a model that keeps to a form.',
  'cut-off': 'The answer broke off before it could be read. Ask again, or say yourself what it is.',
  declined: 'The model declined to describe these photos. Say yourself what it is, or choose other photos.',
  'too-large': 'What came back was far too long for a description, and was not read. Ask again.',
  busy: 'The provider has no room just now. Ask again later.',
  'key-refused': 'The provider does not accept the key. The operator has to set AI_KEY anew.',
  refused:
    'The provider refused the question. The operator should look whether AI_MODEL is there and can look at pictures.',
  'timed-out': 'No answer came in time. What it may have cost counts. Ask again.',
  away: 'The provider did not answer as it should. Ask again later.',
  'not-allowed':
    'The provider’s address may not be called: the operator sees why in the log (AI_ALLOW_PRIVATE_NETWORK, DEAL_SCOUT_OUTBOUND_HOSTS).',
  'not-sent':
    'Nothing was sent: nobody worked on it in time, or the photos were changed meanwhile. Ask again.',
  lost: 'The program ended while it was asked, so that the answer is lost. What it may have cost counts. Ask again.',
}
