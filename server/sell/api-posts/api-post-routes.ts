import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { SellDeps } from '../deps.ts'
import {
  apiDraftInputSchema,
  apiPostParams,
  apiPostSchema,
  callQuery,
  callsSchema,
  categoryFormSchema,
  categoryParams,
  categoryQuery,
  choiceListSchema,
  confirmationSchema,
  locationInputSchema,
  locationSchema,
  offerInputSchema,
  offerSentSchema,
  preflightSchema,
  publishInputSchema,
  reviseInputSchema,
  sellingPlacesSchema,
  siteParams,
} from './api-post-schema.ts'
import {
  apiPostCalls,
  checkApiPost,
  confirmationFor,
  endApiPost,
  given,
  lookAtApiPost,
  offerToWatchers,
  oneApiPost,
  openDesk,
  publishApiPost,
  sayLocation,
  soon,
  writeDraft,
} from './api-posts.ts'
import { reviseApiPost } from './revise.ts'

const tags = ['sell']
/** What the marketplace is told, or sends to buyers, only by a person who may change something. */
const self = { access: 'self-write' } as const
/** It is asked in the person's name. */
const write = { access: 'write', neverKept: true } as const
const ad = '/api/items/:id/api-posts/:marketplace/:site'
const site = '/api/sell/api-places/:marketplace/:site'

const adAt = ({ id, ...where }: { id: number; marketplace: string; site: string }) => ({
  itemId: id,
  ...where,
})

/** Ads that are posted by marketplaces' APIs, in the name of whoever connected their account. */
export function apiPostRoutes(http: Http, deps: SellDeps): void {
  placeRoutes(http, deps)
  http.get(
    ad,
    {
      schema: {
        tags,
        description:
          'An ad that is posted by the API of a marketplace: what it says, what is missing, and what became of it there.',
        params: apiPostParams,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, actor }) => oneApiPost(deps, authorized(actor, 'read'), adAt(params)),
  )
  http.patch(
    ad,
    {
      schema: {
        tags,
        description:
          'Keeps what you chose of it: category, specifics, condition, policies, place, number, weight, offers. Title, text and price are those of the ad for this marketplace.',
        params: apiPostParams,
        body: apiDraftInputSchema,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, body, actor }) => writeDraft(deps, authorized(actor, 'write'), adAt(params), body),
  )
  http.post(
    `${ad}/check`,
    {
      schema: {
        tags,
        description:
          'Puts it there as a draft that nobody sees, photos and all, and has its fees shown. What is missing is told by field, and nothing is sent then. It goes on by itself: read it again.',
        params: apiPostParams,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, actor }) => checkApiPost(deps, authorized(actor, 'write'), adAt(params)),
  )
  http.post(
    `${ad}/confirmation`,
    {
      config: self,
      schema: {
        tags,
        description:
          'The fees of what was checked, with a confirmation that publishes exactly that: good once and for 15 minutes. For a person who signed in and may write, never for a key.',
        params: apiPostParams,
        response: { 200: confirmationSchema },
      },
    },
    ({ params, actor }) => confirmationFor(deps, authorized(actor, 'self-write'), adAt(params)),
  )
  http.post(
    `${ad}/publish`,
    {
      config: self,
      schema: {
        tags,
        description:
          'Lists it, by a confirmation. An answer that never comes is read back, never repeated blindly. For a person who signed in and may write, never for a key.',
        params: apiPostParams,
        body: publishInputSchema,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, body, actor }) =>
      publishApiPost(deps, authorized(actor, 'self-write'), adAt(params), body.confirmation),
  )
  http.post(
    `${ad}/revise`,
    {
      schema: {
        tags,
        description:
          'Another price, number, title, text or other offers of an ad that stands there; what is left out stays.',
        params: apiPostParams,
        body: reviseInputSchema,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, body, actor }) => reviseApiPost(deps, authorized(actor, 'write'), adAt(params), body),
  )
  http.post(
    `${ad}/end`,
    {
      schema: {
        tags,
        description: 'Ends its listing there; it is tried until it has ended.',
        params: apiPostParams,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, actor }) => endApiPost(deps, authorized(actor, 'write'), adAt(params)),
  )
  http.post(
    `${ad}/look`,
    {
      schema: {
        tags,
        description: 'Reads how it stands there now, and shows what was changed there.',
        params: apiPostParams,
        response: { 200: apiPostSchema },
      },
    },
    ({ params, actor }) => lookAtApiPost(deps, authorized(actor, 'write'), adAt(params)),
  )
  http.post(
    `${ad}/offers`,
    {
      config: self,
      schema: {
        tags,
        description:
          'Sends those who watch its listing a lower price. For a person who signed in and may write, never for a key.',
        params: apiPostParams,
        body: offerInputSchema,
        response: { 200: offerSentSchema },
      },
    },
    ({ params, body, actor }) => offerToWatchers(deps, authorized(actor, 'self-write'), adAt(params), body),
  )
  http.get(
    `${ad}/calls`,
    {
      schema: {
        tags,
        description: 'Every call that was made to the marketplace for it, the newest first.',
        params: apiPostParams,
        querystring: callQuery,
        response: { 200: callsSchema },
      },
    },
    ({ params, query, actor }) => apiPostCalls(deps, authorized(actor, 'read'), adAt(params), query),
  )
}

