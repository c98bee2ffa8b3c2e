import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, FormStack, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { SitePageDraft, StoredSitePage } from '../../store/site-contents-store.ts'
import type { Said } from '../people/invite-page.tsx'
import { Preview } from '../site-settings/settings-pages.tsx'
import { errorOf } from '../staff-page.tsx'

/** The pages that a tenant wrote itself. */
export function PagesList({
  visit,
  pages,
}: {
  readonly visit: Visit
  readonly pages: readonly Omit<StoredSitePage, 'content'>[]
}) {
  const { t } = visit
  return (
    <>
      <Head title={t('identity.pages.title')} lead={t('identity.pages.lead')} t={t}>
        <Actions>
          <Button text={t('identity.pages.new')} href={visit.to(routes.newSitePage)} />
        </Actions>
      </Head>
      {pages.length === 0 ? (
        <Empty title={t('identity.pages.none')} reason={t('identity.pages.none.reason')} level="h2" />
      ) : (
        <Table
          caption={t('identity.pages.title')}
          rows={pages}
          rowKey={(one) => one.id}
          columns={[
            {
              title: t('identity.page.title'),
              cell: (one) => (
                <a class="alm-link" href={visit.to(routes.editSitePage, { page: one.id })} lang={one.lang}>
                  {one.title}
                </a>
              ),
            },
            { title: t('identity.page.address'), cell: (one) => <span class="identity-break">/seite/{one.slug}</span> },
            { title: t('identity.page.lang'), cell: (one) => t(`shell.lang.${one.lang}`) },
            {
              title: t('identity.page.state'),
              cell: (one) => (
                <Status kind={one.published ? 'ok' : 'idle'}>
                  {t(`identity.page.${one.published ? 'published' : 'draft'}`)}
                </Status>
              ),
            },
            { title: t('identity.page.place'), cell: (one) => t(`identity.page.place.${one.place}`) },
          ]}
          t={t}
        />
      )}
    </>
  )
}

export interface PageFormProps {
  readonly visit: Visit
  readonly id?: string
  readonly draft: SitePageDraft
  readonly version: string
  readonly said: readonly Said[]
  readonly previewed: boolean
  readonly now?: StoredSitePage
}

const Conflict = ({ visit, draft, now }: Pick<PageFormProps, 'visit' | 'draft'> & { readonly now: StoredSitePage }) => {
  const { t } = visit
  const fields = (['title', 'slug', 'content'] as const)
    .filter((name) => draft[name] !== now[name])
    .map((name) => ({ name, label: t(`identity.page.${name}`), before: draft[name], after: now[name] }))
  return (
    <Message kind="warning" title={t('identity.conflict.title')} live t={t}>
      <p>{t('identity.conflict.what')}</p>
      <Diff fields={fields} before={t('identity.conflict.mine')} after={t('identity.conflict.stored')} level={2} t={t} />
    </Message>
  )
}

const Fields = ({ visit, draft, said }: Pick<PageFormProps, 'visit' | 'draft' | 'said'>) => {
  const { t } = visit
  const line = (name: 'title' | 'slug') => ({
    id: name,
    name,
    label: t(`identity.page.${name}`),
    help: t(`identity.page.${name}.help`),
    value: draft[name],
    ...errorOf(said, name),
    t,
  })
  return (
    <>
      <TextField {...line('title')} />
      <TextField {...line('slug')} optional />
      <SelectField
        id="lang"
        name="lang"
        label={t('identity.page.lang')}
        value={draft.lang}
        options={visit.site.languages.map((value) => ({ value, label: t(`shell.lang.${value}`) }))}
        {...errorOf(said, 'lang')}
        t={t}
      />
      <TextArea
        id="content"
        name="content"
        label={t('identity.page.content')}
        help={t('identity.settings.markdown')}
        value={draft.content}
        rows={16}
        {...errorOf(said, 'content')}
        t={t}
      />
      <SelectField
        id="place"
        name="place"
        label={t('identity.page.place')}
        value={draft.place}
        options={['none', 'footer', 'main'].map((value) => ({ value, label: t(`identity.page.place.${value}`) }))}
        {...errorOf(said, 'place')}
        t={t}
      />
      <CheckField id="published" name="published" label={t('identity.page.publish')} checked={draft.published} optional t={t} />
    </>
  )
}

/** Writes a page; the preview shows it as visitors will read it. */
export function PageForm({ visit, id, draft, version, said, previewed, now }: PageFormProps) {
  const { t } = visit
  const action = id ? visit.to(routes.saveSitePage, { page: id }) : visit.to(routes.addSitePage)
  return (
    <>
      <Head title={id ? draft.title : t('identity.pages.new')} t={t}>
        {id && (
          <Actions>
            {draft.published && (
              <a class="alm-link" href={visit.to(routes.ownPage, { slug: draft.slug || 'x' })}>
                {t('identity.page.open')}
              </a>
            )}
            <a class="alm-link" href={visit.to(routes.sitePageHistory, { page: id })}>
              {t('identity.page.history')}
            </a>
          </Actions>
        )}
      </Head>
      {now && <Conflict visit={visit} draft={draft} now={now} />}
      <ErrorSummary faults={said.filter((one) => one.field !== 'version')} t={t} />
      {previewed && (
        <Block title={t('identity.settings.preview')} id="vorschau">
          <Preview title={draft.title} text={draft.content} lang={draft.lang} />
        </Block>
      )}
      <form method="post" action={action} noValidate>
        <input type="hidden" name="version" value={version} />
        <FormStack>
          <Fields visit={visit} draft={draft} said={said} />
          <Actions>
            <Button text={t('identity.page.save')} />
            <Button text={t('identity.settings.preview')} kind="secondary" name="tat" value="vorschau" />
          </Actions>
        </FormStack>
      </form>
      {id && (
        <Block title={t('identity.page.remove')} id="entfernen">
          <Disclosure title={t('identity.page.remove.open')}>
            <p>{t('identity.page.remove.what')}</p>
            <form method="post" action={visit.to(routes.removeSitePage, { page: id })}>
              <Button text={t('identity.page.remove.do')} kind="danger" />
            </form>
          </Disclosure>
        </Block>
      )}
    </>
  )
}
