import type { Visit } from '#platform/http'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Format } from '../../format.ts'
import { actOf } from '../../format-words.ts'
import { type Action, actions, type Procedure } from '../../model/procedure.ts'
import { proofRoutes } from '../../proof-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { levelFor } from './who.ts'

/** Actions for which somebody's word is asked: as the format says, else by the forms of the engine that it has. */
export const askedActions = ({ asked, dialogue, proves }: Format): readonly Action[] =>
  proves ?? [...(asked ? (['submit'] as const) : []), ...(dialogue ? (['comment', 'rate'] as const) : [])]

/** The sentence of a level: what it means for the weight of the figures. */
function weightKey(procedure: Procedure, action: Action): string {
  const level = levelFor(procedure, action)
  return `participation.weight.${level}${level === 'bundid' && procedure.trust === 'basis' ? '.basis' : ''}`
}

/** What must be shown for what, and what that means for the weight of the result; nothing where nothing is asked. */
export function WeightSection({ opened, visit }: { readonly opened: ShownProcedure; readonly visit: Visit }) {
  const { t } = visit
  const { procedure, phases, format } = opened
  const asked = askedActions(format)
  const planned = actions.filter((one) => asked.includes(one) && phases.some((phase) => phase.actions.includes(one)))
  if (planned.every((one) => levelFor(procedure, one) === 'none')) return null
  return (
    <Section title={t('participation.weight.title')} id="wer-zaehlt" note={t('participation.weight.note')}>
      <ul class="alm-list">
        {planned.map((one) => (
          <li key={one}>
            <strong>{actOf(format, one, visit.lang) ?? t(`participation.weight.to.${one}`)}</strong>{' '}
            {t(weightKey(procedure, one))}
          </li>
        ))}
      </ul>
      {planned.some((one) => one !== 'vote') && <p class="alm-small">{t('participation.weight.office')}</p>}
      <LinkList links={[{ href: visit.to(proofRoutes.proof, { slug: procedure.slug }), text: t('participation.weight.has') }]} />
    </Section>
  )
}
