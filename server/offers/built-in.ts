import { type Language, languages, type MessageKind, messageKinds } from './schema.ts'

const sign = '[[\n\n{name}]]'

const bodies: Record<Language, Record<MessageKind, string>> = {
  en: {
    'first-contact': `{greeting}\n\nis "{title}" still available?[[ Could it be picked up in {place}?]][[ I could come {pickup}.]] Thank you!${sign}`,
    offer: `{greeting}\n\nI am interested in "{title}". Would you take {offer} for it?[[ I could pick it up {pickup}.]] If that does not suit you, no problem. Thank you!${sign}`,
    'firm-price': `{greeting}\n\nI would like to buy "{title}" at your price[[ of {price}]]. Is it still available?[[ I could pick it up {pickup}.]] Thank you!${sign}`,
    free: `{greeting}\n\nis "{title}" still available? I would be glad to have it[[ and could pick it up {pickup}]]. Thank you for giving it away!${sign}`,
    'follow-up': `{greeting}\n\nI wrote to you about "{title}" and am still interested.[[ My offer of {offer} stands.]][[ I could pick it up {pickup}.]] If it is gone, a short word would be kind. Thank you!${sign}`,
  },
  de: {
    'first-contact': `{greeting}\n\nist „{title}“ noch zu haben?[[ Wäre eine Abholung in {place} möglich?]][[ Ich könnte {pickup} kommen.]] Vielen Dank!${sign}`,
    offer: `{greeting}\n\nich interessiere mich für „{title}“. Würden Sie es für {offer} abgeben?[[ Ich könnte es {pickup} abholen.]] Falls das für Sie nicht passt, kein Problem. Vielen Dank!${sign}`,
    'firm-price': `{greeting}\n\nich würde „{title}“ gern zu Ihrem Preis[[ von {price}]] kaufen. Ist es noch zu haben?[[ Ich könnte es {pickup} abholen.]] Vielen Dank!${sign}`,
    free: `{greeting}\n\nist „{title}“ noch zu haben? Ich würde mich sehr darüber freuen[[ und könnte es {pickup} abholen]]. Vielen Dank fürs Verschenken!${sign}`,
    'follow-up': `{greeting}\n\nich hatte Ihnen wegen „{title}“ geschrieben und bin weiterhin interessiert.[[ Mein Angebot von {offer} steht.]][[ Ich könnte es {pickup} abholen.]] Falls es schon weg ist, wäre eine kurze Nachricht nett. Vielen Dank!${sign}`,
  },
  es: {
    'first-contact': `{greeting}\n\n¿sigue disponible «{title}»?[[ ¿Se podría recoger en {place}?]][[ Podría pasar {pickup}.]] ¡Muchas gracias!${sign}`,
    offer: `{greeting}\n\nme interesa «{title}». ¿Lo vendería por {offer}?[[ Podría recogerlo {pickup}.]] Si no le viene bien, no pasa nada. ¡Muchas gracias!${sign}`,
    'firm-price': `{greeting}\n\nme gustaría comprar «{title}» a su precio[[ de {price}]]. ¿Sigue disponible?[[ Podría recogerlo {pickup}.]] ¡Muchas gracias!${sign}`,
    free: `{greeting}\n\n¿sigue disponible «{title}»? Me haría mucha ilusión[[ y podría recogerlo {pickup}]]. ¡Muchas gracias por regalarlo!${sign}`,
    'follow-up': `{greeting}\n\nle escribí por «{title}» y sigo interesado.[[ Mi oferta de {offer} sigue en pie.]][[ Podría recogerlo {pickup}.]] Si ya no está, le agradecería que me lo dijera. ¡Muchas gracias!${sign}`,
  },
  fr: {
    'first-contact': `{greeting}\n\n« {title} » est-il toujours disponible ?[[ Serait-il possible de venir le chercher à {place} ?]][[ Je pourrais passer {pickup}.]] Merci beaucoup !${sign}`,
    offer: `{greeting}\n\nje suis intéressé par « {title} ». Accepteriez-vous {offer} ?[[ Je pourrais venir le chercher {pickup}.]] Si cela ne vous convient pas, aucun souci. Merci beaucoup !${sign}`,
    'firm-price': `{greeting}\n\nje souhaiterais acheter « {title} » à votre prix[[ de {price}]]. Est-ce toujours disponible ?[[ Je pourrais venir le chercher {pickup}.]] Merci beaucoup !${sign}`,
    free: `{greeting}\n\n« {title} » est-il toujours disponible ? Il me ferait très plaisir[[ et je pourrais venir le chercher {pickup}]]. Merci beaucoup de le donner !${sign}`,
    'follow-up': `{greeting}\n\nje vous ai écrit au sujet de « {title} » et reste intéressé.[[ Mon offre de {offer} tient toujours.]][[ Je pourrais venir le chercher {pickup}.]] S’il est déjà parti, un petit mot serait gentil. Merci beaucoup !${sign}`,
  },
}

export interface BuiltIn {
  /** `de/offer`. */
  name: string
  kind: MessageKind
  language: Language
  body: string
}

export const builtIns: readonly BuiltIn[] = languages.flatMap((language) =>
  messageKinds.map((kind) => ({
    name: `${language}/${kind}`,
    kind,
    language,
    body: bodies[language][kind],
  })),
)

export function builtIn(kind: MessageKind, language: Language): BuiltIn {
  return builtIns.find((one) => one.kind === kind && one.language === language)!
}

/** The first line of a message. */
export function greeting(language: Language, seller: string | null): string {
  const hello = { en: 'Hi', de: 'Hallo', es: 'Hola', fr: 'Bonjour' }[language]
  const end = language === 'es' ? ':' : ','
  return `${hello}${seller === null ? '' : ` ${seller}`}${end}`
}

const byCountry: Record<string, Language> = {
  ...Object.fromEntries(['DE', 'AT', 'CH', 'LI', 'LU'].map((country) => [country, 'de' as const])),
  ...Object.fromEntries(
    'ES MX AR CO CL PE UY PY BO EC VE CR PA GT HN SV NI DO CU'
      .split(' ')
      .map((country) => [country, 'es' as const]),
  ),
  ...Object.fromEntries(['FR', 'MC'].map((country) => [country, 'fr' as const])),
}

/** What people of a country (ISO 3166 alpha-2) are most likely written to in; English where nothing is known. */
export function languageOf(country: string | null): Language {
  return (country !== null && Object.hasOwn(byCountry, country) && byCountry[country]) || 'en'
}
