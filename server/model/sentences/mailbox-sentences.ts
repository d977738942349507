/** Why a mailbox is not read, each with what a person does about it. */
export const mailboxSentences = {
  'mailbox-unknown-host': () => 'There is no mail server of this name: check the name of the server.',
  'mailbox-private-host': () =>
    'This name leads into a private network. Whoever runs this Deal Scout may allow that with MAILBOX_ALLOW_PRIVATE_NETWORK.',
  'mailbox-host-not-allowed': () =>
    'Whoever runs this Deal Scout does not allow it to call this mail server (DEAL_SCOUT_OUTBOUND_HOSTS, DEAL_SCOUT_OUTBOUND_PLAIN).',
  'mailbox-plain-not-allowed': () =>
    'Without encryption whoever is on the way could read the password: choose TLS or STARTTLS. Only a server in a private network may do without.',
  'mailbox-unreachable': () =>
    'The mail server cannot be reached: check name and port, or wait until it is there again.',
  'mailbox-not-trusted': () =>
    'The mail server’s certificate is not to be trusted for this name: check the name of the server.',
  'mailbox-not-imap': () => 'What answers there does not speak IMAP: check name, port and encryption.',
  'mailbox-sign-in-refused': () =>
    'The mail server refuses the sign-in: check the name and the password. Many providers ask for a password made for one app.',
  'mailbox-token-refused': () =>
    'The provider does not take the refresh token any more: connect the mailbox again.',
  'mailbox-token-away': () => 'The provider gives no access token just now; it is asked again.',
  'mailbox-access-closed': () =>
    'The stored password cannot be opened with the keys of this installation: enter it again.',
  'mailbox-folder-missing': () => 'The mail server has no such folder: choose another one.',
  'mailbox-hung': () =>
    'The mail server took too long to answer, so the connection was ended; it is tried again.',
  'mailbox-dropped': () => 'The mail server ended the connection; it is tried again.',
  'mailbox-too-much': () =>
    'The mail server sent more than it was asked for, so the connection was ended; it is tried again.',
  'mailbox-keys-away': () =>
    'The keys by which signatures are checked cannot be looked up just now (DNS). No mail is passed over meanwhile; it is tried again.',
  'mailbox-not-stored': () =>
    'What the mails hold could not be stored; the log tells why. It is tried again.',
}
