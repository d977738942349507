/** A table with rows that are a person's, and what of it they are given. */
export interface OwnTable {
  table: string
  /** Whether a row `t` is theirs: a condition on the id of the person, $1. */
  isTheirs: string
  /** How its rows come in order, and where to go on: a unique number within the person; null of few rows. */
  orderedBy: 'id' | 'listing_id' | null
  /** What of a row is left out of an export. */
  without?: { columns: readonly string[]; because: string }
  /** Shown by its slice, which masks what is secret, instead of by its rows. */
  shownBy?: 'sources' | 'channels' | 'audit'
  /** It stays when the account is deleted, without where they were. */
  staysBecause?: string
}

/** A table of which nothing is exported, though it names people. */
export interface UnexportedTable extends Pick<OwnTable, 'table' | 'isTheirs'> {
  because: string
}

const byUser = 't.user_id = $1'
const few = null

/**
 * All that is a person's, in the order in which an export has it; backwards is the order in which it can be deleted. A
 * test holds that every table that names people is here or below.
 */
export const ownTables: readonly OwnTable[] = [
  { table: 'users', isTheirs: 't.id = $1', orderedBy: few },
  {
    ...{ table: 'sessions', isTheirs: byUser, orderedBy: 'id' },
    without: { columns: ['token'], because: 'who has it is signed in' },
  },
  {
    ...{ table: 'second_factors', isTheirs: byUser, orderedBy: few },
    without: {
      columns: ['secret', 'recovery_codes'],
      because: 'who has them has what is asked for after the password',
    },
  },
  { table: 'passkeys', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'api_keys', isTheirs: 't.reference_id = $1::bigint::text', orderedBy: 'id' },
    without: { columns: ['key'], because: 'a hash of what opens the account' },
  },
  {
    ...{ table: 'personal_feeds', isTheirs: byUser, orderedBy: few },
    without: { columns: ['token_hash'], because: 'a hash of what opens the feed' },
  },
  { table: 'profiles', isTheirs: byUser, orderedBy: few },
  { table: 'notify_preferences', isTheirs: byUser, orderedBy: few },
  { table: 'selling_settings', isTheirs: byUser, orderedBy: few },
  { table: 'message_templates', isTheirs: byUser, orderedBy: 'id' },
  { table: 'views', isTheirs: byUser, orderedBy: 'id' },
  { table: 'channel_settings', isTheirs: byUser, orderedBy: few, shownBy: 'channels' },
  { table: 'accepted_terms', isTheirs: byUser, orderedBy: few },
  { table: 'sources', isTheirs: byUser, orderedBy: 'id', shownBy: 'sources' },
  {
    ...{ table: 'marketplace_accounts', isTheirs: byUser, orderedBy: few },
    without: {
      columns: ['tokens', 'lease_token', 'leased_until'],
      because: 'who has the tokens acts for them at the marketplace',
    },
  },
  {
    ...{ table: 'mailboxes', isTheirs: byUser, orderedBy: 'id' },
    without: {
      columns: ['access', 'lease_token', 'leased_until'],
      because: 'who has the password reads their mail',
    },
  },
  { table: 'mailbox_senders', isTheirs: byUser, orderedBy: few },
  { table: 'mailbox_mails', isTheirs: byUser, orderedBy: 'id' },
  { table: 'blind_notices', isTheirs: byUser, orderedBy: few },
  { table: 'rules', isTheirs: byUser, orderedBy: 'id' },
  { table: 'watches', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'listings', isTheirs: 't.owner_id = $1', orderedBy: 'id' },
    without: {
      columns: ['search', 'changed_xid', 'text_hash', 'comp_group', 'comp_market'],
      because: 'worked out of the rest, for finding it',
    },
  },
  {
    ...{ table: 'price_changes', orderedBy: 'id' },
    isTheirs: 't.listing_id IN (SELECT id FROM listings WHERE owner_id = $1)',
  },
  { table: 'items', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'item_photos', isTheirs: byUser, orderedBy: 'id' },
    without: { columns: ['hash', 'look'], because: 'worked out of the photo, for finding it' },
  },
  { table: 'item_facts', isTheirs: byUser, orderedBy: few },
  { table: 'ai_agreements', isTheirs: byUser, orderedBy: few },
  { table: 'ai_answers', isTheirs: byUser, orderedBy: few },
  { table: 'ai_calls', isTheirs: byUser, orderedBy: 'id' },
  { table: 'posts', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'api_posts', isTheirs: byUser, orderedBy: 'id' },
    without: {
      columns: ['confirmation_hash', 'lease_token', 'leased_until'],
      because: 'a hash of what lets an ad be published, and which process works on it',
    },
  },
  { table: 'post_calls', isTheirs: byUser, orderedBy: 'id' },
  { table: 'api_photos', isTheirs: byUser, orderedBy: few },
  { table: 'api_choices', isTheirs: byUser, orderedBy: few },
  { table: 'ad_texts', isTheirs: byUser, orderedBy: few },
  { table: 'writing_styles', isTheirs: byUser, orderedBy: few },
  { table: 'sales', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'order_lines', isTheirs: byUser, orderedBy: 'id' },
    without: {
      columns: ['buyer', 'ship_to'],
      because: 'they are of the buyer, and kept only until the parcel is there',
    },
  },
  { table: 'market_bookings', isTheirs: byUser, orderedBy: 'id' },
  { table: 'order_polls', isTheirs: byUser, orderedBy: few },
  { table: 'shipments', isTheirs: byUser, orderedBy: few },
  { table: 'sell_findings', isTheirs: byUser, orderedBy: 'id' },
  { table: 'book_settings', isTheirs: byUser, orderedBy: few },
  { table: 'money_rows', isTheirs: byUser, orderedBy: 'id' },
  { table: 'listing_marks', isTheirs: byUser, orderedBy: 'listing_id' },
  { table: 'listing_looks', isTheirs: byUser, orderedBy: few },
  { table: 'cluster_decisions', isTheirs: byUser, orderedBy: few },
  { table: 'matches', isTheirs: byUser, orderedBy: 'id' },
  { table: 'undecided', isTheirs: byUser, orderedBy: few },
  { table: 'match_backlog', isTheirs: byUser, orderedBy: 'listing_id' },
  { table: 'notifications', isTheirs: byUser, orderedBy: 'id' },
  {
    ...{ table: 'deliveries', isTheirs: byUser, orderedBy: 'id' },
    without: { columns: ['lease_token'], because: 'it says which process is about to send it' },
  },
  { table: 'delivery_attempts', isTheirs: byUser, orderedBy: 'id' },
  { table: 'channel_queues', isTheirs: byUser, orderedBy: few },
  {
    ...{ table: 'audit_events', orderedBy: 'id', shownBy: 'audit' },
    isTheirs: '(t.actor_id = $1 OR t.person_id = $1)',
    staysBecause: 'what was done here has to be found out afterwards too; a number is all that names them',
  },
]

