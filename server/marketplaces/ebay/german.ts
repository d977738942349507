/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Uses eBay’s own Browse API with the keys of your developer account. Its licence asks that listing data is at most 6 hours old or shown with its age, that it is not mixed with the content of others, and that no price statistics are derived from it; so eBay listings are not used as comparables.':
    'Nutzt eBays eigene Browse API mit den Schlüsseln deines Entwicklerkontos. Ihre Lizenz verlangt, dass Anzeigen höchstens 6 Stunden alt sind oder ihr Alter dabeisteht, dass sie nicht mit Inhalten anderer gemischt werden und dass keine Preisstatistik aus ihnen gemacht wird; deshalb dienen eBay-Anzeigen nicht zum Vergleich.',
  'eBay needs the keys of an app: enter clientId and clientSecret in the source, or set EBAY_CLIENT_ID and EBAY_CLIENT_SECRET.':
    'eBay braucht die Schlüssel einer App: Trage clientId und clientSecret in der Quelle ein, oder setze EBAY_CLIENT_ID und EBAY_CLIENT_SECRET.',
  'Sign in at developer.ebay.com, and ask for a developer account; eBay answers within a day.':
    'Melde dich bei developer.ebay.com an und beantrage ein Entwicklerkonto; eBay antwortet binnen eines Tages.',
  'Under “Application Keys”, make a set of keys for Production. eBay asks first where to send its notices of deleted accounts: whoever runs this Deal Scout knows the address (docs/ebay-account.md).':
    'Mache unter „Application Keys“ Schlüssel für Production. Vorher fragt eBay, wohin es seine Meldungen über gelöschte Konten senden soll: Die Adresse weiß, wer dieses Deal Scout betreibt (docs/ebay-account.md).',
  'Copy the App ID (Client ID) and the Cert ID (Client secret) into the fields below.':
    'Kopiere die App ID (Client ID) und die Cert ID (Client secret) in die Felder unten.',
  'eBay site': 'eBay-Seite',
  'Where to search; prices are shown in its currency.': 'Wo gesucht wird; Preise stehen in ihrer Währung.',
  'Only items in the site’s country': 'Nur Sachen im Land der Seite',
  'Off: also what sellers abroad offer to this site.':
    'Aus: auch, was Verkäufer aus dem Ausland auf dieser Seite anbieten.',
  'Your postal code': 'Deine Postleitzahl',
  'Lets eBay state the shipping cost to you; must lie in the site’s country.':
    'Damit sagt eBay den Versand zu dir; sie muss im Land der Seite liegen.',
  'Of your app at developer.ebay.com; empty for the keys of this installation.':
    'Deiner App bei developer.ebay.com; leer für die Schlüssel dieser Installation.',
  'Keys of your eBay app': 'Schlüssel deiner eBay-App',
  'Kept sealed, and never shown again.': 'Wird verschlüsselt behalten und nie wieder gezeigt.',
  Environment: 'Umgebung',
  'The sandbox holds test listings only and has its own keys.':
    'Die Sandbox hat nur Testanzeigen und eigene Schlüssel.',
  'It forbids addresses, phone numbers and links by which a buyer could pay outside of it.':
    'Es verbietet Adressen, Telefonnummern und Links, über die ein Käufer an ihm vorbei bezahlen könnte.',
  'Run the search on eBay, signed in, and press “Save this search”.':
    'Suche angemeldet bei eBay und drücke „Diese Suche speichern“.',
  'Under My eBay, Saved searches, turn on its e-mails.':
    'Schalte unter Mein eBay, Gespeicherte Suchen, ihre E-Mails ein.',
}
