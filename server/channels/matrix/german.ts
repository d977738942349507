/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Writes messages to a Matrix room (Element and others).':
    'Schreibt Nachrichten in einen Matrix-Raum (Element und andere).',
  'Where its API is, e.g. https://matrix-client.matrix.org; Element shows it under Settings, Help & About.':
    'Wo seine API ist, z. B. https://matrix-client.matrix.org; Element zeigt es unter Einstellungen, Hilfe & Info.',
  'Room ID': 'ID des Raums',
  'In Element: Room settings, Advanced, Internal room ID (!abc:example.org), not its #alias. Messages are not encrypted.':
    'In Element: Raumeinstellungen, Erweitert, Interne Raum-ID (!abc:example.org), nicht sein #Alias. Nachrichten werden nicht verschlüsselt.',
  'Access token': 'Zugangstoken',
  'Of an account made for this, which is a member of the room; in Element: Settings, Help & About, Access Token.':
    'Eines Kontos nur hierfür, das Mitglied des Raums ist; in Element: Einstellungen, Hilfe & Info, Zugriffstoken.',
}