/** What marketplaces say while an ad is filled in. */
function placeRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/sell/api-places',
    {
      schema: {
        tags,
        description: 'Marketplaces where ads are posted by an API, and their sites.',
        response: { 200: sellingPlacesSchema },
      },
    },
    ({ actor }) => {
      authorized(actor, 'read')
      return {
        items: [...deps.sellingPlaces.values()].map(({ id, name, sites }) => ({
          id,
          name,
          sites: [...sites],
        })),
      }
    },
  )
  http.get(
    `${site}/preflight`,
    {
      config: write,
      schema: {
        tags,
        description:
          'What is missing at the marketplace before you can post, and the policies and places that you have there. It is asked now.',
        params: siteParams,
        response: { 200: preflightSchema },
      },
    },
    async ({ params, actor }) => {
      const desk = await openDesk(deps, authorized(actor, 'write'), params)
      return given(await desk.preflight(params.site, soon()))
    },
  )
  http.post(
    `${site}/locations`,
    {
      config: write,
      schema: {
        tags,
        description:
          'Tells the marketplace from where you ship, where a program alone can say that. Said again it changes nothing.',
        params: siteParams,
        body: locationInputSchema,
        response: { 200: locationSchema },
      },
    },
    ({ params, body, actor }) => sayLocation(deps, authorized(actor, 'write'), params, body),
  )
  http.get(
    `${site}/categories`,
    {
      config: write,
      schema: {
        tags,
        description: 'Categories that fit a title, the best first.',
        params: siteParams,
        querystring: categoryQuery,
        response: { 200: choiceListSchema },
      },
    },
    async ({ params, query, actor }) => {
      const desk = await openDesk(deps, authorized(actor, 'write'), params)
      return { items: given(await desk.suggestCategories(params.site, query.title, soon())) }
    },
  )
  http.get(
    `${site}/categories/:category`,
    {
      config: write,
      schema: {
        tags,
        description: 'What a category asks for: specifics and conditions.',
        params: categoryParams,
        response: { 200: categoryFormSchema },
      },
    },
    async ({ params, actor }) => {
      const desk = await openDesk(deps, authorized(actor, 'write'), params)
      const form = given(await desk.categoryForm(params.site, params.category, soon()))
      return {
        id: form.id,
        specifics: form.specifics.map((field) => ({ ...field, values: [...field.values] })),
        conditions: form.conditions.map((one) => ({ ...one })),
      }
    },
  )
}
