import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { type Step, Timeline } from '#ui/components/timeline/timeline.tsx'
import type { Decision } from '../model/decision.ts'

/** The way of a decision: when it was made, each milestone, and what is still to come. */
export function decisionSteps(one: Decision, visit: Visit): Step[] {
  const { t, lang } = visit
  const over = one.state === 'done' || one.state === 'dropped'
  const steps = one.milestones.map(
    (step, i): Step => ({
      title: t(`participation.decision.${step.state}`),
      date: `${formatDay(step.day, lang)}. ${step.note}`,
      state: !over && i === one.milestones.length - 1 ? 'current' : 'done',
    }),
  )
  return [
    {
      title: t('participation.decision.decided'),
      date: [one.body, one.decidedOn && formatDay(one.decidedOn, lang)].filter(Boolean).join(', '),
      state: !over && steps.length === 0 ? 'current' : 'done',
    },
    ...steps,
    ...(over
      ? []
      : [
          {
            title: t('participation.decision.goal'),
            date: one.dueOn ? t('participation.decision.due', { day: formatDay(one.dueOn, lang) }) : t('participation.time.open'),
            state: 'open',
          } as const,
        ]),
  ]
}

/** A decision as everybody reads it: title, paper, and its way as a line. */
export function DecisionLine({ one, visit }: { readonly one: Decision; readonly visit: Visit }) {
  const { t } = visit
  return (
    <article class="participation-decision">
      <h3>{one.title}</h3>
      <Timeline steps={decisionSteps(one, visit)} t={t} />
      {one.href && (
        <p class="alm-small">
          <a class="alm-link" href={one.href}>
            {t('participation.decision.paper')}
          </a>
        </p>
      )}
    </article>
  )
}
