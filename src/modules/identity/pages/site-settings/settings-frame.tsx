import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { routes } from '../../routes.ts'
import type { Said } from '../people/invite-page.tsx'
import { errorOf } from '../staff-page.tsx'

/** The four parts of the settings, each with an address of its own. */
export const parts = ['siteTexts', 'siteContact', 'siteLook', 'siteModules'] as const
export type Part = (typeof parts)[number]

/** What stands in the fields: by name of the field. */
export type Values = Readonly<Record<string, string>>

export interface SettingsProps {
  readonly visit: Visit
  readonly values: Values
  readonly said: readonly Said[]
  /** The version of what was read; a save names it. */
  readonly version: string
  /** What somebody else saved meanwhile, by name of the field. */
  readonly stored?: Values
}

/** A line of text with its label and help from the texts: `identity.field.NAME`. */
export function Line({
  props,
  name,
  optional,
  type,
  value,
}: {
  readonly props: SettingsProps
  readonly name: string
  readonly optional?: boolean
  readonly type?: 'email' | 'tel'
  readonly value?: string
}) {
  const { t } = props.visit
  const help = t(`identity.field.${name}.help`)
  return (
    <TextField
      id={name}
      name={name}
      label={t(`identity.field.${name}`)}
      help={help.startsWith('identity.') ? undefined : help}
      value={value ?? props.values[name] ?? ''}
      optional={optional}
      type={type}
      {...errorOf(props.said, name)}
      t={t}
    />
  )
}

/** Somebody saved between reading and saving: both versions beside each other, nothing is lost. */
const ConflictNote = ({ visit, values, stored }: Pick<SettingsProps, 'visit' | 'values'> & { readonly stored: Values }) => {
  const { t } = visit
  const fields = Object.keys(stored)
    .filter((name) => (values[name] ?? '') !== stored[name])
    .map((name) => ({ name, label: t(`identity.field.${name}`), before: values[name] ?? '', after: stored[name] ?? '' }))
  return (
    <Message kind="warning" title={t('identity.conflict.title')} live t={t}>
      <p>{t('identity.conflict.what')}</p>
      {fields.length > 0 && (
        <Diff fields={fields} before={t('identity.conflict.mine')} after={t('identity.conflict.stored')} level={2} t={t} />
      )}
    </Message>
  )
}

/** Title, tabs, what is wrong, and the form of one part. `preview` adds a button that only shows. */
export function SettingsFrame({
  props,
  part,
  action,
  preview,
  files,
  children,
  before,
}: {
  readonly props: SettingsProps
  readonly part: Part
  readonly action: string
  readonly preview?: boolean
  /** The form may bring files. */
  readonly files?: boolean
  readonly children: ComponentChildren
  readonly before?: ComponentChildren
}) {
  const { visit, said, version, stored, values } = props
  const { t } = visit
  return (
    <>
      <Head title={t('identity.settings.title')} lead={t(`identity.settings.${part}.lead`, { site: visit.site.name })} t={t} />
      <div class="identity-settings">
        <Tabs
          label={t('identity.settings.title')}
          links={parts.map((one) => ({
            href: visit.to(routes[one]),
            text: t(`identity.settings.${one}`),
            current: one === part,
          }))}
        />
        {stored && <ConflictNote visit={visit} values={values} stored={stored} />}
        <ErrorSummary faults={said.filter((one) => one.field !== 'version')} t={t} />
        {before}
        <form method="post" action={action} enctype={files ? 'multipart/form-data' : undefined} noValidate>
          <input type="hidden" name="version" value={version} />
          <FormStack>
            {children}
            <Actions>
              <Button text={t('identity.settings.save')} />
              {preview && <Button text={t('identity.settings.preview')} kind="secondary" name="tat" value="vorschau" />}
            </Actions>
          </FormStack>
        </form>
      </div>
    </>
  )
}
