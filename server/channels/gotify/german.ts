/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Pushes messages to your devices through a Gotify server of yours.':
    'Schickt Nachrichten über einen Gotify-Server von dir auf deine Geräte.',
  'Where the web page of your Gotify server is, e.g. https://gotify.example.com.':
    'Wo die Webseite deines Gotify-Servers ist, z. B. https://gotify.example.com.',
  'Application token': 'Token der Anwendung',
  'In Gotify: Apps, Create application; its token begins with A.':
    'In Gotify: Apps, Create application; ihr Token beginnt mit A.',
}
