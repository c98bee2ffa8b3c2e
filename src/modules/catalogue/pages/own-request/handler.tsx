import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { readDraft } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import { correctOwn, type OwnRequest, ownRequest, replyOwn, withdrawOwn } from '../../use-cases/requests/own-request.ts'
import { typedOf } from '../wishes/draft-fields.tsx'
import { type OwnState, ownRequestView } from './own-request-view.tsx'

const said: Readonly<Record<string, string>> = {
  neu: 'new',
  gespeichert: 'saved',
  zurueckgezogen: 'withdrawn',
  geantwortet: 'replied',
  'zu-spaet': 'late',
}

const gone = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'catalogue/no-own-request',
    title: visit.t('catalogue.own.gone.title'),
    detail: visit.t('catalogue.own.gone.detail'),
  })

const find = (house: CatalogueHouse, visit: Visit): Promise<OwnRequest | undefined> =>
  ownRequest(house, visit.site, visit.params.token ?? '')

async function show(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const own = await find(house, visit)
  const told = Object.keys(said).find((key) => visit.query.has(key))
  return own ? page(ownRequestView(visit, own, { said: told ? said[told] : undefined })) : gone(visit)
}

async function again(house: CatalogueHouse, visit: Visit, state: OwnState): Promise<Answer> {
  const own = await find(house, visit)
  return own ? page(ownRequestView(visit, own, state), 422) : gone(visit)
}

async function change(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const back = (told: string) => redirect(visit.to(routes.ownRequest, { token }, { [told]: 1 }))
  switch (visit.form.get('tat')) {
    case 'zurueckziehen':
      return (await withdrawOwn(house, visit.site, token)) ? back('zurueckgezogen') : gone(visit)
    case 'antworten': {
      const reply = visit.form.get('reply') ?? ''
      const done = await replyOwn(house, visit.site, token, reply)
      if (done.ok) return back('geantwortet')
      if (done.error === 'gone') return gone(visit)
      return done.error === 'too-late' ? back('zu-spaet') : again(house, visit, { reply, replyFaults: done.error })
    }
    case 'aendern': {
      const own = await find(house, visit)
      if (!own) return gone(visit)
      const read = readDraft(own.request.kind, visit.form)
      if (!read.ok) return again(house, visit, { typed: typedOf(visit.form, ['title', 'body', 'place']), faults: read.error })
      const done = await correctOwn(house, visit.site, token, read.value)
      return done.ok ? back('gespeichert') : done.error === 'gone' ? gone(visit) : back('zu-spaet')
    }
    default:
      return (await find(house, visit)) ? redirect(visit.to(routes.ownRequest, { token })) : gone(visit)
  }
}

/** What stands behind the secret link of a wish or remark. */
export const ownRequestHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.ownRequest, (visit) => show(house, visit), { perMinute: 300 }),
  handler(routes.changeOwnRequest, (visit) => change(house, visit), { perMinute: 120 }),
]
