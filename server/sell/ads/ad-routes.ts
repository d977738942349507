import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { Language } from '../../core/languages.ts'
import type { SellDeps } from '../deps.ts'
import {
  adInputSchema,
  adPanelSchema,
  adParams,
  adSchema,
  panelQuery,
  postingPlacesSchema,
  writingStyleSchema,
} from './ad-schema.ts'
import { changeStyle, oneAd, postingPlaces, writeAd, writingStyle } from './ads.ts'
import { adPanel } from './panel.ts'

const tags = ['sell']
/** Of the panel that the extension shows beside a marketplace's form, which has the key for pages alone. */
const beside = { access: 'capture', extensionMay: true } as const

/** The texts of ads, to be copied into the forms of marketplaces. */
export function adRoutes(http: Http, deps: SellDeps): void {
  const told = <View extends { rules: string }>(view: View, marketplace: string, language: Language) => ({
    ...view,
    rules: deps.sayRules(marketplace, view.rules, language),
  })
  http.get(
    '/api/sell/places',
    {
      schema: {
        tags,
        description:
          'Marketplaces whose forms for ads are known, with their limits as commonly published. Nothing is filled in or sent by itself.',
        response: { 200: postingPlacesSchema },
      },
    },
    ({ actor, language }) => {
      authorized(actor, 'read')
      return { items: postingPlaces(deps).map((place) => told(place, place.id, language)) }
    },
  )
  http.get(
    '/api/items/:id/ads/:marketplace',
    {
      schema: {
        tags,
        description:
          'The ad of a thing for a marketplace, field by field in the order of its form and within its limits: written of what you said of the thing, or as you wrote it; with what to mend before you post it.',
        params: adParams,
        response: { 200: adSchema },
      },
    },
    async ({ params, actor, language }) => {
      const which = { itemId: params.id, marketplace: params.marketplace }
      return told(await oneAd(deps, authorized(actor, 'read'), which), params.marketplace, language)
    },
  )
  http.get(
    '/api/sell/panel',
    {
      config: beside,
      schema: {
        tags,
        description:
          'What can be posted on the page that you have before you: whether its marketplace is known, whether it is its form for ads or an ad, and your things that are for sale.',
        querystring: panelQuery,
        response: { 200: adPanelSchema },
      },
    },
    ({ query, actor }) => adPanel(deps, authorized(actor, 'capture'), query),
  )
  http.get(
    '/api/sell/panel/:id/ads/:marketplace',
    {
      config: beside,
      schema: {
        tags,
        description: 'The ad of a thing for a marketplace, to be shown beside its form.',
        params: adParams,
        response: { 200: adSchema },
      },
    },
    async ({ params, actor, language }) => {
      const which = { itemId: params.id, marketplace: params.marketplace }
      return told(await oneAd(deps, authorized(actor, 'capture'), which), params.marketplace, language)
    },
  )
  http.patch(
    '/api/items/:id/ads/:marketplace',
    {
      schema: {
        tags,
        description:
          'Writes title, description or price of the ad yourself; null goes back to what is written of the facts.',
        params: adParams,
        body: adInputSchema,
        response: { 200: adSchema },
      },
    },
    async ({ params, body, actor, language }) => {
      const which = { itemId: params.id, marketplace: params.marketplace, input: body }
      return told(await writeAd(deps, authorized(actor, 'write'), which), params.marketplace, language)
    },
  )
  http.get(
    '/api/sell/style',
    { schema: { tags, description: 'How your ads are written.', response: { 200: writingStyleSchema } } },
    ({ actor }) => writingStyle(deps.db, authorized(actor, 'read')),
  )
  http.put(
    '/api/sell/style',
    {
      schema: {
        tags,
        description:
          'How your ads are written: tone, pick-up or shipping, place, own words before and after. Texts that you wrote yourself stay.',
        body: writingStyleSchema,
        response: { 200: writingStyleSchema },
      },
    },
    ({ body, actor }) => changeStyle(deps, authorized(actor, 'write'), body),
  )
}
