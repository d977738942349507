/** What shops and marketplaces write of a thing's availability. */
export type Stock = 'active' | 'pending' | 'sold' | 'gone'

const words: Record<Stock, string> = {
  active:
    'active, available, for sale, live, in stock, in store only, online only, limited availability, open, listed, published, verfügbar, auf lager, lieferbar, en stock, disponible, disponibile, beschikbaar, op voorraad, dostępny, disponível, aktiv, actif, activo, attivo, actief, aktywne, tilgængelig, på lager, i lager, skladem, na skladě, în stoc, raktáron, stokta, в наличии, активно, 販売中, 在庫あり, 판매중',
  pending:
    'pending, reserved, on hold, sale pending, pending pickup, pickup pending, reserviert, réservé, réservée, reservado, reservada, riservato, riservata, gereserveerd, zarezerwowany, zarezerwowane, reserveret, reserverad, reservert, varattu, rezervováno, rezervované, rezervat, foglalva, в резерве, зарезервировано, забронировано, заброньовано, 예약중',
  sold: 'sold, sold out, completed, purchased, ended with sales, sold via other, item sold, verkauft, ausverkauft, vendu, vendue, vendido, vendida, esgotado, agotado, agotada, venduto, venduta, esaurito, verkocht, uitverkocht, épuisé, épuisée, sprzedane, sprzedany, sprzedana, sprzedano, wyprzedane, solgt, udsolgt, utsolgt, såld, sålt, slutsåld, slutsålt, myyty, loppuunmyyty, prodáno, prodané, predané, vyprodáno, vypredané, eladva, elkelt, vândut, satıldı, tükendi, πουλήθηκε, πωλήθηκε, продано, продан, продана, проданы, распродано, 已售, 已售出, 已賣出, 売り切れ, 売切れ, 売却済み, 판매완료, 거래완료, 품절',
  gone: 'gone, ended, expired, removed, deleted, inactive, unavailable, not available, currently unavailable, unsold, ended without sales, out of stock, no longer available, discontinued, withdrawn, cancelled, canceled, closed, delisted, archived, nicht verfügbar, nicht vorrätig, nicht auf lager, rupture de stock, en rupture de stock, indisponible, no disponible, sin existencias, non disponibile, niet beschikbaar, niet op voorraad, niedostępny, indisponível, fora de estoque, nicht mehr verfügbar, beendet, abgelaufen, deaktiviert, inaktiv, archiviert, gelöscht, plus disponible, terminé, terminée, expiré, expirée, ya no disponible, finalizado, finalizada, caducado, caducada, inactivo, non più disponibile, terminato, scaduto, niet meer beschikbaar, verlopen, beëindigd, zakończone, zakończona, nieaktywne, nieaktualne, encerrado, já não disponível, 0 in stock, 0 available, 0 left, supprimé, eliminado, ikke på lager, inte i lager, slut i lager, není skladem, нет в наличии, снято с продажи, удалено, архив, 在庫なし',
}

const byPlainName = new Map(
  Object.entries(words).flatMap(([stock, text]) =>
    text.split(',').map((word): [string, Stock] => [plainName(word), stock as Stock]),
  ),
)

/** Without case, spaces and punctuation: "OutOfStock", "out_of_stock" and "Out of stock" are one. */
function plainName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What a word or a schema.org address says of the availability; null where it says nothing that we know. */
export function stockOf(text: string): Stock | null {
  const word = text
    .trim()
    .slice(0, 100)
    .replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '')
  return byPlainName.get(plainName(word)) ?? null
}
