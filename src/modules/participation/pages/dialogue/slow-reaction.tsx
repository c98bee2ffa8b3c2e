import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'

/** So many reactions came from one place that a puzzle is asked first: the button again, with it. */
export function slowReactionView(visit: Visit, opened: ShownProcedure, one: Submission, slow: SlowDown): View {
  const { t } = visit
  const { procedure } = opened
  const number = numberOf(procedure.prefix, one.number)
  const kept = (name: string) => visit.form.get(name) ?? undefined
  return {
    title: t('participation.react.slow'),
    robots: 'noindex',
    area: 'participation',
    islands: puzzleIslands,
    crumbs: procedureCrumbs(visit, procedure, number),
    body: (
      <>
        <Head pre={procedure.title} title={one.title} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.react, { slug: procedure.slug, number })}>
          <HiddenValues values={{ wert: kept('wert'), liste: kept('liste'), zurueck: kept('zurueck') }} />
          <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />
          <Actions>
            <Button text={t('participation.react.again')} />
          </Actions>
        </form>
      </>
    ),
  }
}
