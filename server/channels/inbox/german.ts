/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  Inbox: 'Nachrichten hier',
  'Keeps every message inside Deal Scout, where the web app, `deal-scout inbox` and the API show it.':
    'Behält jede Nachricht in Deal Scout, wo die App, `deal-scout inbox` und die API sie zeigen.',
}
