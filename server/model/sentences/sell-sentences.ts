import { formatMoney } from '../../core/money.ts'

/** What to mend before an ad is posted. */
export const adSentences = {
  'ad-missing-title': () => 'It has no title.',
  'ad-missing-price': () => 'It has no price: say what you ask.',
  'ad-missing-description': () => 'It has no description.',
  'ad-missing-condition': () => 'The form asks for the condition: say how the thing is.',
  'ad-missing-brand': () => 'The form asks for the maker: buyers search by it.',
  'ad-missing-place': () => 'The form asks for the place: say in your style where it can be picked up.',
  'ad-missing-photos': () => 'The form asks for photos: take some under Photos.',
  'ad-long-title': (p: { characters: number; charactersMax: number }) =>
    `The title has ${p.characters} characters; ${p.charactersMax} fit.`,
  'ad-long-description': (p: { characters: number; charactersMax: number }) =>
    `The description has ${p.characters} characters; ${p.charactersMax} fit.`,
  'ad-email': () => 'It has an e-mail address in it: swindlers collect them.',
  'ad-phone': () => 'It has a phone number in it: swindlers collect them.',
  'ad-link': () => 'It has an address of a web page in it: marketplaces take such ads down.',
  'ad-other-marketplace': (p: { name: string }) =>
    `It names ${p.name}: marketplaces take down ads that lead elsewhere.`,
  'ad-authenticity': (p: { quote: string }) =>
    `“${p.quote}” promises what only the maker can say. Show the receipt or the serial number instead.`,
  'ad-condition-claim': (p: { quote: string }) =>
    `“${p.quote}” is more than the condition says that you gave the thing.`,
  'ad-defect-dropped': (p: { defect: string }) =>
    `It does not say what is wrong: “${p.defect}”. Buyers send back what they were not told of.`,
  /** What each title says; '' = nothing of that. */
  'ad-contradiction': (p: { yours: string; thing: string }) =>
    p.yours === ''
      ? `Your title leaves out “${p.thing}”, which makes it another thing.`
      : p.thing === ''
        ? `Your title says “${p.yours}”, which the thing is not.`
        : `Your title says “${p.yours}”, the thing is “${p.thing}”.`,
  'ad-shouting': () => 'It shouts: capitals and exclamation marks make people scroll on.',
  'ad-prohibited': (p: { quote: string }) =>
    `Most marketplaces forbid selling this: “${p.quote}”. Look at their rules first.`,
  'ad-currency': (p: { currency: string; currencies: readonly string[] }) =>
    `Prices there are in ${p.currencies.join(', ')}, yours is in ${p.currency}.`,
  'ad-condition-not-sold': () => 'Its form offers no such condition: what does not work is not sold there.',
  'ad-language': (p: { language: string }) =>
    `Ads there are read in ${p.language === 'de' ? 'German' : p.language === 'nl' ? 'Dutch' : 'English'}: your own lines stay in your words.`,
  'ad-facts-changed': () =>
    'What you know of the thing was changed after you wrote this text: read it again, or have it written anew.',
  'ad-stands-already': () =>
    'An ad for it stands there already: a second one is taken down, and can cost your account.',
}

/** What waits for who sells things of their own; `place` is the marketplace's name. */
export const taskSentences = {
  'task-sold': (p: { title: string; place: string; count: number }) =>
    `Sold on ${p.place}: ${p.title}. Take ${p.count === 1 ? 'its other ad' : `its ${p.count} other ads`} down`,
  'task-still-up': (p: { title: string; place: string; hours: number }) =>
    `Still up on ${p.place}, sold ${p.hours < 48 ? `${p.hours} hours` : `${Math.floor(p.hours / 24)} days`} ago: ${p.title}`,
  'task-take-down': (p: { place: string; url: string | null }) =>
    p.url === null ? `Take it down on ${p.place}.` : `Take it down on ${p.place}: ${p.url}`,
  'task-end-failed': (p: { title: string; place: string }) =>
    `Could not be ended on ${p.place}, and can still be bought there: ${p.title}`,
  /** `reason`: what the marketplace says, or why it could not be asked. */
  'task-end-why': (p: { reason: string }) => `${p.reason} It is tried again by itself.`,
  'task-mail-sale': (p: { title: string; place: string }) =>
    `A mail of ${p.place} says that this sold, and not for certain which of your things it is: ${p.title}`,
  'task-mail-answer': () =>
    'Say which it is under Sell, Sales: until then it is not counted, and its other ads are not taken down.',
  'task-mail-cancelled': (p: { title: string; place: string }) =>
    `A mail of ${p.place} says that an order was called off: ${p.title}`,
  'task-mail-look': (p: { place: string }) =>
    `Look at it on ${p.place} before you send anything. Nothing was changed here.`,
  'task-done': () => 'Then say so under Sell, and you are not reminded again.',
  'task-oversold': (p: { title: string }) => `Sold more often than you have it: ${p.title}`,
  'task-call-off': (p: { place: string }) =>
    `The newest sale is on ${p.place}: call it off, or get another. A text for its buyer is ready under Sell.`,
  /** `endsOn`: `2026-11-30`. */
  'task-runs-out': (p: { title: string; place: string; endsOn: string }) =>
    `The ad on ${p.place} runs out on ${p.endsOn}: ${p.title}`,
  'task-renew': (p: { place: string; url: string | null }) =>
    p.url === null ? `Renew it on ${p.place}.` : `Renew it: ${p.url}`,
}

