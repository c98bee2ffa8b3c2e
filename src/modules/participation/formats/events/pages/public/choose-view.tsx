import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import type { OpenedProcedure } from '../../../../format.ts'
import { routes } from '../../../../routes.ts'
import { eventRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import type { FormFault } from '../../model/registration.ts'
import { whenWords } from '../../model/when.ts'
import { eventFrame } from '../frame.tsx'
import { faultLines, faultText, seatStatus } from '../words.ts'

/** Which date one wants to register for, where there are several. */
export function chooseView(
  visit: Visit,
  { procedure }: OpenedProcedure,
  events: readonly TownEvent[],
  faults: readonly FormFault[] = [],
): View {
  const { t, lang } = visit
  const title = t('participation.events.choose')
  const [fault] = faults
  return eventFrame(
    visit,
    procedure,
    title,
    <>
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head
        pre={procedure.title}
        title={title}
        {...(events.length > 0 ? { lead: t('participation.events.choose.lead') } : {})}
        t={t}
      />
      {events.length === 0 ? (
        <Empty title={t('participation.events.none')} reason={t('participation.events.none.open')} level="h2">
          <p>
            <a class="alm-link" href={visit.to(routes.procedure, { slug: procedure.slug })}>
              {t('participation.closed.back')}
            </a>
          </p>
        </Empty>
      ) : (
        <form class="alm-form" method="post" action={visit.to(eventRoutes.chosenEvent, { slug: procedure.slug })} noValidate>
          <ChoiceField
            id="termin"
            name="termin"
            label={t('participation.events.choose.label')}
            {...(fault ? { error: faultText(visit, fault) } : {})}
            options={events.map((one) => ({
              value: String(one.key),
              label: one.title,
              help: [whenWords(one, lang, t), one.place, seatStatus(one, visit).text].filter(Boolean).join(' · '),
            }))}
            t={t}
          />
          <Actions>
            <Button text={t('participation.events.choose.go')} />
          </Actions>
        </form>
      )}
    </>,
    { robots: 'noindex' },
  )
}
