import { phrasesOf, wordSet } from './phrases.ts'

const each = (starts: string, ends: string): string =>
  starts
    .split(', ')
    .flatMap((start) => ends.split(', ').map((end) => `${start} ${end}`))
    .join(', ')

/** "Ice maker, not making ice", "Drucker druckt nicht": what such a thing is there for, and does not do. */
const idle = [
  each(
    'not, isnt, is not, no longer, stopped',
    'heating, cooling, freezing, spinning, draining, pumping, printing, dispensing, brewing, connecting, inflating, ' +
      'making ice, making coffee, getting hot, getting cold, reading discs, reading disc, reading cards, holding charge',
  ),
  each(
    'wont, will not, doesnt, does not, cant, cannot',
    'heat, cool, freeze, spin, drain, pump, print, dispense, brew, connect, inflate, make ice, get hot, get cold, ' +
      'read discs, read disc, read sim, read cards, hold charge, hold a charge, eject',
  ),
  'no picture, no video, no sound, no audio, black screen, blank screen, screen black, screen is black, screen blank, ' +
    'screen stays black, screen goes black, screen went black, lines on screen, lines on the screen, lines across screen, ' +
    'no suction, no backlight, no spark, no compression, no hdmi signal, no hdmi output, no video output, no video signal, ' +
    'no signal, no boot, wont boot, will not boot, doesnt boot, does not boot, not booting, boot loop, bootloop, ' +
    'stuck on logo, stuck on apple logo, stuck in recovery, ylod, rrod, red ring of death, ' +
    'yellow light of death, bricked, completely dead, totally dead, is dead, dead screen, dead lcd, dead motherboard, ' +
    'dead logic board, dead board, dead hard drive, dead hdd, dead motor, dead engine, hard drive dead, screen dead, ' +
    'motherboard dead, artifacting, unresponsive touch, touch unresponsive, liquid spill, red ring, bad baseband, ' +
    'not functional, is disabled, iphone disabled, ipad disabled, burnt out, burned out, mdm lock, mdm locked, find my iphone on',
  each(
    'kuhlt, heizt, schleudert, dreht, druckt, pumpt, ladt, liest, saugt, wascht, trocknet, geht, startet, funktioniert',
    'nicht, nicht mehr, nicht richtig',
  ),
  each(
    'ne chauffe, ne refroidit, ne tourne, n essore, ne lit, ne charge, ne fonctionne, ne marche, ne s allume, ne demarre, n imprime',
    'pas, plus',
  ),
  each('no', 'centrifuga, enfria, calienta, carga, imprime, lee, prende'),
  each('non', 'scalda, raffredda, centrifuga, carica, legge, stampa'),
  each('koelt, verwarmt, centrifugeert, laadt, print, draait', 'niet, niet meer'),
  each('nao', 'arrefece, aquece, centrifuga, carrega, imprime'),
  each('nie', 'grzeje, chlodzi, wiruje, laduje, drukuje, czyta'),
].join(', ')

