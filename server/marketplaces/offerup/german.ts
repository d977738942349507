/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'OfferUp offers no interface for reading listings, and its terms of service forbid automated access. Your own mails and the page on your screen are read without asking it.':
    'OfferUp bietet keine Schnittstelle zum Lesen von Anzeigen, und seine Nutzungsbedingungen verbieten automatischen Zugriff. Deine eigenen Mails und die Seite auf deinem Bildschirm werden gelesen, ohne es zu fragen.',
  Place: 'Ort',
  'A ZIP code or a city with its state, around which rules without a place look.':
    'Eine Postleitzahl oder eine Stadt mit ihrem Staat, um die Regeln ohne Ort suchen.',
  'It forbids sites and programs that post for you, and a second ad for the same thing.':
    'Es verbietet Seiten und Programme, die für dich einstellen, und eine zweite Anzeige für dasselbe Ding.',
  'Run the search, signed in, and press “Save search”.': 'Suche angemeldet und drücke „Save search“.',
  'In the settings of notifications, let saved searches send e-mails.':
    'Erlaube in den Einstellungen der Benachrichtigungen E-Mails der gespeicherten Suchen.',
}
