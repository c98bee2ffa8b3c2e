import type { Alternate, Visit } from '#platform/http'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { Format } from '../../format.ts'
import { wordsOf } from '../../format-words.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'

const forms = [
  { route: routes.submissionsCsv, type: 'text/csv', name: 'csv' },
  { route: routes.submissionsJson, type: 'application/json', name: 'json' },
  { route: routes.submissionsGeojson, type: 'application/geo+json', name: 'geojson' },
  { route: routes.procedureAtom, type: 'application/atom+xml', name: 'atom' },
  { route: routes.procedureCalendar, type: 'text/calendar', name: 'calendar' },
] as const

/** What a format has of these: where nothing comes in as submissions, there are only dates. */
const formsOf = ({ ownTables }: Format) => (ownTables ? forms.filter(({ name }) => name === 'calendar') : forms)

const named = (visit: Visit, format: Format, name: string) => visit.t(`participation.take.${name}`, wordsOf(format, visit.lang))

/** The same as other forms, for the head of the page. */
export const takeAlong = (visit: Visit, { format, procedure }: ShownProcedure): Alternate[] =>
  formsOf(format).map(({ route, type, name }) => ({
    type,
    href: visit.to(route, { slug: procedure.slug }),
    title: named(visit, format, name),
  }))

/** Everything that can be taken along of a procedure. */
export const TakeAlong = ({
  opened: { format, procedure },
  visit,
}: {
  readonly opened: ShownProcedure
  readonly visit: Visit
}) => (
  <Disclosure title={visit.t('participation.take.title')}>
    <LinkList
      links={formsOf(format).map(({ route, name }) => ({
        href: visit.to(route, { slug: procedure.slug }),
        text: named(visit, format, name),
      }))}
    />
  </Disclosure>
)