/** What there is to know of an order before anything is done with it. */
export const orderSentences = {
  'order-cancelled': () => 'It was called off there: do not send it.',
  'order-unpaid': () => 'It is not paid yet: do not send it.',
  'order-payment-failed': () =>
    'The payment failed: do not send it. The buyer may try again, and it is counted once it is paid.',
  'order-part-refunded': (p: { refundCents: number; currency: string }) =>
    `${formatMoney(p.refundCents, p.currency)} of it went back to the buyer.`,
  'order-refund-above': (p: { refundCents: number; paidCents: number; currency: string }) =>
    `${formatMoney(p.refundCents, p.currency)} went back to the buyer, more than the ${formatMoney(p.paidCents, p.currency)} that were paid: look at it on the marketplace.`,
  'order-two-currencies': (p: { currencies: readonly string[] }) =>
    `The order has amounts in ${p.currencies.join(' and ')}: each is counted in its own, nothing is converted.`,
  'order-not-in-stock': () =>
    'It is no thing that you have here: put it into your stock, say which of your things it is, or leave it out.',
}

/** How here and a marketplace differ; `order` is its number there, `title` what the thing is called. */
export const findingSentences = {
  'finding-order-not-in-stock': (p: { title: string; order: string }) =>
    `Order ${p.order} is of something that is not in your stock: ${p.title}`,
  'finding-order-was-missing': (p: { title: string; order: string }) =>
    `Order ${p.order} was missing here and was taken over: ${p.title}`,
  'finding-unreadable': (p: { reason: string }) => p.reason,
  'finding-sale-not-there': (p: { title: string; order: string }) =>
    `You have order ${p.order} in your books, and the marketplace does not show it: ${p.title}`,
  'finding-refund-above': (p: { title: string; refundCents: number; paidCents: number; currency: string }) =>
    `More went back than was paid (${formatMoney(p.refundCents, p.currency)} of ${formatMoney(p.paidCents, p.currency)}): ${p.title}`,
  'finding-fee-differs': (p: { title: string; hereCents: number; thereCents: number; currency: string }) =>
    `The fee was expected to be ${formatMoney(p.hereCents, p.currency)} and was ${formatMoney(p.thereCents, p.currency)}: ${p.title}`,
  'finding-booking-waits': (p: { order: string; thereCents: number; currency: string }) =>
    `${formatMoney(p.thereCents, p.currency)} were booked for order ${p.order}, which never came.`,
  'finding-booking-unknown': (p: { note: string; thereCents: number; currency: string }) =>
    `It booked ${formatMoney(p.thereCents, p.currency)} (${p.note}), and whether that is got or spent is not known: it is not counted. Book it by hand if it is yours to count.`,
  'finding-ended-there': (p: { title: string }) => `Its ad has ended there: ${p.title}`,
  'finding-not-there': (p: { title: string }) =>
    `Its ad stands here, and nothing stands there under its SKU: ${p.title}`,
  'finding-still-there': (p: { title: string }) =>
    `Its ad has ended here, and still stands there: take it down. ${p.title}`,
  'finding-price-differs': (p: {
    title: string
    hereCents: number
    thereCents: number
    currency: string
    thereCurrency: string
  }) =>
    `It asks ${formatMoney(p.thereCents, p.thereCurrency)} there and ${formatMoney(p.hereCents, p.currency)} here: ${p.title}`,
  'finding-quantity-differs': (p: { title: string; here: number; there: number }) =>
    `${p.there} stand there for sale, and you have ${p.here}: ${p.title}`,
  'finding-mail-sale': (p: { title: string; order: string | null; suggestion: string | null }) =>
    `A mail says that this sold${p.order === null ? '' : ` (order ${p.order})`}: ${p.title}. Which thing of yours is it?${p.suggestion === null ? '' : ` It may be: ${p.suggestion}`}`,
  'finding-mail-no-price': (p: { title: string }) =>
    `A mail told this sale without an amount that is certain. What was paid for it? ${p.title}`,
  'finding-mail-cancelled': (p: { title: string; order: string | null }) =>
    `A mail says that ${p.order === null ? 'an order' : `order ${p.order}`} was called off: look at it on the marketplace, and do not send it before. ${p.title}`,
}

/** What sellers are told of their connected accounts. */
export const sellerSentences = {
  'task-consent': (p: { place: string }) => `Your orders on ${p.place} cannot be read any more`,
  'task-connect-again': (p: { reason: string }) =>
    `${p.reason} Until then sales there are not seen, and other ads of the same thing are not taken down.`,
}
