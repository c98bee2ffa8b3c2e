import type { Visit } from '#platform/http'
import { Facet, FacetForm, type FacetOption } from '#ui/components/facet/facet.tsx'
import type { Children, Hidden } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { type FacetName, facetNames } from '../../use-cases/search-document.ts'
import { facetLabel, themeCodes } from './labels.ts'
import type { SearchPageData } from './read-search-page.ts'
import { filterParams, type SearchLinks } from './search-links.ts'

/** The values of a facet with their counts. All themes are shown, those without a record locked. */
function options(visit: Visit, data: SearchPageData, name: FacetName): FacetOption[] {
  const chosen = new Set(data.request.facets[name] ?? [])
  const counted = data.answer.facets[name] ?? []
  const known = new Set(counted.map((one) => one.key))
  const missing = [...chosen, ...(name === 'theme' && counted.length > 0 ? themeCodes : [])].filter((key) => !known.has(key))
  return [...counted, ...[...new Set(missing)].map((key) => ({ key, count: 0 }))].map(({ key, count }) => ({
    value: key,
    label: facetLabel(name, key, visit.sites, visit.lang),
    count,
    checked: chosen.has(key),
  }))
}

const Panel = ({ title, open, children }: { readonly title: string; readonly open: boolean; readonly children: Children }) => (
  <details class="alm-facet" open={open}>
    <summary>{title}</summary>
    <fieldset>
      <legend class="kern-sr-only">{title}</legend>
      {children}
    </fieldset>
  </details>
)

/** A short field in the rail: label, field, one line of help. */
const Line = (props: {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly help?: string
}) => (
  <div class="catalogue-railfield">
    <label for={`f-${props.name}`}>{props.label}</label>
    <input
      id={`f-${props.name}`}
      name={props.name}
      value={props.value}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={props.help ? `f-${props.name}-h` : undefined}
    />
    {props.help && <p id={`f-${props.name}-h`}>{props.help}</p>}
  </div>
)

const Box = ({ name, label, checked }: { readonly name: string; readonly label: string; readonly checked: boolean }) => (
  <li>
    <input type="checkbox" id={`f-${name}`} name={name} value="1" checked={checked} />
    <label for={`f-${name}`}>{label}</label>
  </li>
)

/** Where to search: the site's own view and those above it. */
function ViewFacet({ visit, data }: { readonly visit: Visit; readonly data: SearchPageData }) {
  if (data.views.length < 2) return null
  const values = data.views.map(({ site, total }) => ({
    value: site.slug,
    label: site.name,
    count: total,
    checked: site.id === data.request.view.id,
  }))
  return <Facet name="gebiet" title={visit.t('catalogue.search.view')} options={values} single open t={visit.t} />
}

/** What the form must not forget: words, exactness, order, list or map. */
function hiddenOf(links: SearchLinks): Hidden {
  const kept = Object.entries(links.params).filter(
    ([name]) => !filterParams.includes(name) && name !== 'gebiet' && name !== 'seite',
  )
  const values = kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
  return { ...Object.fromEntries(values), ...(links.map ? { ansicht: 'karte' } : {}) }
}

const opened: ReadonlySet<FacetName> = new Set(['place', 'theme', 'format'])

/** Everything to narrow a search by, in one form that needs no script. */
export function Filters({
  visit,
  data,
  links,
  chosen,
}: {
  readonly visit: Visit
  readonly data: SearchPageData
  readonly links: SearchLinks
  readonly chosen: number
}) {
  const { t } = visit
  const { request } = data
  const several = request.view.within.length > 1
  return (
    <FacetForm action={visit.to(routes.search)} hidden={hiddenOf(links)} chosen={chosen} t={t}>
      <ViewFacet visit={visit} data={data} />
      {facetNames.map((name) => {
        const values = name === 'place' && !several ? [] : options(visit, data, name)
        if (values.length === 0) return null
        // Locked values wait behind "n weitere": what can be chosen comes first.
        const shown = Math.max(1, Math.min(5, values.filter((one) => one.count > 0).length))
        const rest = values.filter((one, i) => i >= shown && !one.checked).length
        return (
          <Facet
            key={name}
            name={facetParams[name]}
            title={t(`catalogue.search.facet.${name}`)}
            options={values}
            shown={shown}
            open={opened.has(name) || values.some((one) => one.checked)}
            more={t(`catalogue.search.more.${name}`, { count: rest })}
            t={t}
          />
        )
      })}
      <Panel title={t('catalogue.search.use')} open={request.open || request.hvd}>
        <ul>
          <Box name="offen" label={t('catalogue.search.open')} checked={request.open} />
          <Box name="hvd" label={t('catalogue.search.hvd')} checked={request.hvd} />
        </ul>
      </Panel>
      <Panel title={t('catalogue.search.period')} open={request.from !== undefined || request.to !== undefined}>
        <Line name="von" label={t('catalogue.search.from')} value={request.from} />
        <Line name="bis" label={t('catalogue.search.to')} value={request.to} help={t('catalogue.search.period.help')} />
      </Panel>
      <Panel title={t('catalogue.search.area')} open={request.bbox !== undefined}>
        <Line
          name="bbox"
          label={t('catalogue.search.bbox')}
          value={request.bbox?.join(',')}
          help={t('catalogue.search.bbox.help')}
        />
        <p class="alm-facet__link">
          <a class="alm-link" href={links.to({}, true)}>
            {t('catalogue.search.bbox.map')}
          </a>
        </p>
      </Panel>
    </FacetForm>
  )
}
