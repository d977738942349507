/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Pushes messages to phones and desktops through ntfy.sh or an ntfy server of yours.':
    'Schickt Nachrichten über ntfy.sh oder einen eigenen ntfy-Server auf Handys und Rechner.',
  'https://ntfy.sh, or the address of your own server.':
    'https://ntfy.sh, oder die Adresse deines eigenen Servers.',
  Topic: 'Thema',
  'What you subscribed to in the ntfy app. Without a login it works like a password: choose one that nobody guesses.':
    'Was du in der ntfy-App abonniert hast. Ohne Anmeldung ist es wie ein Passwort: Wähle eines, das niemand errät.',
  'Access token': 'Zugangstoken',
  'Only for a protected topic: Account, Access tokens in the ntfy web app (tk_…).':
    'Nur für ein geschütztes Thema: Account, Access tokens in der ntfy-Web-App (tk_…).',
}
