import { formatNumber } from '#kernel/locale.ts'
import type { Query } from '#kernel/route.ts'
import type { View, Visit } from '#platform/http'
import { ActiveFilters } from '#ui/components/active-filters/active-filters.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { shownIn } from '../../house.ts'
import { answerDays } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import { PlainSelect, PlainText } from '../browse/plain-fields.tsx'
import type { WishPage } from './read-wishes.ts'
import { deadlines, outcomeParams, stands } from './wish-filter.ts'
import { WishRows } from './wish-rows.tsx'

/** "13 Datenwünsche sind offen, 40 beantwortet ...": each figure leads to its list. */
function Told({ page, visit }: { readonly page: WishPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { open, answered, overdue, kept, medianDays } = page.statistics
  const link = (value: number, query: Query) => <a href={visit.to(routes.wishes, {}, query)}>{formatNumber(value, lang)}</a>
  if (open + answered === 0) return null
  return (
    <div class="catalogue-told">
      <Figures>
        {link(open, { stand: 'offen' })} {t('catalogue.wish.told.open', { count: open })}{' '}
        {link(answered, { stand: 'beantwortet' })} {t('catalogue.wish.told.answered', { count: answered })}{' '}
        {answered > 0 && medianDays !== null && (
          <>
            {t('catalogue.wish.told.median')}{' '}
            <a href={visit.to(routes.wishes, {}, { stand: 'beantwortet' })}>
              {t('catalogue.wish.told.days', { count: Math.round(medianDays) })}
            </a>
            {t('catalogue.wish.told.kept')} {link(kept, { frist: 'eingehalten' })}{' '}
            {t('catalogue.wish.told.of', { count: answered, days: answerDays })}{' '}
          </>
        )}
        {overdue > 0 && (
          <>
            {link(overdue, { frist: 'ueberfaellig' })} {t('catalogue.wish.told.overdue', { count: overdue })}
          </>
        )}
      </Figures>
    </div>
  )
}

const option = (value: string, label: string) => ({ value, label })

function FilterForm({ page, visit }: { readonly page: WishPage; readonly visit: Visit }) {
  const { t } = visit
  const { params, words } = page.list
  const places = shownIn(visit.site, visit.sites).flatMap((id) => visit.sites.byId(id) ?? [])
  const chosen = (name: string) => String(params[name] ?? '')
  return (
    <form class="catalogue-filterline" method="get" action={visit.to(routes.wishes)} aria-label={t('catalogue.wish.filter')}>
      <PlainText id="wunsch-q" name="q" label={t('catalogue.wish.filter.words')} value={words} />
      <PlainSelect
        id="wunsch-stand"
        name="stand"
        label={t('catalogue.wish.filter.state')}
        value={chosen('stand')}
        options={[
          option('', t('catalogue.wish.filter.all')),
          ...Object.keys(stands).map((key) => option(key, t(`catalogue.wish.stand.${key}`))),
        ]}
      />
      {places.length > 1 && places.length < 60 && (
        <PlainSelect
          id="wunsch-ort"
          name="ort"
          label={t('catalogue.wish.filter.place')}
          value={chosen('ort')}
          options={[
            option('', t('catalogue.wish.filter.all')),
            ...places.map((site) => option(site.slug, site.name)).sort((a, b) => a.label.localeCompare(b.label, 'de')),
          ]}
        />
      )}
      <PlainSelect
        id="wunsch-sort"
        name="sort"
        label={t('catalogue.wish.filter.sort')}
        value={chosen('sort')}
        options={['neu', 'viele'].map((key) => option(key === 'neu' ? '' : key, t(`catalogue.wish.sort.${key}`)))}
      />
      <Button kind="secondary" text={t('catalogue.wish.filter.show')} />
    </form>
  )
}

/** The filters that are on, each to be taken off. */
function chips(page: WishPage, visit: Visit) {
  const { t } = visit
  const { params } = page.list
  const without = (name: string) => visit.to(routes.wishes, {}, { ...params, [name]: undefined })
  const text = (name: string, value: string) =>
    name === 'q'
      ? `„${value}“`
      : name === 'ort'
        ? (visit.sites.bySlug(value)?.name ?? value)
        : name === 'antwort'
          ? t(`catalogue.request.kind.${outcomeParams[value]}`)
          : t(`catalogue.wish.${name}.${value}`)
  return ['q', 'stand', 'frist', 'antwort', 'ort'].flatMap((name) => {
    const value = params[name]
    return typeof value === 'string' ? [{ text: text(name, value), href: without(name) }] : []
  })
}

function Onwards({ page, visit }: { readonly page: WishPage; readonly visit: Visit }) {
  const { t } = visit
  const { params } = page.list
  return (
    <LinkList
      links={[
        { href: visit.to(routes.wishesAtom, {}, params), text: t('catalogue.wish.feed') },
        { href: visit.to(routes.wishesCsv, {}, params), text: t('catalogue.wish.csv') },
        { href: visit.to(routes.rules), text: t('catalogue.rules.link') },
      ]}
    />
  )
}

/** The public list: figures, filter, wishes, and where the same is to be had for machines. */
export function wishesView(visit: Visit, page: WishPage): View {
  const { t, site } = visit
  const filters = chips(page, visit)
  const narrowed = filters.length > 0 || page.list.after !== undefined || page.list.sort !== 'newest'
  const title = page.statistics.open + page.statistics.answered === 0 ? t('catalogue.wish.title.none') : t('catalogue.wish.title')
  return {
    title: t('catalogue.wish.name'),
    description: t('catalogue.wish.description', { name: site.name }),
    area: 'data',
    crumbs: [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: t('catalogue.wish.name') }],
    alternates: [{ type: 'application/atom+xml', href: visit.to(routes.wishesAtom), title: t('catalogue.wish.name') }],
    ...(narrowed ? { robots: 'noindex, follow' } : {}),
    body: (
      <>
        <Head
          title={title}
          lead={t(shownIn(site, visit.sites).length > 1 ? 'catalogue.wish.lead.view' : 'catalogue.wish.lead', {
            name: site.name,
            days: answerDays,
          })}
          t={t}
        >
          <Actions>
            <Button text={t('catalogue.wish.write')} href={visit.to(routes.newWish)} />
          </Actions>
        </Head>
        <Told page={page} visit={visit} />
        <Section title={t('catalogue.wish.list')} id="liste" note={t('catalogue.wish.list.count', { count: page.total })}>
          <FilterForm page={page} visit={visit} />
          <ActiveFilters filters={filters} {...(filters.length > 1 ? { clearHref: visit.to(routes.wishes) } : {})} t={t} />
          {page.wishes.length === 0 ? (
            <Empty
              title={t('catalogue.wish.empty')}
              reason={t(filters.length > 0 ? 'catalogue.wish.empty.filtered' : 'catalogue.wish.empty.reason')}
            >
              {filters.length > 0 && (
                <Actions>
                  <Button kind="secondary" text={t('catalogue.wish.all')} href={visit.to(routes.wishes)} />
                </Actions>
              )}
            </Empty>
          ) : (
            <WishRows wishes={page.wishes} visit={visit} />
          )}
          <KeyPages page={page} visit={visit} />
          <Onwards page={page} visit={visit} />
        </Section>
      </>
    ),
  }
}

