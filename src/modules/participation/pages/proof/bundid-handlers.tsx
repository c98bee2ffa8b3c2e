import type { BundIdFault } from '#platform/bundid'
import {
  type Answer,
  body,
  type Handler,
  handler,
  notFound,
  page,
  problem,
  readCookie,
  redirect,
  type View,
  type Visit,
  withCookies,
  writeCookie,
} from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { ParticipationHouse } from '../../house.ts'
import { actions, phaseFor } from '../../model/procedure.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { askBundId, bundIdOf, goOnFromBundId, hearBundId, newBrowserKey, providerOf } from '../../use-cases/proof/bundid.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { backIn } from './back.ts'
import { keepShown } from './proof-cookie.ts'
import { levelFor } from './who.ts'

const cookie = 'allmende-bundid'
const keptBy = (visit: Visit): string | undefined => {
  const kept = readCookie(visit.request.headers.cookie, cookie)
  return kept && /^[\w-]{43}$/.test(kept) ? kept : undefined
}

/** It did not work: why, as far as it helps, and the way back. Nothing was lost and nothing counts. */
function failedView(visit: Visit, why: 'left' | 'trust' | 'browser' | 'refused' | 'away'): View {
  const { t } = visit
  const title = t('participation.bundid.failed.title')
  return {
    title,
    area: 'participation',
    robots: 'noindex, nofollow',
    secret: true,
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: title }],
    body: (
      <Head title={title} lead={t(`participation.bundid.failed.${why}`)} t={t}>
        <p>{t('participation.bundid.failed.again')}</p>
        <LinkList links={[{ href: visit.to(routes.procedures), text: t('participation.procedures.all') }]} />
      </Head>
    ),
  }
}

async function leave(house: ParticipationHouse, visit: Visit, { procedure, phases }: ShownProcedure): Promise<Answer> {
  const action = actions.find((one) => one === visit.query.get('fuer'))
  const onward = backIn(visit, procedure.slug, visit.query.get('weiter'))
  const wanted = action && levelFor(procedure, action) === 'bundid' && phaseFor(phases, action, visit.now)
  if (!action || !wanted) return redirect(onward, 303)
  const kept = keptBy(visit) ?? newBrowserKey()
  const address = await askBundId(house, visit.site, { procedure, action, onward, kept })
  if (!address) return page(failedView(visit, 'away'), 503)
  return withCookies(redirect(address, 302), writeCookie(house.config.publicUrl, cookie, kept, 900))
}

const toldOf = (fault: BundIdFault) => (fault === 'left' || fault === 'trust' ? fault : 'refused')

/** What comes from BundID comes without our cookies: the browser that asked fetches the answer by a request of its own. */
async function hear(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const heard = await hearBundId(house, visit.site, visit.form.get('SAMLResponse') ?? '')
  return heard.ok
    ? redirect(visit.to(proofRoutes.onward, { id: heard.value }), 303)
    : page(failedView(visit, toldOf(heard.error)), 403)
}

async function goOn(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const kept = keptBy(visit)
  const found = kept && (await goOnFromBundId(house, visit.site, visit.params.id ?? '', kept))
  if (!found) return page(failedView(visit, 'browser'), 403)
  return withCookies(
    redirect(found.onward, 303),
    keepShown(house, visit, found.procedure, found.shown),
    writeCookie(house.config.publicUrl, cookie, '', 0),
  )
}

/** The way to BundID and back, and what is registered there. Without BundID in the settings there are no such pages. */
export const bundIdHandlers = (house: ParticipationHouse): Handler[] => [
  handler(proofRoutes.toBundId, (visit) => withProcedure(house, visit, (opened) => leave(house, visit, opened)), {
    perMinute: 300,
  }),
  handler(proofRoutes.fromBundId, (visit) => (bundIdOf(house) ? hear(house, visit) : problem(notFound)), {
    perMinute: 300,
    fromElsewhere: true,
  }),
  handler(proofRoutes.onward, (visit) => goOn(house, visit), { perMinute: 300 }),
  handler(proofRoutes.bundIdMetadata, async (visit) => {
    const bundId = bundIdOf(house)
    return bundId
      ? body('application/samlmetadata+xml; charset=utf-8', await bundId.metadata(providerOf(house, visit.site)))
      : problem(notFound)
  }),
]
