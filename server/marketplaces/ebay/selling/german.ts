/** What is said when something is posted or sold there, in German. */
export const sellingGerman: Readonly<Record<string, string>> = {
  'eBay says:': 'eBay sagt:',
  'It may have been done all the same: Deal Scout looks it up before anything else.':
    'Es kann trotzdem geschehen sein: Deal Scout schlägt es nach, bevor es weitergeht.',
  'Connect eBay again, and agree to all that is asked (docs/ebay-account.md).':
    'Verbinde eBay neu und stimme allem zu, was gefragt wird (docs/ebay-account.md).',
  'To hear of sales at once, add commerce.notification.subscription to EBAY_SCOPES and connect eBay again (docs/ebay-account.md).':
    'Um von Verkäufen sofort zu hören, ergänze EBAY_SCOPES um commerce.notification.subscription und verbinde eBay neu (docs/ebay-account.md).',
  'eBay sends notices only to an app with an alert address: enter one under Alerts and Notifications of the eBay developer account.':
    'eBay sendet Nachrichten nur an eine App mit einer Adresse für Hinweise: Trage eine im eBay-Entwicklerkonto unter Alerts and Notifications ein.',
  'eBay could not reach EBAY_DELETION_URL, or got another answer than it expects: it has to be open to the internet, by HTTPS.':
    'eBay konnte EBAY_DELETION_URL nicht erreichen oder bekam eine andere Antwort als erwartet: Die Adresse muss aus dem Internet per HTTPS erreichbar sein.',
  'eBay offers no notices of sales to this app.':
    'eBay bietet dieser App keine Nachrichten über Verkäufe an.',
  'Check the clock of this machine.': 'Prüfe die Uhr dieses Rechners.',
  'eBay has no such condition: choose one that the category takes.':
    'Diesen Zustand gibt es bei eBay nicht: Wähle einen, den die Kategorie erlaubt.',
  'The item’s number at eBay may have letters and digits only, 50 of them at the most.':
    'Die Nummer des Artikels darf bei eBay nur aus Buchstaben und Ziffern bestehen, höchstens 50.',
  'This is no place in eBay’s books: begin again.':
    'Diese Stelle gibt es in eBays Büchern nicht: Beginne von vorn.',
  'eBay’s answer broke off or is no answer of its API.':
    'eBays Antwort brach ab oder ist keine Antwort seiner API.',
  'eBay does not take the connection any more: connect eBay again.':
    'eBay nimmt die Verbindung nicht mehr an: Verbinde eBay neu.',
  'eBay refuses this (HTTP 403).': 'eBay lehnt das ab (HTTP 403).',
  'eBay asks to slow down (HTTP 429).': 'eBay bittet um eine Pause (HTTP 429).',
  'eBay did not answer in time.': 'eBay hat nicht rechtzeitig geantwortet.',
  'The call to eBay was called off.': 'Der Aufruf bei eBay wurde abgebrochen.',
  'The connection to eBay broke.': 'Die Verbindung zu eBay ist abgerissen.',
  'eBay’s answer was larger than is taken.': 'eBays Antwort war größer, als angenommen wird.',
  'eBay did not say which categories this site has.':
    'eBay hat nicht gesagt, welche Kategorien diese Seite hat.',
  'A category at eBay is a number: choose one of those suggested.':
    'Eine Kategorie ist bei eBay eine Nummer: Wähle eine der vorgeschlagenen.',
  'The offer was deleted at eBay just now; it is made anew next time.':
    'Das Angebot wurde eben bei eBay gelöscht; beim nächsten Mal wird es neu angelegt.',
  'eBay did it but did not say its number: Deal Scout looks it up before anything else.':
    'eBay hat es getan, aber die Nummer nicht genannt: Deal Scout schlägt sie nach, bevor es weitergeht.',
  'eBay’s answer was empty.': 'eBays Antwort war leer.',
  'eBay did not say whether it was changed: Deal Scout looks it up before anything else.':
    'eBay hat nicht gesagt, ob es geändert wurde: Deal Scout schlägt es nach, bevor es weitergeht.',
  'eBay did not change it.': 'eBay hat es nicht geändert.',
  'eBay’s answer does not say what stands there.': 'eBays Antwort sagt nicht, was dort steht.',
  'eBay’s answer about the ad could not be read.': 'eBays Antwort über die Anzeige war nicht lesbar.',
  'This is no place in eBay’s list of orders: begin again.':
    'Diese Stelle gibt es in eBays Liste der Bestellungen nicht: Beginne von vorn.',
  'eBay’s answer does not say which orders there are.':
    'eBays Antwort sagt nicht, welche Bestellungen es gibt.',
  'The photo is not a JPEG: clean it up again before posting.':
    'Das Foto ist kein JPEG: Bereite es vor dem Einstellen noch einmal auf.',
  'eBay takes photos of up to 12 MB: make this one smaller.':
    'eBay nimmt Fotos bis 12 MB: Mache dieses kleiner.',
  'eBay took the photo but did not say where it is.':
    'eBay hat das Foto angenommen, aber nicht gesagt, wo es ist.',
  'Your eBay account has no business policies yet: turn them on at eBay (Account settings, Business policies); it can take a day until they are there.':
    'Dein eBay-Konto hat noch keine Rahmenbedingungen: Schalte sie bei eBay ein (Kontoeinstellungen, Rahmenbedingungen); es kann einen Tag dauern, bis sie da sind.',
  'Your seller account at eBay is not complete: finish it under Account settings at eBay.':
    'Dein Verkäuferkonto bei eBay ist nicht fertig eingerichtet: Schließe es bei eBay unter Kontoeinstellungen ab.',
  'You have no shipping policy for this eBay site: make one at eBay under Business policies.':
    'Du hast für diese eBay-Seite keine Versandbedingungen: Lege sie bei eBay unter Rahmenbedingungen an.',
  'You have no payment policy for this eBay site: make one at eBay under Business policies.':
    'Du hast für diese eBay-Seite keine Zahlungsbedingungen: Lege sie bei eBay unter Rahmenbedingungen an.',
  'You have no return policy for this eBay site: make one at eBay under Business policies.':
    'Du hast für diese eBay-Seite keine Rücknahmebedingungen: Lege sie bei eBay unter Rahmenbedingungen an.',
  'eBay does not know yet from where you ship: enter your country and postal code once.':
    'eBay weiß noch nicht, von wo du verschickst: Gib einmal dein Land und deine Postleitzahl ein.',
  'Your selling limit at eBay is used up: end other listings, wait for next month, or ask eBay for more.':
    'Dein Verkaufslimit bei eBay ist erschöpft: Beende andere Angebote, warte auf den nächsten Monat oder bitte eBay um mehr.',
  'A tracking number has letters and digits only: check it.':
    'Eine Sendungsnummer besteht nur aus Buchstaben und Ziffern: Prüfe sie.',
  'Nothing of this order was chosen to ship.': 'Aus dieser Bestellung wurde nichts zum Versand gewählt.',
  'eBay made no key by which calls about money are signed.':
    'eBay hat keinen Schlüssel gemacht, mit dem Aufrufe zu Geld unterschrieben werden.',
  'Take off between 5 and 90 %, in whole numbers.': 'Lass zwischen 5 und 90 % nach, in ganzen Zahlen.',
  'Nobody watches it now who could be sent an offer.':
    'Gerade beobachtet es niemand, dem ein Angebot geschickt werden könnte.',
  'eBay’s limit of calls is reached; it goes on by itself.':
    'eBays Grenze für Aufrufe ist erreicht; es geht von selbst weiter.',
  'Check in your eBay account that business policies are turned on.':
    'Prüfe in deinem eBay-Konto, ob Rahmenbedingungen eingeschaltet sind.',
  'Correct what eBay names in the ad, and post it again.':
    'Berichtige in der Anzeige, was eBay nennt, und stelle sie noch einmal ein.',
  'Change the price.': 'Ändere den Preis.',
  'Change the quantity.': 'Ändere die Anzahl.',
  'Choose another category, one that has none below it.':
    'Wähle eine andere Kategorie, eine ohne Unterkategorien.',
  'Choose a shipping policy of this eBay site.': 'Wähle Versandbedingungen dieser eBay-Seite.',
  'Choose a payment policy of this eBay site.': 'Wähle Zahlungsbedingungen dieser eBay-Seite.',
  'Choose a return policy of this eBay site.': 'Wähle Rücknahmebedingungen dieser eBay-Seite.',
  'Choose the place from which you ship.': 'Wähle den Ort, von dem du verschickst.',
  'Upload the photos again; eBay keeps those without a listing for 30 days.':
    'Lade die Fotos noch einmal hoch; ohne Angebot behält eBay sie 30 Tage.',
  'Upload the photos again.': 'Lade die Fotos noch einmal hoch.',
  'Fill in what eBay says is missing, and post it again.':
    'Ergänze, was laut eBay fehlt, und stelle sie noch einmal ein.',
  'Complete your seller account at eBay first.': 'Richte zuerst dein Verkäuferkonto bei eBay fertig ein.',
  'This listing cannot be changed any more: end it and post it anew.':
    'Dieses Angebot lässt sich nicht mehr ändern: Beende es und stelle es neu ein.',
  'Enter the weight, or choose a shipping policy that does not depend on it.':
    'Gib das Gewicht ein, oder wähle Versandbedingungen, die nicht davon abhängen.',
  'Choose a condition that this category takes.': 'Wähle einen Zustand, den diese Kategorie erlaubt.',
  'Correct the item specifics.': 'Berichtige die Artikelmerkmale.',
  'eBay is still busy with this thing; it goes on by itself.':
    'eBay ist mit diesem Artikel noch beschäftigt; es geht von selbst weiter.',
  'Fill in what this category asks for, and post it again.':
    'Ergänze, was diese Kategorie verlangt, und stelle sie noch einmal ein.',
  'Choose a policy of this eBay site: each site has its own.':
    'Wähle Bedingungen dieser eBay-Seite: Jede Seite hat ihre eigenen.',
  'Somebody has bid or made an offer: it can be changed again after that.':
    'Jemand hat geboten oder einen Preis vorgeschlagen: Danach lässt es sich wieder ändern.',
  'eBay holds this listing back for its rules: look into your messages at eBay.':
    'eBay hält dieses Angebot wegen seiner Regeln zurück: Sieh in deine Nachrichten bei eBay.',
  'It was deleted at eBay: post it again.': 'Es wurde bei eBay gelöscht: Stelle es noch einmal ein.',
  'The item’s number may have letters and digits only.':
    'Die Nummer des Artikels darf nur aus Buchstaben und Ziffern bestehen.',
  'It was ended or deleted at eBay.': 'Es wurde bei eBay beendet oder gelöscht.',
  'Fees are told only before it is published.': 'Gebühren werden nur vor dem Veröffentlichen genannt.',
  'eBay tells of the last two years only.': 'eBay gibt nur die letzten zwei Jahre heraus.',
  'The clock of this machine is ahead of eBay’s: set it.':
    'Die Uhr dieses Rechners geht vor eBays: Stelle sie.',
  'Check the tracking number and the carrier: letters and digits only.':
    'Prüfe Sendungsnummer und Versender: nur Buchstaben und Ziffern.',
  'Check the day on which it was shipped.': 'Prüfe den Tag, an dem es verschickt wurde.',
  'Take off at least 5 %.': 'Lass mindestens 5 % nach.',
  'Change the message: plain words, no links, at most 2,000 characters.':
    'Ändere die Nachricht: schlichte Worte, keine Links, höchstens 2.000 Zeichen.',
  'The listing has ended.': 'Das Angebot ist beendet.',
  'Take off less: eBay has a lowest price for offers.':
    'Lass weniger nach: eBay hat für Angebote einen niedrigsten Preis.',
  'This listing takes no offers.': 'Dieses Angebot nimmt keine Preisvorschläge an.',
  'No more offers can be sent for it.': 'Dafür lassen sich keine weiteren Angebote verschicken.',
  'No more offers can be sent for now.': 'Vorerst lassen sich keine weiteren Angebote verschicken.',
}
