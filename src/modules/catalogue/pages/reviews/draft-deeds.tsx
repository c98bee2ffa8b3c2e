import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { fits } from '../../model/draft.ts'
import { routes } from '../../routes.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { DraftCheck } from '../../use-cases/edit/check-draft.ts'

interface Props {
  readonly draft: Draft
  readonly check: DraftCheck
  /** Why this person may not approve or release it, where four eyes are wanted. */
  readonly secondPair: boolean
  readonly visit: Visit
}

const DeedForm = ({
  action,
  text,
  kind,
  children,
}: {
  action: string
  text: string
  kind?: 'primary' | 'secondary' | 'danger'
  children?: preactChildren
}) => (
  <form method="post" action={action} class="alm-form" noValidate>
    {children}
    <div class="alm-actions">
      <Button text={text} kind={kind} />
    </div>
  </form>
)
type preactChildren = Parameters<typeof Block>[0]['children']

/** Decisions of those who review and release. */
function Decide({ draft, check, secondPair, visit }: Props) {
  const { t } = visit
  const { id } = draft
  const release = visit.may('catalogue/release') && fits('release', draft.state)
  const approve = visit.may('catalogue/review') && fits('approve', draft.state)
  const back = visit.may('catalogue/review') && fits('send-back', draft.state)
  if (!release && !approve && !back) return null
  if (secondPair)
    return (
      <Block title={t('catalogue.draft.decide')}>
        <p>{t('catalogue.draft-fault.four-eyes')}</p>
      </Block>
    )
  return (
    <Block title={t('catalogue.draft.decide')}>
      {!check.fit && <p>{t('catalogue.draft.decide.unfit')}</p>}
      {release && check.fit && (
        <DeedForm action={visit.to(routes.releaseDraft, { id })} text={t('catalogue.draft.release')}>
          <TextField
            id="note"
            name="note"
            label={t('catalogue.draft.note')}
            help={t('catalogue.draft.note.help')}
            value={draft.note ?? ''}
            maxLength={500}
            optional
            t={t}
          />
        </DeedForm>
      )}
      {approve && !release && check.fit && (
        <DeedForm action={visit.to(routes.approveDraft, { id })} text={t('catalogue.draft.approve')} />
      )}
      {back && (
        <Disclosure title={t('catalogue.draft.send-back')} open={visit.query.get('fehler') === 'reason'}>
          <DeedForm action={visit.to(routes.sendBackDraft, { id })} text={t('catalogue.draft.send-back')} kind="secondary">
            <TextArea
              id="reason"
              name="reason"
              label={t('catalogue.draft.reason')}
              help={t('catalogue.draft.reason.help')}
              error={visit.query.get('fehler') === 'reason' ? t('catalogue.draft.reason.missing') : undefined}
              rows={3}
              maxLength={2000}
              t={t}
            />
          </DeedForm>
        </Disclosure>
      )}
      {approve && release && check.fit && (
        <Disclosure title={t('catalogue.draft.approve.only')}>
          <DeedForm action={visit.to(routes.approveDraft, { id })} text={t('catalogue.draft.approve')} kind="secondary" />
        </Disclosure>
      )}
      {release && check.fit && (
        <Disclosure title={t('catalogue.draft.schedule')} open={visit.query.get('fehler') === 'at'}>
          <DeedForm action={visit.to(routes.scheduleDraft, { id })} text={t('catalogue.draft.schedule.do')} kind="secondary">
            <TextField
              id="at"
              name="tag"
              type="date"
              label={t('catalogue.draft.schedule.day')}
              help={t('catalogue.draft.schedule.help')}
              error={visit.query.get('fehler') === 'at' ? t('catalogue.draft.schedule.wrong') : undefined}
              t={t}
            />
            <TextField id="uhrzeit" name="uhrzeit" label={t('catalogue.draft.schedule.time')} value="08:00" maxLength={5} t={t} />
          </DeedForm>
        </Disclosure>
      )}
    </Block>
  )
}

/** What can be done with a draft, as far as this person may and its state fits. */
export function DraftDeeds(props: Props) {
  const { draft, visit } = props
  const { t } = visit
  const { id } = draft
  const edit = visit.may('catalogue/edit')
  return (
    <>
      <Decide {...props} />
      {draft.state === 'scheduled' && visit.may('catalogue/release') && (
        <Block title={t('catalogue.draft.scheduled')}>
          <DeedForm action={visit.to(routes.unscheduleDraft, { id })} text={t('catalogue.draft.unschedule')} kind="secondary" />
        </Block>
      )}
      {edit && (
        <div class="alm-actions catalogue-deeds">
          {fits('discard', draft.state) && (
            <DeedForm action={visit.to(routes.discardDraft, { id })} text={t('catalogue.draft.discard')} kind="danger" />
          )}
        </div>
      )}
    </>
  )
}
