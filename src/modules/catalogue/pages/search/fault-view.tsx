import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { SearchBar } from '#ui/components/search-bar/search-bar.tsx'
import { routes } from '../../routes.ts'
import type { ParamFault } from '../../use-cases/search-data.ts'
import { filterParams } from './search-links.ts'

/** The address without the parameters that are at fault. */
function mended(visit: Visit, faults: readonly ParamFault[]): string {
  const bad = new Set(faults.map((one) => one.field))
  const kept: Record<string, string[]> = {}
  for (const name of ['q', 'genau', 'gebiet', 'sort', 'seite', 'ansicht', ...filterParams]) {
    const values = bad.has(name) ? [] : visit.query.getAll(name).slice(0, 50)
    if (values.length > 0) kept[name] = values
  }
  return visit.to(routes.search, {}, kept)
}

const bounded = (text: string) => (text.length > 80 ? `${text.slice(0, 80)} …` : text)

/** A search that cannot be read: which part, what stood there, what to write instead. */
export function faultView(visit: Visit, faults: readonly ParamFault[]): View {
  const { t } = visit
  const late = faults.every((one) => one.fault === 'time')
  const title = t(late ? 'catalogue.search.late.title' : 'catalogue.search.fault.title', { count: faults.length })
  const facts = faults.map((one) => ({
    name: t(`catalogue.search.field.${one.field}`),
    value: (
      <>
        {one.value && (
          <>
            {t('catalogue.search.fault.given')} <code>{bounded(one.value)}</code>.{' '}
          </>
        )}
        {t(`catalogue.search.fault.${one.fault}`)}
      </>
    ),
  }))
  return {
    title,
    area: 'data',
    robots: 'noindex',
    ownSearch: true,
    crumbs: [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: t('catalogue.search.crumb') }],
    body: (
      <>
        <div class="alm-searchhead">
          <SearchBar
            action={visit.to(routes.search)}
            label={t('catalogue.search.label')}
            value={(visit.query.get('q') ?? '').slice(0, 200)}
            suggestions={visit.to(routes.suggest)}
            t={t}
          />
          <h1>{title}</h1>
          <p class="alm-lead">{t(late ? 'catalogue.search.late.lead' : 'catalogue.search.fault.lead')}</p>
        </div>
        {!late && <Facts facts={facts} />}
        <div class="alm-after">
          <Actions>
            <Button
              text={t(late ? 'catalogue.search.late.again' : 'catalogue.search.fault.mend')}
              href={late ? visit.to(visit.route, visit.params, Object.fromEntries(visit.query)) : mended(visit, faults)}
            />
            <a class="alm-link" href={visit.to(routes.search)}>
              {t('catalogue.search.fault.all')}
            </a>
          </Actions>
        </div>
      </>
    ),
  }
}
