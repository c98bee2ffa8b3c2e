import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import type { Project, Stage } from '../../model/project.ts'

const shapes: Readonly<Record<Stage, StatusKind>> = { idea: 'idle', planned: 'run', decided: 'run', running: 'run', done: 'ok' }

/** How far a project is: a shape and a word. */
export const StageWord = ({ stage, visit }: { readonly stage: Stage; readonly visit: Visit }) => (
  <Status kind={shapes[stage]}>{visit.t(`participation.stage.${stage}`)}</Status>
)

/** "1,2 bis 1,5 Mio. €" is for newspapers: here stand whole euros, as the council reads them; undefined where nothing is said. */
export function costText({ costFrom, costTo, costNote }: Project, visit: Visit): string | undefined {
  const { t, lang } = visit
  const euros = (n: number) => `${formatNumber(n, lang)}\u00a0€`
  const sum =
    costFrom !== null && costTo !== null
      ? costFrom === costTo
        ? euros(costTo)
        : t('participation.project.cost.between', { from: euros(costFrom), to: euros(costTo) })
      : costTo !== null
        ? t('participation.project.cost.to', { to: euros(costTo) })
        : costFrom !== null
          ? t('participation.project.cost.from', { from: euros(costFrom) })
          : ''
  return [sum, costNote].filter(Boolean).join(', ') || undefined
}

/** Where it is: the part of the town, and the place. */
export const whereText = ({ district, place }: Pick<Project, 'district' | 'place'>): string =>
  [district, place].filter(Boolean).join(', ')
