import { foldText } from '../../core/text.ts'
import type { OfferKind } from './kinds.ts'

const worked =
  '(?:jailbroken|unlocked|unblocked|fixed|repaired|updated|upgraded|mounted|installed|loaded|programmed|cleaned|moved|delivered|' +
  'removed|painted|mowed|serviced|built|assembled|hauled|shipped|restored|recovered|edited|designed|detailed|towed)'
const ailing =
  '(?:broken|cracked|smashed|slow|locked|blocked|dead|dirty|leaking|blown|frozen|overheating|not working|playing up)'

/** Titles that speak to who has such a thing: work on it is offered. */
const services: readonly RegExp[] = [
  new RegExp(`\\b(?:need|needs|want|get) (?:your|it|them|any)\\b[^?!.]{0,30}\\b${worked}\\b`),
  new RegExp(
    `\\b(?:need|needs|want|got|have|having) (?:an?|the|some|old)\\b[^?!.]{0,30}\\b${worked}\\b[^!.]{0,12}\\?`,
  ),
  new RegExp(
    `\\b(?:is|are|has|have|does|do)? ?your\\b[^?!.]{0,25}\\b${ailing}\\b[^?!.]{0,12}\\?|\\b(?:have|got) (?:an? )?${ailing}\\b[^?!.]{0,25}\\?`,
  ),
  /\b(?:do you |you )?need (?:help|a hand) (?:with|moving|fixing)\b|\b(?:brauch(?:en|st)|benotigen) (?:sie|du|ihr)\b[^?]{0,25}\bhilfe\b|\bbesoin d['’ ]?(?:aide|un coup de main)\b|\bnecesitas? ayuda\b|\bhulp nodig\b/,
]

const occupation =
  '(?:barber|hairdresser|hair ?stylist|driver|chef|cook|waiter|waitress|bartender|barista|cleaner|nanny|babysitter|carer|caregiver|' +
  'receptionist|labou?rer|mechanic|plumber|electrician|carpenter|technician|nurse|tutor|cashier|dishwasher|(?:kitchen|shop|sales|' +
  'office|store|dental|salon) (?:assistant|staff|help)|staff|workers?|employees?|koch|kochin|fahrer|friseur|friseurin|putzhilfe|' +
  'reinigungskraft|verkaufer|verkauferin|kellner|kellnerin|pflegekraft|mitarbeiter|aushilfe|chauffeur|cuisinier|serveur|serveuse|' +
  'coiffeur|coiffeuse|camarero|camarera|cocinero|peluquero|peluquera)'
const called = '(?:wanted|needed|required|gesucht|recherche|buscamos|se busca|gezocht)'
const posts: readonly RegExp[] = [
  new RegExp(
    `\\b${occupation}s? ${called}\\b|\\b(?:wanted|hiring|wir suchen|suche|se busca)[:,]? (?:an? )?${occupation}s?\\b`,
  ),
]

/** A copy in its sellers' own words, which marks cut apart. */
const copied = /\b1 ?: ?1 (?:copy|replica|clone|quality|kopie|copie)\b/

interface AskedSign {
  kind: OfferKind
  words: string
  sure: true
}

/** Signs that only a whole sentence gives: of work, of a post to be filled, of a copy. */
export function askedOf(title: string): AskedSign[] {
  if (!mayAsk.test(title)) return []
  const text = foldText(title)
  const found = (kind: OfferKind, patterns: readonly RegExp[]): AskedSign[] => {
    for (const pattern of patterns) {
      const match = pattern.exec(text)
      if (match !== null) return [{ kind, words: match[0].trim(), sure: true }]
    }
    return []
  }
  return [...found('other', posts), ...found('service', services), ...found('fake', [copied])]
}

/** Of most titles nothing need be tried. */
const mayAsk =
  /\b(?:need|want|get|got|have|your|hilfe|besoin|necesitas?|nodig|wanted|hiring|required|gesucht|suche|recherche|busca|buscamos|gezocht|1 ?: ?1)/i
