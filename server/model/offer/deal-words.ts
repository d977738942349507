import type { OfferKind } from './kinds.ts'
import { phrasesOf } from './phrases.ts'

/**
 * Words of a title that say what kind of offer it is, in the languages of the markets that are read (folded: no
 * accents). Some count only where the title begins ("looking for" is elsewhere said of new owners), some at either end.
 */
export interface DealPhrase {
  kind: OfferKind
  where: 'anywhere' | 'lead' | 'ends'
}

const anywhere = (kind: OfferKind): DealPhrase => ({ kind, where: 'anywhere' })
const lead = (kind: OfferKind): DealPhrase => ({ kind, where: 'lead' })
/** Said in words of such an offer, and yet none: these are taken first. */
const none = null

export const dealPhrases = phrasesOf<DealPhrase | null>([
  [
    anywhere('wanted'),
    'wanted, wtb, kaufgesuch, want to buy, wanting to buy, want to purchase, anyone selling, anybody selling, does anyone have, looking to buy, looking to purchase, trying to buy, ' +
      'we buy, i buy, i will buy, we will buy, webuy, buying, we pay cash, cash paid, cash for your, ca h paid, ' +
      'paying cash, paying top dollar, pay top dollar, top dollar for, top buyer, buyer, buyers, not selling, ' +
      'sell us your, sell me your, sell your, in search of, gesucht, suche dringend, zu kaufen gesucht, ' +
      'recherche urgent, se busca, gezocht, te koop gevraagd, gevraagd, cercasi, procura se, poszukuje, ' +
      'poszukiwany, poszukiwana, skup, kopes, sokes, onskas kopa, vill kopa, onskes kjopt, kjopes, onskes kobt, kobes, soges, ' +
      'ostetaan, halutaan ostaa, haluan ostaa, etsitaan, vi koper, vi kjoper, vi kober',
  ],
  [
    lead('wanted'),
    'iso, lf, looking for, searching for, seeking, need, in need of, cash for, buy, suche, ich suche, ' +
      'wir suchen, such, kaufe, ich kaufe, wir kaufen, ankauf, cherche, je cherche, on cherche, recherche, ' +
      'je recherche, achete, rachete, busco, buscamos, compro, compramos, compro tu, zoek, ik zoek, wij zoeken, ' +
      'op zoek naar, koop, ik koop, inkoop, cerco, cerchiamo, procuro, procuramos, szukam, kupie, kupimy, ' +
      'soker, jag soker, letar efter, jag koper, leter etter, ser etter, kjoper, jeg kjoper, jeg soker, soger, jeg soger, kober, jeg kober, ' +
      'koper din, onsker a kjope, jeg onsker a kjope, onsker at kobe, skupuje, skupie, kupujem, kupim, cumpar, caut, ' +
      'ostan, etsin, kaipaan, куплю, купим, ищу, ищем, приму в дар, скупка, скупаю, шукаю, шукаємо, koupim, hledam, keresek, ' +
      'veszek, aliyorum, ariyorum',
  ],
  [{ kind: 'wanted', where: 'ends' }, 'needed, models required'],
  [
    none,
    'most wanted, wanted dead or alive, wanted poster, help wanted sign, for sale or wanted, looking for new home, ' +
      'looking for a new home, looking for a good home, looking for a home, looking for new owner, ' +
      'looking for a new owner, looking for alaska, need for speed, needs a new home, needed no longer, ' +
      'tlc needed, work needed, some work needed, attention needed, love needed, repair needed, repairs needed, restoration needed, ' +
      'nothing needed, not needed, tools needed, assembly needed, space needed, room needed, money needed, cash needed, ' +
      'no longer needed, no longer wanted, not wanted, unwanted, suche und finde, cherche et trouve, zoek en vind, ' +
      'koop nu, sell your soul, buyer pays, buyer must, buyer to, buyer will, buyer protection, buyers premium, ' +
      'first buyer, serious buyer, serious buyers, right buyer, buyers only, by buyer, to buyer, for buyer, buyer collects, ' +
      'buyer picks, buy now, buy it now, buy one, buy me, buy 2, buy 3, buy both, buy all, buy buy baby, buy today',
  ],
  [
    anywhere('trade'),
    'wtt, will trade for, will swap for, can trade for, want to trade, for trade, to trade, trade for, trade 4, swap 4, trade only, trades only, swap for, for swap, to swap, ' +
      'swaps only, swap only, would like to trade, would like to swap, looking to swap, looking to trade, ' +
      'change for, exchange for, zum tausch, im tausch, nur tausch, gegen tausch, a echanger, echange contre, ' +
      'contre echange, cambio por, se cambia por, permuto por, scambio con, in scambio di, troco por, te ruil, ' +
      'ruilen voor, ruilen tegen, zamienie na, na wymiane, wymienie na',
  ],
  [
    lead('trade'),
    'tausche, tausch, echange, echanger, cambio, intercambio, permuto, scambio, troco, ruil, ruilen, swap, ' +
      'trade, trading, swapping, will trade, will swap, can trade, zamienie, zamiana, wymienie, меняю, обменяю, обмен, ' +
      'поменяю, міняю, обміняю, обмін, bytes, byter, byttes, vymenim, elcserelnem, takas',
  ],
  [
    none,
    'sale or trade, sell or trade, sale trade, sell trade, trade or sell, trade or sale, sale or swap, sell or swap, ' +
      'swap or sell, swap or sale, sale swap, for sale trade for, part trade, trade in, trade show, trade paperback, ' +
      'fair trade, no trade, no trades, no swaps, no swap, not for trade, or trade, or trade for, or swap, ' +
      'or swap for, obo trade for, verkauf oder tausch, verkaufe oder tausche, oder tausche, oder tausch, ' +
      'vends ou echange, ou echange, vendo o cambio, o cambio por, vendo o scambio, o scambio, vendo ou troco, ' +
      'ou troco, te koop of te ruil, of ruilen, sprzedam lub zamienie, lub zamienie, cambio automatico, ' +
      'cambio manuale, troco de marcha, kein tausch, keine tausch, pas d echange',
  ],
  [
    anywhere('rental'),
    'for rent, to rent, rental, rentals, for hire, to hire, for lease, to let, lease takeover, lease transfer, ' +
      'take over lease, takeover lease, take over payments, sublet, sublease, zu vermieten, zur miete, vermiete, mieten, zum mieten, verleih, ' +
      'mietwagen, leasingubernahme, a louer, en location, location de, en alquiler, se alquila, alquilo, alquiler de, ' +
      'in affitto, affittasi, affitto, noleggio, a noleggio, te huur, verhuur, huren, aluga se, para alugar, ' +
      'aluguer de, aluguel de, alugo, do wynajecia, na wynajem, wynajem, wynajme',
  ],
  [none, 'ex rental, former rental, rental car smell, rental returns, rent free, for rent sign, to let sign'],
  [
    anywhere('service'),
    'umzugshelfer, umzugsservice, entrumpelung, entrumpelungen, ' +
      'jailbreak service, jailbreak services, jailbreaking, jailbreak your, same day repair, data recovery, tv mounting, ' +
      'tv wall mounting, tv installation, mounting service, ' +
      'specialist, specialists, installers, contractors, maintenance service, maintenance services, supplied and fitted, ' +
      'supply and fit, makeup artist, make up artist, lip fillers, botox, massage therapy, repair, reparatur, reparation, reparacion, reparatie, reparacao, repair service, repair services, repair shop, repairing, repairs, we repair, we fix, i fix, i repair, we unlock, ' +
      'unlocking, unlock service, unlock sim, sim unlock, phone unlock, iphone unlock, unlock phone, unlock phones, ' +
      'unlock your, cleaning service, cleaning services, delivery service, ' +
      'removal service, moving service, man and van, man with van, man with a van, installation service, ' +
      'installation services, mobile mechanic, handyman, babysitter, babysitting, tutoring, tutor, lessons, ' +
      'reparaturservice, reparaturdienst, reparatur von, wir reparieren, nachhilfe, unterricht, umzugshilfe, ' +
      'reparation de, depannage, cours de, cours particuliers, reparacion de, reparamos, clases de, ' +
      'clases particulares, riparazione, riparazioni, lezioni di, ripetizioni, reparatie van, bijles, ' +
      'wij repareren, reparacao de, aulas de, explicacoes, naprawa, naprawy, korepetycje, lekcje',
  ],
  [
    none,
    'repair kit, repair kits, repair manual, repair manuals, repair tool, repair tools, repair book, repair part, ' +
      'repair parts, repair patch, repair stand, repair cream, repair mask, repair serum, repair shampoo, or repair, ' +
      'no repair, for repair, to repair, needs repair, need repair, repair needed, parts repair, spares repair, ' +
      'reparatur set, zur reparatur, kit de reparation, a reparer, kit de reparacion, for parts or repairs, repairs manual, spares or repairs, spares and repairs, spares repairs, spare or repairs, ' +
      'parts or repairs, for repairs, needs repairs, needs some repairs, need repairs, minor repairs, some repairs, ' +
      'lessons in, piano lessons book, naprawa lub, do naprawy, repairs done, all repairs, repairs needed',
  ],
  [
    anywhere('fake'),
    'super copy, mirror copy, exact copy, aaa copy, aaa quality, aaa grade, master copy, first copy, high copy, nachbau, ' +
      'kein original, keine originale, keine original, nicht original, nicht echt, not authentic, inspired by, inspired bag, ' +
      'inspired handbag, inspired watch, copie, kopie, goophone, reps, ' +
      'clone, clones, replica, replicas, fake, counterfeit, knockoff, knock off, super clone, superclone, not genuine, ' +
      'not original apple, bootleg copy, falschung, plagiat, nachahmung, contrefacon, replique, falso, falsa, ' +
      'falsificado, imitacion, imitazione, replika, namaak, nep, imitacao, falsificada, podrobka, podroba',
  ],
  [
    none,
    'no fake, no fakes, not fake, not a fake, not a clone, no clone, not replica, no replica, fake plant, ' +
      'fake plants, fake flower, fake flowers, fake fur, fake leather, fake grass, fake tree, fake trees, fake nails, ' +
      'fake eyelashes, fake lashes, fake tan, fake hair, fake book, fake candle, fake candles, fake id, fake blood, ' +
      'fake designer, clone trooper, clone troopers, clone wars, clone hero, clone army, replica jersey, ' +
      'replica shirt, replica kit, replica helmet, replica sword, replica gun, replica lightsaber, replica prop, ' +
      'prop replica, scale replica, diecast replica, die cast replica, model replica, museum replica, movie replica, ' +
      'replica football, replica model, replica statue, replica furniture, keine fake, kein fake, kein plagiat, ' +
      'keine falschung, pas de contrefacon, no falso, non falso',
  ],
  [
    anywhere('lot'),
    'lot, joblot, job lot, bundle, bundles, wholesale, bulk, konvolut, sammlung, posten, restposten, ' +
      'lote, lote de, stock lot, in blocco, partij, zestaw roznych, mixed lot, assorted',
  ],
  [
    none,
    'a lot, a lot of, a lot of life, lots of life, a lot of fun, lots of fun, parking lot, lots of extras, with lots of, whole lot, ' +
      'lots of storage, lots of room, lots of space, lots of accessories, bundle of joy, with bundle',
  ],
  [
    anywhere('catalogue'),
    'all models available, many models available, various models available, clearance sale',
  ],
  [
    anywhere('other'),
    'concert tickets, concert ticket, festival tickets, festival ticket, konzertkarten, konzerttickets, eintrittskarten, ' +
      'iptv subscription, iptv subscriptions, month subscription, months subscription, year subscription, ' +
      'lifetime subscription, iptv service, streaming subscription, ' +
      'gift card, giftcard, gift voucher, garage sale, yard sale, moving sale everything, estate sale, car boot sale, ' +
      'business for sale, now hiring, job vacancy, gutschein, bon d achat, tarjeta regalo, cadeaubon, karta podarunkowa',
  ],
])