/** On by key: the list may grow while somebody reads, and nothing is shown twice or left out. */
function KeyPages({ page, visit }: { readonly page: WishPage; readonly visit: Visit }) {
  const { t } = visit
  const { params, after } = page.list
  if (!after && !page.next) return null
  return (
    <nav class="alm-pages" aria-label={t('ui.pages.label')}>
      <div class="alm-pages__steps">
        {after && (
          <a class="alm-pages__step" href={`${visit.to(routes.wishes, {}, params)}#liste`}>
            {t('catalogue.wish.first')}
          </a>
        )}
        {page.next && (
          <a class="alm-pages__step" rel="next" href={`${visit.to(routes.wishes, {}, { ...params, nach: page.next })}#liste`}>
            {t('catalogue.wish.next')}
          </a>
        )}
      </div>
    </nav>
  )
}

/** What cannot be read in the address of a list. */
export const filterFaults = (visit: Visit, names: readonly string[]) => ({
  status: 400,
  id: 'catalogue/wish-filter',
  title: visit.t('catalogue.wish.fault.title'),
  detail: visit.t('catalogue.wish.fault.detail', {
    names: names.join(', '),
    known: [...Object.keys(stands), ...Object.keys(deadlines)].join(', '),
  }),
  fields: names.map((field) => ({ field, message: visit.t('catalogue.wish.fault.field', { field }) })),
})
