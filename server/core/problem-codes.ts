/** What a code of a problem stands for, wherever it comes up. */
export interface ProblemKind {
  /** HTTP status that it always comes with. */
  status: number
  /** RFC 9457 `title`: the same for each problem of the kind. */
  title: string
  /** What a client does about it. */
  remedy: string
}

/**
 * Every code that the API answers with. Clients depend on them: one that was released is never renamed, and no code
 * gets another status. `npm run generate` writes docs/api-errors.md from this table, and the OpenAPI document lists it.
 */
export const problemCodes = {
  'bad-cursor': {
    status: 400,
    title: 'Not a cursor of this list',
    remedy:
      'Pass `next` or `previous` of an answer of the very same list unchanged, or leave `cursor` out to begin anew.',
  },
  'bad-host': { status: 400, title: 'No Host header, or several', remedy: 'Send exactly one `Host` header.' },
  'bad-idempotency-key': {
    status: 400,
    title: 'Not an idempotency key',
    remedy:
      'Send 1 to 255 visible ASCII characters, such as a new UUID for each thing that is to be done; with an upload none.',
  },
  'bad-request': {
    status: 400,
    title: 'Not readable as a request',
    remedy: 'Mend the request; the sentence says what of it cannot be read.',
  },
  'confirm-link-invalid': {
    status: 400,
    title: 'Link is damaged',
    remedy: 'Open the link from the message itself, or ask for a new one.',
  },
  'malformed-json': {
    status: 400,
    title: 'Body is no JSON',
    remedy: 'Send a body that is JSON as a whole, in UTF-8; `{}` where there is nothing to say.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'Parameter that the route does not know',
    remedy: 'Leave out what `fields` names, or spell it as the sentence proposes.',
  },
  'unsubscribe-link-invalid': {
    status: 400,
    title: 'Link is damaged',
    remedy: 'Open the link from the message itself, or switch the channel off in the settings.',
  },
  'invalid-code': {
    status: 400,
    title: 'Code is wrong, or was used',
    remedy: 'Give the next code that the app shows, or a recovery code; each is taken once.',
  },
  'passkey-refused': {
    status: 400,
    title: 'Passkey was not taken',
    remedy: 'Use a passkey of this account that was not removed, or sign in with the password.',
  },
  'passkey-too-late': {
    status: 400,
    title: 'Challenge is over',
    remedy: 'Ask for new options, and answer them once, within five minutes.',
  },
  'passkey-unverified': {
    status: 400,
    title: 'Device did not ask who it is',
    remedy: 'Use a passkey whose device asks for its PIN, a finger or a face.',
  },
  'consent-refused': {
    status: 400,
    title: 'Account was not connected',
    remedy: 'Begin to connect it again; the sentence says what went wrong.',
  },
  'invalid-password': {
    status: 400,
    title: 'Password is wrong',
    remedy: 'Give the password of the account that is signed in.',
  },
  'invalid-email-or-password': {
    status: 401,
    title: 'Sign-in failed',
    remedy: 'Give the e-mail and the password of one account, or ask for a new password.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Nobody is signed in',
    remedy: 'Sign in, or send a key that is good: `Authorization: Bearer ds_…`.',
  },
  'metrics-not-open': {
    status: 401,
    title: 'Metrics are not for everybody',
    remedy: 'Send the token that the operator set: `Authorization: Bearer …`.',
  },
  'sign-in-not-begun': {
    status: 401,
    title: 'No sign-in that waits for a code',
    remedy: 'Sign in with the password first; the code has to come within ten minutes.',
  },
  'account-disabled': {
    status: 403,
    title: 'Account is switched off',
    remedy: 'Ask an admin to switch it on.',
  },
  'email-not-verified': {
    status: 403,
    title: 'E-mail is not confirmed',
    remedy: 'Open the link that was sent to it.',
  },
  'csrf-token-missing': {
    status: 403,
    title: 'Page without its token',
    remedy:
      'Load the page again; a program sends `X-CSRF-Token` with what the cookie `….csrf` holds, or a key.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Page of another site',
    remedy: 'Ask from the own address of the server, or have its operator list your origin.',
  },
  'key-not-enough': {
    status: 403,
    title: 'Not for keys',
    remedy: 'Sign in, and do it yourself.',
  },
  'role-missing': {
    status: 403,
    title: 'Role is not enough',
    remedy: 'Ask an admin, or have one give you the role.',
  },
  'scope-missing': {
    status: 403,
    title: 'Scope of the key is not enough',
    remedy: 'Use a key with the scope that the sentence names.',
  },
  'passkey-wanted': {
    status: 403,
    title: 'Password alone is not enough',
    remedy: 'Sign in with the passkey, or have an admin take it away.',
  },
  'second-factor-missing': {
    status: 403,
    title: 'Second factor is missing',
    remedy: 'Set up codes (`POST /api/auth/second-factor`) or a passkey (`POST /api/auth/passkeys/options`).',
  },
  'session-not-fresh': {
    status: 403,
    title: 'Sign-in is too old',
    remedy: 'Sign in again, or where the sentence says so `POST /api/auth/prove`; then ask again.',
  },
  'sign-up-closed': {
    status: 403,
    title: 'No new accounts',
    remedy: 'Ask an admin for an invitation.',
  },
  'link-not-good': {
    status: 404,
    title: 'Link is not good any more',
    remedy: 'Ask for a new link.',
  },
  'no-such-route': {
    status: 404,
    title: 'No such address',
    remedy: 'Look the address up at `/api/reference`.',
  },
  'not-found': {
    status: 404,
    title: 'No such thing',
    remedy: 'It was deleted, never was, or belongs to another person: read the list anew.',
  },
  'listing-not-stored': {
    status: 404,
    title: 'Listing was not seen here yet',
    remedy: 'Watch it by its address (`POST /api/watches`), and it is read as soon as its page can be.',
  },
  'unknown-selling-place': {
    status: 404,
    title: 'Ads are not posted there by an API',
    remedy: 'Name a marketplace and a site of `GET /api/sell/api-places`, which the sentence lists.',
  },
  'unknown-posting-place': {
    status: 404,
    title: 'Ads are not written for it',
    remedy: 'Name a marketplace of `GET /api/sell/places`, which the sentence lists.',
  },
  'unknown-site': {
    status: 404,
    title: 'Address of a site that is not known',
    remedy: 'Send the address of the page of one listing on a marketplace that the sentence names.',
  },
  'photos-off': {
    status: 404,
    title: 'Photos are not shown',
    remedy: 'Show something else in its place; the operator or the terms of the marketplace have it so.',
  },
  'no-photo': {
    status: 404,
    title: 'Listing has no such photo',
    remedy: 'Count `imageUrls` of the listing: the first is 0.',
  },
  'photo-unusable': {
    status: 404,
    title: 'Photo cannot be shown',
    remedy: 'Show something else in its place; the sentence says what is wrong with it.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method that the address does not take',
    remedy: 'Use one of the methods in the `Allow` header.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request did not go on',
    remedy: 'Send the whole request again.',
  },
  'already-set-up': {
    status: 409,
    title: 'Claimed already',
    remedy: 'Sign in as the owner, or have them invite you.',
  },
  'account-exists': {
    status: 409,
    title: 'Account is there already',
    remedy: 'Sign in, or use another e-mail.',
  },
  'is-owner': {
    status: 409,
    title: 'Account of the owner',
    remedy: 'Leave the owner as they are; give others the role of an admin.',
  },
  'last-admin': {
    status: 409,
    title: 'Last admin',
    remedy: 'Make somebody else an admin first.',
  },
  'no-mail': {
    status: 409,
    title: 'No e-mail is set up',
    remedy: 'Have the operator set `SMTP_URL`, or ask an admin for a link.',
  },
  'no-passkeys-here': {
    status: 409,
    title: 'No passkeys under this address',
    remedy: 'Have the operator set `DEAL_SCOUT_BASE_URL` to a name with `https://`.',
  },
  'too-many-passkeys': { status: 409, title: 'No room for another passkey', remedy: 'Remove one first.' },
  'second-factor-closed': {
    status: 409,
    title: 'Secret of the codes cannot be opened',
    remedy: 'Use a recovery code, or have an admin take the codes away.',
  },
  'second-factor-off': {
    status: 409,
    title: 'No codes are set up',
    remedy: 'Set them up first: `POST /api/auth/second-factor`.',
  },
  'second-factor-on': { status: 409, title: 'Codes are asked for already', remedy: 'Switch them off first.' },
  'not-set-up': {
    status: 409,
    title: 'Not claimed yet',
    remedy: 'Become the owner first: `deal-scout setup-link`.',
  },
  'one-owner': {
    status: 409,
    title: 'There is one owner',
    remedy: 'Make them an admin, who may do the same.',
  },
  'account-changed': {
    status: 409,
    title: 'Account was changed meanwhile',
    remedy: 'Read the account again, and send the change with its new `version` if it is still wanted.',
  },
  'no-backup-folder': {
    status: 409,
    title: 'No folder for backups',
    remedy:
      'Set `BACKUP_FOLDER` or `BACKUP_S3_URL` and start again, or run `deal-scout backup --to FOLDER` on the machine.',
  },
  'backup-encrypted': {
    status: 409,
    title: 'Backup opens only with its key',
    remedy: 'Run `deal-scout backup --verify FOLDER --identity FILE` where the key is.',
  },
  'backup-under-way': {
    status: 409,
    title: 'A backup is under way',
    remedy: 'Wait until it is done: `GET /api/admin/backups` says how it is.',
  },
  'rule-changed': {
    status: 409,
    title: 'Rule was changed meanwhile',
    remedy: 'Read the rule again, put the change to what it is now, and send its new revision.',
  },
  'already-followed': {
    status: 409,
    title: 'Followed already',
    remedy: 'Change the watch that is there.',
  },
  'item-has-sales': {
    status: 409,
    title: 'Item has sales',
    remedy: 'Set it aside instead: `PATCH /api/items/{id}` with `aside`.',
  },
  'item-is-posted': {
    status: 409,
    title: 'Ad of the item stands on a marketplace',
    remedy: 'End it first: `POST /api/items/{id}/api-posts/{marketplace}/{site}/end`.',
  },
  'rates-not-allowed': {
    status: 409,
    title: 'Exchange rates are not fetched here',
    remedy: 'Set `EXCHANGE_RATES=ecb`, or type them: `PUT /api/rates/{currency}`.',
  },
  'post-by-api': {
    status: 409,
    title: 'Ad was posted by an API',
    remedy: 'Change it under `/api/items/{id}/api-posts/{marketplace}/{site}`.',
  },
  'not-checked': {
    status: 409,
    title: 'Ad was not checked',
    remedy: 'Ask for `POST …/check`, and read it again until `fees` are there and `wish` is null.',
  },
  'ad-changed': {
    status: 409,
    title: 'Ad was edited since it was checked',
    remedy: 'Check it again.',
  },
  'not-confirmed-now': {
    status: 409,
    title: 'Confirmation is used or over',
    remedy: 'Ask for another: `POST …/confirmation`.',
  },
  'ad-stands-there': {
    status: 409,
    title: 'Ad stands there, or may',
    remedy: 'Revise it, or end it first.',
  },
  'ad-not-live': { status: 409, title: 'Ad does not stand there', remedy: 'Publish it first.' },
  'marketplace-refused': {
    status: 409,
    title: 'Marketplace refuses it',
    remedy: 'The sentence has its own words, and what to do.',
  },
  'item-sold': {
    status: 409,
    title: 'Nothing of the item is left',
    remedy: 'Raise its quantity if you have more of it.',
  },
  'order-is-sale': {
    status: 409,
    title: 'Order is in the books already',
    remedy: 'Call its sale off instead: `PATCH /api/sales/{id}`.',
  },
  'sale-unpaid': {
    status: 409,
    title: 'Sale is not paid yet',
    remedy: 'Send it once it is paid: `GET /api/sales/{id}` says so.',
  },
  'finding-by-hand': {
    status: 409,
    title: 'Difference is not mended from here',
    remedy: 'Look at it on the marketplace, then dismiss it.',
  },
  'order-unreadable': {
    status: 502,
    title: 'Order cannot be counted',
    remedy: 'Look at it on the marketplace: it has amounts that are none.',
  },
  'order-no-sale': {
    status: 409,
    title: 'Order came to nothing',
    remedy: 'There is nothing to book: it was called off, or its payment failed.',
  },
  'sale-of-another-item': {
    status: 409,
    title: 'Order number is of another item',
    remedy: 'Give each item of an order a reference of its own.',
  },
  'sale-state': {
    status: 409,
    title: 'Sale cannot become that',
    remedy: 'Its `next` says what it can become.',
  },
  'ai-off': {
    status: 409,
    title: 'Nobody describes photos here',
    remedy: 'Say yourself what the thing is; the operator sets up who describes photos (AI_PROVIDER).',
  },
  'ai-not-agreed': {
    status: 409,
    title: 'Not agreed to send photos',
    remedy: 'Read at `GET /api/sell/ai` what would be sent to whom, and agree by `PUT /api/sell/ai`.',
  },
  'ai-other-recipient': {
    status: 409,
    title: 'Photos would go to somebody else',
    remedy: 'Show `recipient` of `GET /api/sell/ai` again, and agree to that.',
  },
  'ai-asked-already': {
    status: 409,
    title: 'The same is being asked already',
    remedy: 'Wait until `state` of `GET /api/items/{id}/description` is no longer `asked`.',
  },
  'ai-cap-too-small': {
    status: 409,
    title: 'One call may cost more than a cap',
    remedy: 'The operator raises the cap that the sentence names (AI_PERSON_DAY_CENTS and others).',
  },
  'offer-gone': {
    status: 409,
    title: 'Not offered any more',
    remedy: 'Read `GET /api/items/{id}/description` again, and choose of what it offers.',
  },
  'photos-being-read': {
    status: 409,
    title: 'Photos are still being read',
    remedy: 'Ask again when `candidates` of its photos are there.',
  },
  'too-many-items': {
    status: 409,
    title: 'No room for another item',
    remedy: 'Delete items that were never sold.',
  },
  'no-photos': {
    status: 409,
    title: 'Item has no photos',
    remedy: 'Send photos (`POST /api/sell/photos`), and wait until their state is `ready`.',
  },
  'photo-has-item': {
    status: 409,
    title: 'Photo belongs to an item',
    remedy: 'Take it away from that item first: `PUT /api/items/{id}/photos` without it.',
  },
  'photo-too-large': {
    status: 413,
    title: 'Photo is too large',
    remedy: 'Save the picture smaller, and send that.',
  },
  'too-many-photos': {
    status: 409,
    title: 'No room for another photo',
    remedy: 'Delete photos that are not needed any more.',
  },
  'ai-cap-reached': {
    status: 429,
    title: 'Cap of what descriptions may cost',
    remedy: 'Ask again after `Retry-After`; until then say yourself what the thing is.',
  },
  'ai-busy': {
    status: 429,
    title: 'Provider of the model asks to wait',
    remedy: 'Ask again after `Retry-After`.',
  },
  'uploads-under-way': {
    status: 429,
    title: 'Photos are being sent already',
    remedy: 'Send this one when one of them has arrived.',
  },
  'channel-has-one-target': {
    status: 409,
    title: 'Channel takes no other target',
    remedy: 'Use the channel itself: `PUT /api/channels/{id}` with its own id.',
  },
  'target-exists': {
    status: 409,
    title: 'Another target goes there',
    remedy: 'Change the target that the sentence names, or give another address.',
  },
  'too-many-targets': {
    status: 409,
    title: 'Channel has as many targets as may be',
    remedy: 'Change one of them, or remove one first.',
  },
  'channel-not-set-up': {
    status: 409,
    title: 'Channel is not set up',
    remedy: 'Fill the channel in first: `PUT /api/channels/{id}`.',
  },
  'channel-settings-closed': {
    status: 409,
    title: 'Sealed settings of a channel cannot be opened',
    remedy: 'Enter all of its settings again, or have the operator bring the key back.',
  },
  'channel-unavailable': {
    status: 409,
    title: 'Channel is not of this version',
    remedy: 'Choose another channel.',
  },
  'confirmation-not-sent': {
    status: 409,
    title: 'Code could not be sent',
    remedy: 'Mend the settings of the channel as the sentence says, and ask for another code.',
  },
  'demo-source': {
    status: 409,
    title: 'Source is of the demo',
    remedy: 'Connect a source of your own, or switch the demo off: `DEAL_SCOUT_DEMO=off`.',
  },
  'idempotency-key-in-use': {
    status: 409,
    title: 'First request with this key is under way',
    remedy: 'Send the same again after `Retry-After` seconds: it brings the answer of the first.',
  },
  'no-confirmation-needed': {
    status: 409,
    title: 'Nothing to confirm',
    remedy: 'Go on: the channel is used as it is.',
  },
  'not-confirmed': {
    status: 409,
    title: 'Not confirmed',
    remedy: 'Do what the sentence says; ask for another code where the last one does not hold any more.',
  },
  'not-in-a-cluster': {
    status: 409,
    title: 'Listing is alone',
    remedy: 'There is nothing to take it out of.',
  },
  'source-not-readable': {
    status: 409,
    title: 'Source cannot be read',
    remedy: 'Mend its settings as the sentence says and try again, or connect it untried: `"try": false`.',
  },
  'source-settings-closed': {
    status: 409,
    title: 'Sealed settings of a source cannot be opened',
    remedy: 'Enter all of its settings again, or have the operator bring the key back.',
  },
  'account-not-connected': {
    status: 409,
    title: 'No account is connected',
    remedy: 'Connect your account at the marketplace first.',
  },
  'account-needs-consent': {
    status: 409,
    title: 'Consent is over',
    remedy: 'Connect the account at the marketplace again.',
  },
  'accounts-not-set-up': {
    status: 409,
    title: 'Accounts cannot be connected yet',
    remedy: 'The operator sets what the sentence names.',
  },
  'source-unavailable': {
    status: 409,
    title: 'Marketplace is not of this version',
    remedy: 'Choose another marketplace.',
  },
  'template-exists': {
    status: 409,
    title: 'Template of this name exists',
    remedy: 'Choose another name, or change the one that is there.',
  },
  'terms-not-accepted': {
    status: 409,
    title: 'Terms of the marketplace are not accepted',
    remedy: 'The operator reads and accepts them; the sentence says where, or by which option.',
  },
  'terms-set-by-option': {
    status: 409,
    title: 'Terms are accepted by an option',
    remedy: 'The operator takes the option back that the sentence names.',
  },
  'too-early': {
    status: 409,
    title: 'Asked again too soon',
    remedy: 'Wait as long as the sentence says.',
  },
  'too-many-templates': {
    status: 409,
    title: 'No room for another template',
    remedy: 'Delete one that is not needed any more.',
  },
  'too-many-mailboxes': {
    status: 409,
    title: 'No room for another mailbox',
    remedy: 'Remove one that is not needed any more.',
  },
  'too-many-views': {
    status: 409,
    title: 'No room for another saved view',
    remedy: 'Delete one that is not needed any more.',
  },
  'too-many-watches': {
    status: 409,
    title: 'No room for another watch',
    remedy: 'Stop following what is sold or gone.',
  },
  'view-exists': {
    status: 409,
    title: 'Saved view of this name exists',
    remedy: 'Choose another name, or change the one that is there.',
  },
  'notice-not-genuine': {
    status: 412,
    title: 'Notice is not signed by the marketplace',
    remedy: 'Only the marketplace itself can send one; nothing was done.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body is too large',
    remedy: 'Send less at once: 1 MiB of JSON, 512 MiB as a file, unless the route says otherwise.',
  },
  'bounce-too-large': {
    status: 413,
    title: 'Mail is too large',
    remedy: 'Pass on the mail without its attachments.',
  },
  'address-too-long': {
    status: 414,
    title: 'Part of the address is too long',
    remedy: 'A part of a path has at most 300 characters.',
  },
  'media-type-not-taken': {
    status: 415,
    title: 'Body of a type that is not taken',
    remedy: 'Send `Content-Type: application/json`, or what the operation names in the document.',
  },
  'not-multipart': {
    status: 415,
    title: 'File is not sent as one',
    remedy: 'Send one file as `multipart/form-data`.',
  },
  'foreign-host': {
    status: 421,
    title: 'Name that the server does not go by',
    remedy: 'Use a name of the server, or set `DEAL_SCOUT_BASE_URL` to the address that you use.',
  },
  'password-guessable': {
    status: 422,
    title: 'Password is too easy to guess',
    remedy: 'Take a longer one that is not among those that leaked.',
  },
  'mailbox-not-read': {
    status: 422,
    title: 'Mailbox cannot be read',
    remedy: 'Mend what the sentence says, and try again: `params.problem` names it.',
  },
  'bad-input': {
    status: 422,
    title: 'A value is not valid',
    remedy: 'Mend what `fields` names, each by its sentence.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Key was used for something else',
    remedy: 'Use a new key for each thing that is to be done; the same only to send the very same again.',
  },
  'too-many-tries': {
    status: 429,
    title: 'Too many tries that failed',
    remedy: 'Try again after `Retry-After`, or ask for a new password.',
  },
  'imports-under-way': {
    status: 429,
    title: 'Imports are under way',
    remedy: 'Send the file when one of them has ended.',
  },
  'too-many-requests': {
    status: 429,
    title: 'More than is allowed in a minute',
    remedy: 'Ask again after `Retry-After` seconds.',
  },
  'too-many-streams': {
    status: 429,
    title: 'Too many streams are open',
    remedy: 'Close one of them; tabs of one browser share one.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Headers are too large',
    remedy: 'Send fewer or shorter headers: 16 KiB in all.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    remedy: 'Try again; tell the operator the `requestId`, under which the log has the details.',
  },
  'photo-away': {
    status: 503,
    title: 'Photo cannot be fetched now',
    remedy: 'Show something else in its place, and ask again after `Retry-After` seconds.',
  },
  'marketplace-no-answer': {
    status: 503,
    title: 'Marketplace gave no clear answer',
    remedy: 'It may have been done: look at it before you ask for the same again.',
  },
  'rates-not-fetched': {
    status: 502,
    title: 'Exchange rates could not be fetched',
    remedy: 'Try again later, or type them: those of before stay.',
  },
  'marketplace-away': {
    status: 503,
    title: 'Marketplace cannot be asked',
    remedy: 'Try again after `Retry-After` seconds; the account stays as it is.',
  },
  'notice-not-checked': {
    status: 503,
    title: 'Signature cannot be checked now',
    remedy: 'Send the notice again after `Retry-After` seconds.',
  },
  'leaked-passwords-away': {
    status: 503,
    title: 'Leaked passwords cannot be looked up',
    remedy:
      'Have the operator mend the file that `LEAKED_PASSWORDS_PATH` names; the password stays as it is.',
  },
  'database-away': {
    status: 503,
    title: 'Database does not answer',
    remedy: 'Ask again after `Retry-After` seconds.',
  },
  overloaded: {
    status: 503,
    title: 'More to do than can be done',
    remedy: 'Ask again after `Retry-After` seconds.',
  },
  'redis-away': {
    status: 503,
    title: 'Redis does not answer',
    remedy: 'Ask again after `Retry-After` seconds.',
  },
  stopping: {
    status: 503,
    title: 'Server is stopping',
    remedy: 'Send the whole request again when it runs.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof problemCodes
