/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Craigslist offers no interface for reading postings, and its terms of use forbid automated access and name damages for it.':
    'Craigslist bietet keine Schnittstelle zum Lesen von Anzeigen, und seine Nutzungsbedingungen verbieten automatischen Zugriff und nennen Schadenersatz dafür.',
  'Open craigslist.org and choose your city: the first part of the address that you come to is the area.':
    'Öffne craigslist.org und wähle deine Stadt: Der erste Teil der Adresse, zu der du kommst, ist das Gebiet.',
  Area: 'Gebiet',
  'The first part of the area’s address: sfbay for sfbay.craigslist.org. Leave it empty to take the area nearest to the place.':
    'Der erste Teil der Adresse des Gebiets: sfbay bei sfbay.craigslist.org. Leer = das Gebiet, das dem Ort am nächsten ist.',
  Place: 'Ort',
  'A ZIP code or a city with its state.': 'Eine Postleitzahl oder eine Stadt mit ihrem Bundesstaat.',
  Category: 'Kategorie',
  'The category’s code in the address of its page: sss for everything for sale, fua for furniture.':
    'Das Kürzel der Kategorie in der Adresse ihrer Seite: sss für alles zu verkaufen, fua für Möbel.',
  'Sold by': 'Verkauft von',
  'Only with photos': 'Nur mit Fotos',
  'It takes down an ad that stands in more than one area or category.':
    'Es löscht eine Anzeige, die in mehr als einem Gebiet oder einer Rubrik steht.',
  'Run the search on the site of your area, and press “save search” above the results.':
    'Suche auf der Seite deiner Gegend und drücke über den Ergebnissen „save search“.',
  'Sign in, open the searches of your account, and tick the e-mail alert beside it.':
    'Melde dich an, öffne die Suchen deines Kontos und setze das Häkchen für E-Mails daneben.',
}
