/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'RSS, Atom or JSON feed': 'RSS-, Atom- oder JSON-Feed',
  'Reads a feed that its publisher offers to readers. Use only feeds whose publisher allows it; the address is asked at most every 5 minutes and only for what has changed.':
    'Liest einen Feed, den sein Herausgeber zum Lesen anbietet. Nimm nur Feeds, deren Herausgeber das erlaubt; die Adresse wird höchstens alle 5 Minuten gefragt, und nur nach dem, was sich geändert hat.',
  'Address of the feed': 'Adresse des Feeds',
  'An RSS, Atom or JSON Feed address, or that of a shop. Leave it empty for one of the known feeds.':
    'Die Adresse eines RSS-, Atom- oder JSON-Feeds oder eines Ladens. Für einen der bekannten Feeds bleibt sie leer.',
  'Known feed': 'Bekannter Feed',
  '“address” is the address above. “shop” reads the list of products of a shop that runs on Shopify. The others are sites of deals: new things in shops, which are never used to say what used ones are worth.':
    '„address“ ist die Adresse oben. „shop“ liest die Liste der Waren eines Ladens, der mit Shopify läuft. Die anderen sind Seiten für Schnäppchen: neue Sachen in Läden, die nie sagen, was gebrauchte wert sind.',
  'Words to look for': 'Gesuchte Wörter',
  'At Slickdeals, hotukdeals, mydealz, dealabs and Chollometro: their feed of a search for these words.':
    'Bei Slickdeals, hotukdeals, mydealz, dealabs und Chollometro: ihr Feed einer Suche nach diesen Wörtern.',
  Currency: 'Währung',
  'Of amounts that do not name theirs (“$20”), as a three-letter code such as USD.':
    'Von Beträgen, die ihre nicht nennen („$20“), als Kürzel aus drei Buchstaben wie USD.',
}