export const unexportedTables: readonly UnexportedTable[] = [
  {
    table: 'credentials',
    isTheirs: byUser,
    because: 'hashes of passwords, which are good for guessing only',
  },
  {
    table: 'kept_answers',
    isTheirs: byUser,
    because: 'sealed copies, for a day, of answers that they were given',
  },
  {
    table: 'mark_undos',
    isTheirs: byUser,
    because: 'for a day, what marks of listings were before a change of theirs',
  },
  {
    table: 'item_photo_parts',
    isTheirs: 't.photo_id IN (SELECT id FROM item_photos WHERE user_id = $1)',
    because: 'photos are files: each is had whole by its address, and those of a thing as a ZIP',
  },
  {
    table: 'live_events',
    isTheirs: byUser,
    because: 'for a day, that something of theirs changed: what it is now is exported',
  },
  {
    table: 'account_consents',
    isTheirs: byUser,
    because: 'that a browser was sent to a marketplace to agree, for an hour',
  },
  {
    table: 'account_links',
    isTheirs: 't.email = (SELECT email FROM users WHERE id = $1)',
    because:
      'an invitation, for a week, is of whom it was made for, whose e-mail is exported with the account',
  },
  {
    table: 'verifications',
    isTheirs: `t.value = $1::bigint::text
      OR strpos(t.identifier || ' ' || t.value, (SELECT email FROM users WHERE id = $1)) > 0`,
    because: 'tokens of links that were sent, for hours',
  },
]
