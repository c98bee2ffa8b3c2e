import type { Alternate, Visit } from '#platform/http'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { routes } from '../../routes.ts'

const forms = [
  { route: routes.submissionsCsv, type: 'text/csv', name: 'csv' },
  { route: routes.submissionsJson, type: 'application/json', name: 'json' },
  { route: routes.submissionsGeojson, type: 'application/geo+json', name: 'geojson' },
  { route: routes.procedureAtom, type: 'application/atom+xml', name: 'atom' },
  { route: routes.procedureCalendar, type: 'text/calendar', name: 'calendar' },
] as const

/** The same as other forms, for the head of the page. */
export const takeAlong = (visit: Visit, slug: string): Alternate[] =>
  forms.map(({ route, type, name }) => ({
    type,
    href: visit.to(route, { slug }),
    title: visit.t(`participation.take.${name}`),
  }))

/** Everything that can be taken along of a procedure. */
export const TakeAlong = ({ slug, visit }: { readonly slug: string; readonly visit: Visit }) => (
  <Disclosure title={visit.t('participation.take.title')}>
    <LinkList
      links={forms.map(({ route, name }) => ({ href: visit.to(route, { slug }), text: visit.t(`participation.take.${name}`) }))}
    />
  </Disclosure>
)
