import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { StatementFault } from '../model/read-statements.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import type { Statement } from '../store/statement-store.ts'
import type { OpenedMap } from '../use-cases/open-map.ts'
import { mapFrame } from './frame.tsx'

/** A statement as it was typed, and what stands in its way. */
export interface StatementState {
  readonly typed?: string
  readonly fault?: StatementFault | undefined
  /** Statements that speak of the same. */
  readonly similar?: readonly Statement[]
  readonly slow?: SlowDown | undefined
}

/** The words of a fault with their figures. */
export const faultWords = (visit: Visit, map: OpenedMap, fault: StatementFault): string =>
  visit.t(`participation.opinion.fault.${fault}`, { most: map.settings.longest })

/** Field and button for a statement of one's own. */
export function StatementForm({
  map,
  visit,
  state = {},
}: {
  readonly map: OpenedMap
  readonly visit: Visit
  readonly state?: StatementState
}) {
  const { t } = visit
  const { settings, procedure } = map
  const asks = (state.similar ?? []).length > 0
  return (
    <form class="alm-form" method="post" action={visit.to(opinionRoutes.sendStatement, { slug: procedure.slug })} noValidate>
      <TextArea
        id="aussage"
        name="aussage"
        label={t('participation.opinion.new.label')}
        help={t('participation.opinion.new.help', { most: settings.longest })}
        value={state.typed ?? ''}
        rows={3}
        maxLength={settings.longest}
        {...(state.fault ? { error: faultWords(visit, map, state.fault) } : {})}
        t={t}
      />
      {state.slow && <Puzzle challenge={state.slow.challenge} until={state.slow.until} email={visit.site.contact.email} t={t} />}
      <p class="alm-small">{t('participation.opinion.new.note', { office: procedure.office })}</p>
      <Actions>
        <Button
          text={t(asks ? 'participation.opinion.new.anyway' : 'participation.opinion.new.send')}
          {...(asks || state.slow ? { name: 'schritt', value: 'senden' } : {})}
        />
      </Actions>
    </form>
  )
}

/** The page on which one writes a statement; similar ones are shown before it is sent. */
export function statementView(visit: Visit, map: OpenedMap, state: StatementState = {}): View {
  const { t } = visit
  const { procedure } = map
  const { similar = [], fault } = state
  const title = t('participation.opinion.new')
  return mapFrame(
    visit,
    map,
    title,
    <>
      <Head pre={procedure.title} title={title} lead={t('participation.opinion.new.lead')} t={t} />
      <ErrorSummary faults={fault ? [{ field: 'aussage', text: faultWords(visit, map, fault) }] : []} t={t} />
      {similar.length > 0 && (
        <Section
          title={t(`participation.opinion.similar.${fault === 'same' ? 'same' : 'some'}`)}
          id="aehnlich"
          note={t('participation.opinion.similar.note')}
        >
          <LinkList
            stacked
            links={similar.map(({ number, text }) => ({
              href: `${visit.to(opinionRoutes.opinions, { slug: procedure.slug }, { aussage: number })}#aussage`,
              text,
            }))}
          />
        </Section>
      )}
      <StatementForm map={map} visit={visit} state={{ ...state, similar: fault ? [] : similar }} />
    </>,
    { islands: state.slow ? puzzleIslands : [] },
  )
}
