/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'E-mail': 'E-Mail',
  'Sends each message as an e-mail with pictures, prices and the reasons for the score.':
    'Sendet jede Nachricht als E-Mail mit Bildern, Preisen und den Gründen der Punkte.',
  'E-mail address': 'E-Mail-Adresse',
  'Where messages are sent.': 'Wohin Nachrichten gesendet werden.',
  'Set SMTP_URL to a mail server, e.g. smtp://user:password@mail.example.com:587.':
    'Setze SMTP_URL auf einen Mailserver, z. B. smtp://user:password@mail.example.com:587.',
}
