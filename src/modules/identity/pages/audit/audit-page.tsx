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
import { auditChanges, auditSentence, momentText } from './audit-words.ts'

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
  const at = check ? momentText(check.at, t) : ''
  return (
    <Block title={t('identity.audit.check')} id="pruefung">
      <p>
        {!check && <Status kind="idle">{t('identity.audit.check.never')}</Status>}
        {check && check.fault === null && (
          <Status kind="ok">{t('identity.audit.check.good', { count: check.entries, at })}</Status>
        )}
        {check && check.fault !== null && (
          <Status kind="bad">{t(`identity.audit.check.${check.fault}`, { position: check.position ?? 0, at })}</Status>
        )}
      </p>
      <p class="alm-small">{t('identity.audit.check.what')}</p>
      <form method="post" action={visit.to(routes.verifyAudit)}>
        <Button text={t('identity.audit.check.now')} kind="secondary" />
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
        label={t('identity.audit.person')}
        value={asked.person}
        options={[all, ...people]}
        optional
        t={t}
      />
      <SelectField
        id="art"
        name="art"
        label={t('identity.audit.action')}
        value={asked.action}
        options={[all, ...actions]}
        optional
        t={t}
      />
      <DateField id="von" name="von" label={t('identity.audit.from')} value={asked.from} optional t={t} />
      <DateField id="bis" name="bis" label={t('identity.audit.until')} value={asked.until} optional t={t} />
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
        <Disclosure title={t('identity.audit.changes')}>
          <ul class="alm-list identity-break">
            {changes.map((one) => (
              <li key={one.label}>
                {t('identity.audit.change', {
                  label: one.label,
                  before: one.before || t('identity.audit.empty'),
                  after: one.after || t('identity.audit.empty'),
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
      <Empty title={t('identity.audit.none')} reason={t('identity.audit.none.reason')}>
        <a class="alm-link" href={visit.to(routes.audit)}>
          {t('identity.audit.all')}
        </a>
      </Empty>
    )
  return (
    <>
      <Table
        caption={t('identity.audit.title')}
        rows={entries}
        rowKey={(row) => String(row.position)}
        columns={[
          { title: t('identity.audit.moment'), whole: true, cell: (row) => momentText(row.at, t) },
          { title: t('identity.audit.what'), cell: (row) => <Said row={row} visit={visit} /> },
          { title: t('identity.audit.position'), right: true, cell: (row) => String(row.position) },
        ]}
        t={t}
      />
      {next !== undefined && (
        <p>
          <a class="alm-link" rel="next" href={visit.to(routes.audit, {}, { ...askedQuery(asked), nach: next })}>
            {t('identity.audit.older')}
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
      <Head title={t('identity.audit.title')} lead={t('identity.audit.lead', { site: visit.site.name })} t={t} />
      <Check visit={visit} check={props.check} />
      <Block title={t('identity.audit.entries')} id="eintraege" link={{ href: file('csv'), text: t('identity.audit.csv') }}>
        <Filter {...props} />
        <Entries {...props} />
        <p>
          <a class="alm-link" href={file('json')}>
            {t('identity.audit.json')}
          </a>
        </p>
      </Block>
    </>
  )
}
