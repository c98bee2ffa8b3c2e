import { formatMoment } from '#kernel/clock.ts'
import type { AuditRow } from '#platform/audit'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { DateField, SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { StoredCheck } from '../../store/audit-check-store.ts'
import { auditChanges, auditSentence } from './audit-words.ts'

/** What the list is narrowed by; '' narrows nothing. */
export interface AuditAsked {
  readonly person: string
  readonly action: string
  readonly subject: string
  readonly from: string
  readonly until: string
}

export interface AuditPageProps {
  readonly visit: Visit
  readonly entries: readonly AuditRow[]
  readonly asked: AuditAsked
  readonly next: number | undefined
  readonly check: StoredCheck | undefined
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly actions: readonly { readonly value: string; readonly label: string }[]
}

/** The query of the address that asks for the same again. */
export const askedQuery = (asked: AuditAsked) => ({
  person: asked.person,
  art: asked.action,
  sache: asked.subject,
  von: asked.from,
  bis: asked.until,
})

const Check = ({ visit, check }: Pick<AuditPageProps, 'visit' | 'check'>) => {
  const { t } = visit
  const at = check ? formatMoment(check.at, t.lang, 'text') : ''
  return (
    <Block title={t('identity.log.check')} id="pruefung">
      <p>
        {!check && <Status kind="idle">{t('identity.log.check.never')}</Status>}
        {check && check.fault === null && <Status kind="ok">{t('identity.log.check.good', { count: check.entries, at })}</Status>}
        {check && check.fault !== null && (
          <Status kind="bad">{t(`identity.log.check.${check.fault}`, { position: check.position ?? 0, at })}</Status>
        )}
      </p>
      <p class="alm-small">{t('identity.log.check.what')}</p>
      <form method="post" action={visit.to(routes.verifyAudit)}>
        <Button text={t('identity.log.check.now')} kind="secondary" />
      </form>
    </Block>
  )
}

const Filter = ({ visit, asked, people, actions }: AuditPageProps) => {
  const { t } = visit
  const all = { value: '', label: t('identity.people.all') }
  return (
    <form class="identity-filter" method="get" action={visit.to(routes.audit)} noValidate>
      <SelectField
        id="person"
        name="person"
        label={t('identity.log.person')}
        value={asked.person}
        options={[all, ...people]}
        optional
        t={t}
      />
      <SelectField
        id="art"
        name="art"
        label={t('identity.log.action')}
        value={asked.action}
        options={[all, ...actions]}
        optional
        t={t}
      />
      <DateField id="von" name="von" label={t('identity.log.from')} value={asked.from} optional t={t} />
      <DateField id="bis" name="bis" label={t('identity.log.until')} value={asked.until} optional t={t} />
      {asked.subject && <input type="hidden" name="sache" value={asked.subject} />}
      <Button text={t('identity.people.filter')} kind="secondary" />
    </form>
  )
}

const Said = ({ row, visit }: { readonly row: AuditRow; readonly visit: Visit }) => {
  const { t } = visit
  const changes = auditChanges(row, t)
  return (
    <>
      {auditSentence(row, t)}
      {changes.length > 0 && (
        <Disclosure title={t('identity.log.changes')}>
          <ul class="alm-list identity-break">
            {changes.map((one) => (
              <li key={one.label}>
                {t('identity.log.change', {
                  label: one.label,
                  before: one.before || t('identity.log.empty'),
                  after: one.after || t('identity.log.empty'),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

const Entries = ({ visit, entries, asked, next }: AuditPageProps) => {
  const { t } = visit
  if (entries.length === 0)
    return (
      <Empty title={t('identity.log.none')} reason={t('identity.log.none.reason')}>
        <a class="alm-link" href={visit.to(routes.audit)}>
          {t('identity.log.all')}
        </a>
      </Empty>
    )
  return (
    <>
      <Table
        caption={t('identity.log.title')}
        rows={entries}
        rowKey={(row) => String(row.position)}
        columns={[
          { title: t('identity.log.moment'), whole: true, cell: (row) => formatMoment(row.at, t.lang, 'text') },
          { title: t('identity.log.what'), cell: (row) => <Said row={row} visit={visit} /> },
          { title: t('identity.log.position'), right: true, cell: (row) => String(row.position) },
        ]}
        t={t}
      />
      {next !== undefined && (
        <p>
          <a class="alm-link" rel="next" href={visit.to(routes.audit, {}, { ...askedQuery(asked), nach: next })}>
            {t('identity.log.older')}
          </a>
        </p>
      )}
    </>
  )
}

/** Who did what: the log of a tenant in plain words, newest first. */
export function AuditPage(props: AuditPageProps) {
  const { visit, asked } = props
  const { t } = visit
  const file = (als: string) => visit.to(routes.audit, {}, { ...askedQuery(asked), als })
  return (
    <>
      <Head title={t('identity.log.title')} lead={t('identity.log.lead', { site: visit.site.name })} t={t} />
      <Check visit={visit} check={props.check} />
      <Block title={t('identity.log.entries')} id="eintraege" link={{ href: file('csv'), text: t('identity.log.csv') }}>
        <Filter {...props} />
        <Entries {...props} />
        <p>
          <a class="alm-link" href={file('json')}>
            {t('identity.log.json')}
          </a>
        </p>
      </Block>
    </>
  )
}
