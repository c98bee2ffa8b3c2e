import type { View, Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { answerDays, type RequestDraft, type RequestFault } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import type { SlowDown } from '../../use-cases/requests/slow-down.ts'
import { DraftFields, faultLines, type Typed } from './draft-fields.tsx'
import { WishRows } from './wish-rows.tsx'

const crumbs = (visit: Visit) => [
  { label: visit.t('catalogue.nav.data'), href: visit.to(routes.search) },
  { label: visit.t('catalogue.wish.name'), href: visit.to(routes.wishes) },
  { label: visit.t('catalogue.wish.new') },
]

/** Step one: what is missing and what for. */
export function newWishView(visit: Visit, typed: Typed, faults: readonly RequestFault[]): View {
  const { t, site } = visit
  return {
    title: t('catalogue.wish.new'),
    description: t('catalogue.wish.new.lead', { name: site.name, days: answerDays }),
    area: 'data',
    crumbs: crumbs(visit),
    body: (
      <>
        <Head
          pre={t('catalogue.wish.step', { step: 1 })}
          title={t('catalogue.wish.new.title')}
          lead={t('catalogue.wish.new.lead', { name: site.name, days: answerDays })}
          t={t}
        />
        <ErrorSummary faults={faultLines(visit, faults)} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.sendWish)} noValidate>
          <DraftFields kind="wish" typed={typed} faults={faults} visit={visit} />
          <p class="alm-small">
            {t('catalogue.request.public')} <a href={visit.to(routes.rules)}>{t('catalogue.rules.link')}</a>
          </p>
          <Actions>
            <Button text={t('catalogue.wish.check')} name="schritt" value="pruefen" />
          </Actions>
        </form>
      </>
    ),
  }
}

/** What is there already. */
export interface Similar {
  readonly datasets: readonly StoredResource[]
  readonly wishes: readonly RequestRow[]
}

function SimilarData({ similar, visit }: { readonly similar: Similar; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <>
      {similar.datasets.length > 0 && (
        <Section title={t('catalogue.wish.similar.data')} id="daten" note={t('catalogue.wish.similar.data.note')}>
          <ResultList>
            {similar.datasets.map((one) => {
              const owner = visit.sites.byId(one.tenant) ?? visit.site
              return (
                <ResultRow
                  key={one.id}
                  href={visit.toSite(owner, routes.dataset, { slug: one.slug })}
                  title={titleOf(one.record, lang)}
                  {...(owner.id === visit.site.id ? {} : { publisher: owner.name })}
                />
              )
            })}
          </ResultList>
        </Section>
      )}
      {similar.wishes.length > 0 && (
        <Section title={t('catalogue.wish.similar.wishes')} id="wuensche" note={t('catalogue.wish.similar.wishes.note')}>
          <WishRows wishes={similar.wishes} visit={visit} />
        </Section>
      )}
    </>
  )
}

/** Step two: similar things first, then the wish as it will stand there, and the button. */
export function checkWishView(visit: Visit, draft: RequestDraft, similar: Similar, slow: SlowDown | undefined): View {
  const { t } = visit
  const none = similar.datasets.length + similar.wishes.length === 0
  const values = { title: draft.title, body: draft.body, email: draft.email ?? '' }
  return {
    title: t('catalogue.wish.new'),
    area: 'data',
    robots: 'noindex',
    crumbs: crumbs(visit),
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={t('catalogue.wish.step', { step: 2 })}
          title={t(none ? 'catalogue.wish.similar.none' : 'catalogue.wish.similar.title')}
          lead={t(none ? 'catalogue.wish.similar.none.lead' : 'catalogue.wish.similar.lead')}
          t={t}
        />
        <SimilarData similar={similar} visit={visit} />
        <Section title={t('catalogue.wish.yours')} id="ihr-wunsch">
          <Facts
            facts={[
              { name: t('catalogue.wish.field.title'), value: draft.title },
              { name: t('catalogue.wish.field.body'), value: <Said text={draft.body} /> },
              ...(draft.email
                ? [{ name: t('catalogue.request.email'), value: `${draft.email} (${t('catalogue.request.email.private')})` }]
                : []),
            ]}
          />
          <form class="alm-form" method="post" action={visit.to(routes.sendWish)}>
            <HiddenValues values={values} />
            {slow && <Puzzle {...slow} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('catalogue.wish.send')} name="schritt" value="senden" />
              <Button kind="secondary" text={t('catalogue.wish.change')} name="schritt" value="aendern" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}
