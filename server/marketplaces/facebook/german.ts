/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Meta has no interface for reading Marketplace and forbids automated collection without its written permission, signed in or not. Your own mails and the page on your screen are read without asking it.':
    'Meta hat keine Schnittstelle zum Lesen von Marketplace und verbietet automatisches Sammeln ohne schriftliche Erlaubnis, ob angemeldet oder nicht. Deine eigenen Mails und die Seite auf deinem Bildschirm werden gelesen, ohne es zu fragen.',
  'Open facebook.com/marketplace and choose your city: what stands behind “marketplace/” in the address that you come to is the city.':
    'Öffne facebook.com/marketplace und wähle deine Stadt: Was in der Adresse dann hinter „marketplace/“ steht, ist die Stadt.',
  City: 'Stadt',
  'As the address of its page has it: houston for facebook.com/marketplace/houston, or a number.':
    'Wie sie in der Adresse ihrer Seite steht: houston bei facebook.com/marketplace/houston, oder eine Nummer.',
  Currency: 'Währung',
  'In which the city’s prices are, as a three-letter code such as USD.':
    'In der die Preise der Stadt stehen, als Code aus drei Buchstaben wie USD.',
  'It forbids programs that post for you, and more than one ad for the same thing.':
    'Es verbietet Programme, die für dich einstellen, und mehr als eine Anzeige für dasselbe Ding.',
  'Run the search in Marketplace, signed in, and press “Notify me” or the bell above the results.':
    'Suche angemeldet im Marketplace und drücke „Benachrichtige mich“ oder die Glocke über den Ergebnissen.',
  'In the settings of notifications, let Marketplace send e-mails.':
    'Erlaube in den Einstellungen der Benachrichtigungen, dass Marketplace E-Mails sendet.',
}