/** Words that say a thing does not work or is shut to its buyer; what stands before may deny them (`denials`). */
export const brokenPhrases = phrasesOf<true | null>([
  [true, idle],
  [
    true,
    'broken, cracked, faulty, defective, damaged, untested, nonworking, non working, nonfunctional, non functional, ' +
      'non functioning, smashed, shattered, unusable, salvage, dead on arrival, for parts, parts only, or scrap, for scrap, ' +
      'for parts only, for part, parts or repair, parts repair, parts car, part out, partout, for spares, spares or repair, ' +
      'spares or repairs, spares and repair, spares and repairs, spares repair, spares repairs, spare or repair, ' +
      'spare or repairs, spare and repair, for repair, for repairs, needs repair, needs repairs, needs fixing, ' +
      'needs repairing, needs to be fixed, needs fixed, need repair, need repairs, repair needed, to fix, fixer upper, ' +
      'mechanic special, mechanics special, not working, not work, does not work, doesnt work, dont work, wont work, ' +
      'didnt work, no longer works, stopped working, not turning on, does not turn on, doesnt turn on, wont turn on, ' +
      'will not turn on, dont turn on, not turn on, does not power on, doesnt power on, wont power on, not powering on, ' +
      'cant power on, does not start, doesnt start, wont start, will not start, not starting, does not run, ' +
      'doesnt run, wont run, not running, non running, nonrunning, non runner, nonrunner, no start, no power, ' +
      'does not charge, doesnt charge, wont charge, not charging, no display, as is, bad esn, bad imei, bad engine, ' +
      'bad motor, bad transmission, bad motherboard, bad lcd, bad screen, blown engine, blown motor, ' +
      'blown head gasket, needs engine, needs motor, needs transmission, needs new engine, needs new motor, ' +
      'needs new transmission, needs new screen, needs screen, need screen, needs battery replaced, water damage, ' +
      'water damaged, liquid damage, blacklisted, black listed, blacklist, blocked, barred, icloud locked, ' +
      'icloud lock, icloud loked, icloud blocked, icloud on, icloud loc, locked icloud, lock icloud, activation lock, ' +
      'activation locked, google locked, google lock, google account locked, frp lock, frp locked, account locked, ' +
      'passcode locked, password locked, locked out, screen locked, has icloud, with icloud lock',
  ],
  [
    true,
    'kaputt, defekt, defekte, defekter, defektes, beschadigt, bastler, fur bastler, an bastler, zum basteln, ' +
      'ersatzteilspender, als ersatzteil, ohne funktion, funktioniert nicht, geht nicht, geht nicht an, ' +
      'startet nicht, springt nicht an, lauft nicht, display gesprungen, glas gesprungen, scheibe gesprungen, bildschirm gesprungen, wasserschaden, displayschaden, displaybruch, motorschaden, ' +
      'getriebeschaden, icloud gesperrt, gesperrt, icloud sperre, hors service, en panne, casse, cassee, pour pieces, ' +
      'pour piece, ne fonctionne pas, ne marche pas, ne s allume pas, ne demarre pas, ecran casse, bloque icloud, ' +
      'icloud bloque, defectueux, defectueuse, roto, rota, averiado, averiada, estropeado, estropeada, para piezas, ' +
      'por piezas, para despiece, despiece, no funciona, no enciende, no arranca, bloqueado, bloqueado por icloud, ' +
      'rotto, rotta, guasto, guasta, difettoso, difettosa, non funziona, non funzionante, non si accende, ' +
      'non parte, per ricambi, per pezzi di ricambio, da riparare, bloccato, kapot, kapotte, defecte, ' +
      'voor onderdelen, werkt niet, doet het niet, doen het niet, gaat niet aan, start niet, waterschade, stuk, avariado, avariada, ' +
      'quebrado, quebrada, para pecas, nao funciona, nao liga, com defeito, uszkodzony, uszkodzona, ' +
      'uszkodzone, zepsuty, zepsuta, zepsute, na czesci, nie dziala, nie wlacza sie, nie odpala, nie uruchamia sie, ' +
      'niesprawny, niesprawna, do naprawy, zbita szybka, zbity ekran, zbity wyswietlacz, zablokowany, pekniety, peknieta',
  ],
  [
    true,
    'не работает, не включается, не рабочий, нерабочий, нерабочая, сломан, сломана, сломанный, разбит, разбита, ' +
      'разбитый, на запчасти, на детали, неисправен, неисправна, неисправный, под восстановление, не працює, ' +
      'не вмикається, зламаний, розбитий, на запчастини, неробочий, calismiyor, arizali, bozuk, kirik, ' +
      'trasig, fungerar inte, funkar inte, for reservdelar, virker ikke, defekt selges, odelagt, i stykker, rikki, ei toimi, ' +
      'viallinen, varaosiksi, nefunkcni, rozbity, rozbita, na dily, nefunguje, hibas, nem mukodik, alkatresznek',
  ],
  [
    null,
    'jail broken, broken in, broken box, damaged box, box damaged, damaged packaging, salvage title, rebuilt salvage, ' +
      'prior salvage, parts for, blocked heel, color blocked, colour blocked, cracked leather look, as is shown, ' +
      'as is pictured, to fix up, no power steering, to fix on, casse tete, stuk voor stuk, per stuk, ' +
      'black screen protector, black screen protectors, black screen door, black screen cover, black screen house, ' +
      'black screen printed, blank screen printing, no picture available, no picture yet, no sound card, no video card, ' +
      'no video games, sim blocked no, no longer works here, parts or repair manual, bastler koffer, carrier blocked',
  ],
])

/** "defect" is an adjective in Dutch and Polish ears and a noun in English, where sellers deny or belittle it. */
export const defectWords = wordSet('defect defects')

/** What denies the words after it, up to `denialReach` words on. */
export const denials = wordSet(
  'not no never without nothing none zero isnt arent wasnt non free nor un kein keine keinen keiner nicht nie ohne ' +
    'weder niemals pas sans aucun aucune jamais ni sin ningun ninguna nunca niet geen zonder nooit senza nessun ' +
    'nessuna mai sem nao nenhum nenhuma bez brak zadnych nigdy minor slight slightly small little cosmetic hardly',
)
export const denialReach = 2
