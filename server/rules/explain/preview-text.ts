import { table } from '../../core/commands.ts'
import { formatPrice } from '../../model/message.ts'
import type { Backtest, Preview } from './preview-schema.ts'

const barMax = 40
const listedMax = 20

/** What `deal-scout rules preview` prints. */
export function previewText(preview: Preview): string {
  const { backtest } = preview
  if (preview.lookedAt === 0 && backtest.notified === 0)
    return ['There are no listings to look at yet.', ...reachLines(preview.reach)].join('\n')
  return [
    `${preview.matches} of ${preview.lookedAt} listings match, ${preview.lastWeek} of them from the last 7 days.`,
    ...(preview.unknown === 0
      ? []
      : [`${preview.unknown} more may match; their own pages have to be read first.`]),
    ...(preview.unstated === 0
      ? []
      : [
          `${preview.unstated} more may match, but their source does not show all that the rule asks for: they are not notified.`,
        ]),
    ...(preview.undescribed === 0
      ? []
      : [
          `${preview.undescribed} of them ${preview.undescribed === 1 ? 'is' : 'are'} shown without a description: words to leave out could be looked for in the title only.`,
        ]),
    ...preview.items.map(
      (item) => `${String(item.score).padStart(3)}  ${item.demo ? 'DEMO ' : ''}${item.title}  ${item.url}`,
    ),
    '',
    ...backtestLines(backtest),
    ...reachLines(preview.reach),
  ].join('\n')
}

/** Where it would be asked for, and what of the rest may come in otherwise. */
function reachLines(reach: Preview['reach']): string[] {
  const named = (of: Preview['reach']) => of.map(({ name }) => name).join('; ')
  const asked = reach.filter(({ sources }) => sources > 0)
  const rest = reach.filter(({ sources }) => sources === 0)
  const mailed = rest.filter(({ byMail }) => byMail)
  const shown = rest.filter(({ byMail, byCapture }) => byCapture && !byMail)
  return [
    '',
    asked.length === 0 ? 'No connected source can be asked for it.' : `Asked: ${named(asked)}.`,
    ...(mailed.length === 0 ? [] : [`Only by its alert mails or the page on your screen: ${named(mailed)}.`]),
    ...(shown.length === 0 ? [] : [`Only by the page on your screen: ${named(shown)}.`]),
    ...rest
      .filter(({ notAsked, why }) => notAsked === 'impossible' && why !== null)
      .map(({ name, why }) => `Not ${name}: ${why}`),
  ]
}

function backtestLines({
  notified,
  unknown,
  items,
  perDay,
  forecast,
  sentence,
  warnings,
}: Backtest): string[] {
  const most = Math.max(1, ...perDay.map(({ count }) => count))
  // Each message a mark, unless that would be too wide.
  const scale = Math.min(1, barMax / most)
  return [
    sentence,
    ...(unknown === 0 ? [] : [`${unknown} more listings may have fitted: their own pages were not read.`]),
    ...perDay.map(({ date, count }) => `${date}  ${'█'.repeat(Math.ceil(count * scale))} ${count}`),
    ...(items.length === 0
      ? []
      : [
          '',
          table(
            ['when (UTC)', '', 'score', 'price', 'now', 'listing', 'title'],
            items
              .slice(0, listedMax)
              .map((item) => [
                item.at.slice(0, 16).replace('T', ' '),
                item.kind,
                item.score,
                formatPrice(item.priceCents, item.currency),
                item.stateNow,
                item.listingId,
                `${item.demo ? 'DEMO ' : ''}${[...item.title].slice(0, 60).join('')}`,
              ]),
          ),
          ...(notified > listedMax ? [`… and ${notified - listedMax} more (--json shows up to 200).`] : []),
          '',
        ]),
    ...(forecast === null ? [] : [`Estimated from ${forecast.basis}`]),
    ...warnings,
  ]
}
