import type { Condition } from '../../model/listing-schema.ts'

/**
 * The sites' own words → our scale, as eBay's and Vinted's sites, Kleinanzeigen, Leboncoin, Wallapop, Subito,
 * Marktplaats, OLX and others write them; in each block English, German, French, Spanish, Italian, Dutch, Polish,
 * Portuguese, Swedish, Norwegian, Danish, Finnish. Where a site has a step that we lack ("very good"), it goes to the nearest step that says no less about
 * wear: very good → excellent, acceptable → fair, salvage → for-parts.
 */
export const conditionWords: Record<Condition, string> = {
  new: `new|brand new|new with tags|new with box|new in box|new never used|never used|new unridden with tags|unridden|nwt|
    bnib|nib|factory sealed|sealed|newcondition|new sealed|new unused|
    neu|neu ovp|neu und ovp|neu in ovp|neu mit etikett|neu mit karton|neu mit ovp|originalverpackt|ungeöffnet|fabrikneu|nagelneu|brandneu|
    neuf|état neuf|neuf avec étiquette|neuf avec étiquettes|neuf avec boîte|jamais utilisé|sous blister|
    nuevo|nuevo con etiquetas|nuevo con etiqueta|nuevo con caja|sin abrir|a estrenar|sin estrenar|precintado|
    nuovo|nuovo con cartellino|nuovo con etichetta|nuovo con scatola|nuovo mai usato|mai usato|sigillato|
    nieuw|nieuw met prijskaartje|nieuw met label|nieuw met kaartje|nieuw met doos|nieuw in doos|ongebruikt|
    nowy|nowa|nowe|nowy z metką|nowy z etykietą|nowy z pudełkiem|nieużywany|nieużywane|fabrycznie nowy|
    novo|nova|novo com etiqueta|novo com etiquetas|novo com caixa|nunca usado|lacrado|selado|
    ny|nytt|helt ny|helt nytt|helt oanvänd|oanvänd|oanvänt|i originalförpackning|ny med prislapp|oöppnad|
    ubrukt|helt ny ubrukt|i originalemballasje|ny med merkelapp|uåpnet|
    ubrugt|helt nyt|nyt|i original emballage|ny med mærke|uåbnet|
    uusi|uutta vastaava avaamaton|käyttämätön|avaamaton|alkuperäispakkauksessa|uusi laput kiinni|täysin uusi|
    nový|nová|nové|nový s visačkou|nové s visačkou|nové se štítkem|nerozbalené|nepoužité|nepoužitý|nou|nouă|nou cu etichetă|
    új|új címkével|bontatlan|sıfır|yeni|yeni ve etiketli|новый|новая|новое|новые|новый с биркой|новое с биркой|
    новий|нова|нове|新品|新品未使用|全新|새상품`,
  'like-new': `like new|used like new|as new|almost new|nearly new|mint|near mint|pristine|new other|new other see details|
    new open box|open box|opened never used|opened but never used|open box never used|openbox|new without tags|new without box|nwot|b stock|certified pre owned|
    near mint nm or m|near mint nm|mint m|nm|
    wie neu|neu ohne etikett|neu ohne karton|neu ohne ovp|neuwertig|so gut wie neu|fast neu|neu sonstige|
    neu sonstige siehe artikelbeschreibung|neuwertiger zustand|b ware|
    neuf sans étiquette|neuf sans étiquettes|neuf sans boîte|comme neuf|quasi neuf|presque neuf|neuf autre|
    neuf autre voir les détails|état comme neuf|
    como nuevo|casi nuevo|seminuevo|nuevo sin etiquetas|nuevo sin etiqueta|nuevo sin caja|nuevo otro|
    nuevo otro ver detalles|nuevo otros|nuevo otros ver detalles|
    come nuovo|pari al nuovo|quasi nuovo|nuovo senza cartellino|nuovo senza etichetta|nuovo senza scatola|nuovo altro|
    nuovo altro vedi dettagli|come nuovo perfetto|
    zo goed als nieuw|als nieuw|nieuw zonder prijskaartje|nieuw zonder label|nieuw zonder kaartje|nieuw zonder doos|
    nieuw overige|nieuw overige zie details|nieuw anders|bijna nieuw|
    jak nowy|jak nowa|jak nowe|prawie nowy|nowy bez metki|nowy bez etykiety|nowy bez pudełka|nowy inny|
    nowy inny zobacz szczegóły|nowy inne|
    como novo|quase novo|seminovo|novo sem etiqueta|novo sem etiquetas|novo sem caixa|novo outro|novo outros|
    nyskick|som ny|som nytt|nästan ny|i nyskick|
    som ny|nesten ny|pent brukt som ny|så godt som ny|
    næsten ny|næsten som ny|så god som ny|nærmest ny|
    kuin uusi|uudenveroinen|lähes uusi|melkein uusi|
    jako nový|jako nová|jako nové|nové bez visačky|nový bez visačky|nové bez štítku|ca nou|nou fără etichetă|újszerű|
    új címke nélkül|sıfır gibi|yeni gibi|как новый|как новая|как новое|почти новый|почти новое|як новий|як нова|як нове|
    未使用に近い|几乎全新`,
  excellent: `excellent|used excellent|excellent condition|pre owned excellent|excellent lightly ridden|lightly used|
    gently used|euc|vguc|very good|used very good|very good condition|pre owned very good|very good refurbished|
    excellent refurbished|certified refurbished|certified refurb|manufacturer refurbished|reconditioned certified|
    reconditioned|very good plus|very good plus vg|vg+|very good plus vg+|excellent ex|ex|ex+|
    sehr gut|sehr guter zustand|in sehr gutem zustand|hervorragend|ausgezeichnet|top zustand|exzellent|
    zertifiziert refurbished|zertifiziert generalüberholt|vom hersteller generalüberholt|hervorragend refurbished|
    hervorragend generalüberholt|sehr gut refurbished|sehr gut generalüberholt|
    très bon état|très bon|en très bon état|excellent état|parfait état|certifié reconditionné|
    reconditionné certifié|reconditionné par le fabricant|remis à neuf par le fabricant|excellent reconditionné|
    très bon reconditionné|très bon état reconditionné|
    muy bueno|muy buen estado|en muy buen estado|excelente|excelente estado|en excelente estado|perfecto estado|
    certificado reacondicionado|reacondicionado certificado|reacondicionado por el fabricante|
    excelente reacondicionado|muy bueno reacondicionado|muy buen estado reacondicionado|
    ottimo|ottime|ottime condizioni|ottimo stato|in ottime condizioni|eccellente|eccellenti condizioni|
    certificato ricondizionato|ricondizionato certificato|ricondizionato dal produttore|eccellente ricondizionato|
    ottimo ricondizionato|ottime condizioni ricondizionato|
    heel goed|zeer goed|uitstekend|in zeer goede staat|zeer goede staat|heel goede staat|gecertificeerd refurbished|
    gecertificeerd opgeknapt|door fabrikant gereviseerd|uitstekend refurbished|zeer goed refurbished|
    heel goed refurbished|
    bardzo dobry|bardzo dobra|bardzo dobre|bardzo dobry stan|stan bardzo dobry|doskonały|idealny|stan idealny|
    certyfikowany odnowiony|odnowiony certyfikowany|odnowiony przez producenta|doskonały odnowiony|
    bardzo dobry odnowiony|
    muito bom|muito bom estado|em muito bom estado|excelente recondicionado|certificado recondicionado|
    recondicionado certificado|recondicionado pelo fabricante|muito bom recondicionado|ótimo|ótimo estado|
    mycket gott skick|mycket bra|mycket gott|väldigt bra|utmärkt skick|mycket bra skick|mycket fint skick|toppskick|väldigt bra skick|
    svært god stand|svært god|veldig god|meget pent brukt|utmerket stand|veldig god stand|meget god stand|svært pent brukt|
    meget god|meget godt|rigtig god|meget god stand|rigtig god stand|fremragende stand|super stand|meget velholdt|i meget god stand|
    erinomainen|erinomainen kunto|erittäin hyvä|erittäin hyvä kunto|erinomaisessa kunnossa|kiitettävä|
    velmi dobrý|velmi dobrá|velmi dobré|velmi dobrý stav|výborný|výborný stav|foarte bun|foarte bună|stare foarte bună|
    kiváló|nagyon jó|çok iyi|отличное|отличное состояние|в отличном состоянии|очень хорошее|очень хорошее состояние|
    відмінний|відмінний стан|дуже добрий стан|目立った傷や汚れなし`,
  good: `good|used good|good condition|pre owned good|good used mechanically sound|good refurbished|used|preowned|
    pre owned|used normal wear|second hand|secondhand|preloved|pre loved|guc|usedcondition|seller refurbished|refurbished|refurb|
    refurbishedcondition|new with defects|new with imperfections|very good vg|vg|
    gebraucht|gut|guter zustand|gebrauchter zustand|in gutem zustand|gut erhalten|second hand|gebrauchtware|
    generalüberholt|vom verkäufer generalüberholt|gut refurbished|gut generalüberholt|aufbereitet|neu mit fehlern|
    neu mit mängeln|
    bon|bon état|en bon état|occasion|d'occasion|usagé|reconditionné|remis à neuf|reconditionné par le vendeur|
    remis à neuf par le vendeur|bon reconditionné|bon état reconditionné|neuf avec défauts|
    bueno|buen estado|en buen estado|usado|de segunda mano|segunda mano|reacondicionado|
    reacondicionado por el vendedor|bueno reacondicionado|buen estado reacondicionado|nuevo con defectos|
    buono|buone|buone condizioni|buono stato|in buone condizioni|usato|di seconda mano|seconda mano|ricondizionato|
    rigenerato|ricondizionato dal venditore|buono ricondizionato|buone condizioni ricondizionato|nuovo con difetti|
    goed|goede staat|in goede staat|gebruikt|tweedehands|gereviseerd|opgeknapt|door verkoper gereviseerd|
    goed refurbished|nieuw met gebreken|nieuw met defecten|
    dobry|dobra|dobre|dobry stan|stan dobry|używany|używana|używane|odnowiony|odnowione|regenerowany|
    odnowiony przez sprzedawcę|dobry odnowiony|nowy z wadami|nowy z defektami|
    bom|bom estado|em bom estado|usada|em segunda mão|segunda mão|de segunda mão|recondicionado|
    recondicionado pelo vendedor|bom recondicionado|novo com defeitos|
    gott skick|bra skick|begagnad|begagnat|använd|använt|i gott skick|fint skick|
    god stand|god|god men brukt|brukt|pent brukt|bra stand|i god stand|godt brukt|
    brugt|god stand|velholdt|pæn stand|i god stand|
    hyvä|hyvä kunto|hyvässä kunnossa|käytetty|hyväkuntoinen|
    dobrý stav|použitý|použitá|použité|z druhé ruky|folosit|folosită|utilizat|second hand|bun|bună|stare bună|használt|jó|
    jó állapotú|ikinci el|kullanılmış|iyi|б/у|бу|хорошее|хорошее состояние|в хорошем состоянии|подержанный|
    б/в|вживаний|вживана|вживане|хороший стан|добрий стан|やや傷や汚れあり|中古|二手|중고`,
  fair: `fair|used fair|fair condition|acceptable|used acceptable|pre owned fair|satisfactory|used heavy wear|heavily used|
    good plus g|good plus g+|good plus|good g|g+|
    in ordnung|akzeptabel|zufriedenstellend|befriedigend|akzeptabler zustand|
    satisfaisant|état satisfaisant|acceptable|état acceptable|correct|état correct|état moyen|
    aceptable|en condiciones aceptables|satisfactorio|condiciones aceptables|estado aceptable|
    accettabile|soddisfacente|soddisfacenti|condizioni soddisfacenti|discreto|discrete|discrete condizioni|condizioni accettabili|sufficiente|
    acceptabel|redelijk|redelijke staat|voldoende|
    zadowalający|zadowalająca|zadowalające|dopuszczalny|akceptowalny|dostateczny|stan zadowalający|
    satisfatório|aceitável|estado aceitável|razoável|
    okej skick|hyfsat skick|acceptabelt skick|slitet|ganska bra skick|
    akseptabel|akseptabel stand|grei stand|ok stand|noe slitt|
    acceptabel stand|rimelig stand|okay stand|noget slidt|
    tyydyttävä|tyydyttävä kunto|kohtalainen|kohtalainen kunto|välttävä|ihan ok|
    uspokojivý|uspokojivé|uspokojivý stav|přijatelný|satisfăcător|satisfăcătoare|megfelelő|kielégítő|удовлетворительное|
    удовлетворительное состояние|задовільний|задовільний стан|傷や汚れあり`,
  poor: `poor|used poor|poor condition|poor needs servicing|well worn|damaged|damagedcondition|fair f|poor p|fair f or poor p|
    schlecht|stark gebraucht|mauvais état|lo ha dado todo|mal estado|en mal estado|danneggiato|cattive condizioni|
    slecht|slechte staat|zły|zły stan|mau estado|em mau estado|
    dåligt skick|mycket slitet|hårt slitet|dårlig stand|mye slitt|hardt slitt|meget slidt|i dårlig stand|huono|huono kunto|
    huonossa kunnossa|kulunut|плохое|плохое состояние|全体的に状態が悪い`,
  'for-parts': `for parts|parts|parts only|for parts or not working|for parts not working|not working|
    for parts not working unrideable|parts or not working|spares or repair|spares or repairs|for spares or repair|salvage|
    broken|non functioning|nonfunctional|as is for parts|spares repairs|for parts or repair|not functional|faulty|
    defekt|defect|ersatzteil|ersatzteile|als ersatzteil|für ersatzteile|für bastler|bastler|bastlerware|kaputt|
    ersatzteil defekt|als ersatzteil defekt|nicht funktionsfähig|
    pour pièces|pour pièces détachées|pièces détachées|ne fonctionne pas|hors service|
    pour pièces détachées ne fonctionne pas|pour pièces détachées ou ne fonctionne pas|défectueux|défectueuse|cassé|cassée|pour pièces ou à réparer|en panne|non fonctionnel|non fonctionnelle|pour pièces ou non fonctionnel|
    para piezas|para desguace|no funciona|para piezas o no funciona|para desguace o no funciona|para desguace no funciona|
    averiado|roto|para repuestos|
    per parti di ricambio|per ricambi|per pezzi di ricambio|non funzionante|per parti di ricambio o non funzionante|
    per pezzi di ricambio non funzionante|per ricambi o non funzionante|guasto|rotto|
    voor onderdelen|niet werkend|voor onderdelen of defect|voor onderdelen niet werkend|voor onderdelen of niet werkend|
    kapot|
    na części|uszkodzony|uszkodzona|uszkodzone|niesprawny|zepsuty|na części lub uszkodzony|na części lub niesprawny|
    na części uszkodzony|nie działa|
    para peças|não funciona|para peças ou não funciona|avariado|com defeito|danificado|quebrado|
    trasig|trasigt|för reservdelar|reservdelar|fungerar inte|renoveringsobjekt|sönder|behöver lagas|
    ødelagt|til deler|fungerer ikke|defekt må repareres|må repareres|virker ikke|til reservedele|i stykker|går i stykker|
    rikki|rikkinäinen|viallinen|varaosiksi|ei toimi|epäkuntoinen|vaatii korjausta|
    na díly|na náhradní díly|nefunkční|rozbitý|rozbité|vadný|poškozený|pentru piese|defectă|nu funcționează|alkatrésznek|
    hibás|arızalı|bozuk|yedek parça|на запчасти|не работает|сломан|неисправен|неисправный|требует ремонта|
    на запчастини|не працює|зламаний|ジャンク|ジャンク品`,
}

/** That a thing was used or renewed, and nothing of how it is: what stands beside it says that. */
export const usedWords = `used|pre owned|preowned|second hand|secondhand|gebraucht|occasion|d'occasion|usagé|usado|usada|
  de segunda mano|segunda mano|usato|di seconda mano|seconda mano|gebruikt|tweedehands|używany|używana|używane|em segunda mão|
  de segunda mão|segunda mão|begagnad|begagnat|använd|brukt|brugt|käytetty|použitý|použité|használt|б/у`
export const renewedWords = `refurbished|refurb|renewed|reconditioned|generalüberholt|aufbereitet|reconditionné|remis à neuf|
  reacondicionado|ricondizionato|rigenerato|gereviseerd|opgeknapt|odnowiony|odnowione|recondicionado`
