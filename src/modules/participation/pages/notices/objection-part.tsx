import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { noticeLongest } from '../../model/notice.ts'
import type { Statement } from '../../store/moderation-store.ts'
import type { Objection } from '../../store/objection-store.ts'

/** An objection that came back: to which decision, what is wrong with it, and its words. */
export interface RefusedObjection {
  readonly statement: string
  readonly fault: 'missing' | 'long'
  readonly text: string
}

/** A decision with its reasons, and what its reader can do against it: object once, and read what came of it. */
export function DecisionPost({
  statement,
  objection,
  mayObject,
  action,
  visit,
  refused,
}: {
  readonly statement: Statement
  readonly objection: Objection | undefined
  readonly mayObject: boolean
  readonly action: string
  readonly visit: Visit
  readonly refused?: RefusedObjection | undefined
}) {
  const { t, lang } = visit
  const mine = refused?.statement === statement.id ? refused : undefined
  return (
    <article class="participation-post">
      <p>
        <strong>{t(`participation.act.${statement.act}`)}</strong>
        {statement.code && `. ${t(`participation.why.${statement.code}`)}`}
      </p>
      {statement.body && <Said text={statement.body} />}
      <p class="alm-meta">
        <span>{visit.site.name}</span>
        <span>{formatMoment(statement.at, lang, 'text')}</span>
      </p>
      {objection && (
        <>
          <p>
            <strong>{t('participation.objection.yours')}</strong> {formatMoment(objection.receivedAt, lang, 'text')}
          </p>
          <Said text={objection.body} />
          {objection.decidedAt ? (
            <>
              <p>
                <strong>{t(objection.upheld ? 'participation.objection.upheld' : 'participation.objection.changed')}</strong>
              </p>
              <Said text={objection.answer} />
              <p class="alm-small">{t('participation.objection.court')}</p>
            </>
          ) : (
            <p class="alm-small">{t('participation.objection.waits')}</p>
          )}
        </>
      )}
      {!objection && mayObject && (
        <form class="alm-form" method="post" action={`${action}#entscheidung`} noValidate>
          <HiddenValues values={{ entscheidung: statement.id }} />
          <TextArea
            id={`widerspruch-${statement.id}`}
            name="widerspruch"
            label={t('participation.objection.field')}
            help={t('participation.objection.field.help')}
            value={mine?.text ?? ''}
            rows={4}
            maxLength={noticeLongest.objection}
            t={t}
            {...(mine ? { error: t(`participation.objection.fault.${mine.fault}`) } : {})}
          />
          <Button kind="secondary" text={t('participation.objection.send')} name="tat" value="widersprechen" />
        </form>
      )}
    </article>
  )
}
