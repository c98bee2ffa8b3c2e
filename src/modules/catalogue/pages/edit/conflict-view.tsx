import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { routes } from '../../routes.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { FieldConflict } from '../../use-cases/edit/three-way.ts'

/** Names a field of a conflict in the form. */
export const conflictName = (conflict: Pick<FieldConflict, 'field' | 'distribution'>): string =>
  `${conflict.field}${conflict.distribution ? `@${conflict.distribution}` : ''}`

/** Two versions side by side, with a choice for each field. What was typed goes along unseen, so that nothing is lost. */
export function conflictView(given: {
  readonly visit: Visit
  readonly theirs: Draft
  readonly conflicts: readonly FieldConflict[]
  readonly form: URLSearchParams
  readonly action: string
  readonly theirName: string
}): View {
  const { visit, theirs, conflicts, form, action, theirName } = given
  const { t } = visit
  const kept = [...form].filter(([name]) => !name.startsWith('wahl-') && name !== 'gelesen')
  return {
    title: t('catalogue.edit.conflict'),
    frame: 'staff',
    area: 'entries',
    crumbs: [
      { label: t('catalogue.entries.title'), href: visit.to(routes.entries) },
      { label: theirs.title || t('catalogue.entry.untitled') },
    ],
    body: (
      <>
        <h1>{t('catalogue.edit.conflict')}</h1>
        <p class="alm-lead">{t('catalogue.edit.conflict.lead')}</p>
        <form class="alm-stack-4" method="post" action={action}>
          {kept.map(([name, value], i) => (
            <input key={`${name}-${i}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="gelesen" value={String(theirs.revision)} />
          <Diff
            fields={conflicts.map((conflict) => ({
              name: conflictName(conflict),
              label: conflict.of ? `${conflict.label}: ${conflict.of}` : conflict.label,
              before: conflict.mine.join(', '),
              after: conflict.theirs.join(', '),
            }))}
            before={t('catalogue.edit.conflict.mine')}
            after={t('catalogue.edit.conflict.theirs', { name: theirName })}
            choose={{ prefix: 'wahl-' }}
            level={2}
            t={t}
          />
          <Button text={t('catalogue.edit.conflict.take')} />
        </form>
      </>
    ),
  }
}
