import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { CheckField, ChoiceField, SelectField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { defaultTheme } from '#ui/styles/theme.ts'
import { routes } from '../../routes.ts'
import { safeMarkdown } from '../safe-markdown.ts'
import { errorOf } from '../staff-page.tsx'
import { Line, SettingsFrame, type SettingsProps } from './settings-frame.tsx'

/** Texts that the law asks for. */
export const legalTexts = ['imprint', 'privacy', 'accessibility'] as const
/** Languages that the house speaks, and the sets of them a site may have; the first is the main one. */
export const languageSets = ['de,en', 'de', 'en,de', 'en'] as const

/** A text of the tenant as visitors will read it. */
export const Preview = ({ title, text, lang }: { readonly title: string; readonly text: string; readonly lang: string }) => (
  // safeMarkdown leaves nothing that could run.
  <section class="identity-preview" aria-label={title} lang={lang}>
    <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(text) }} />
  </section>
)

/** Names and legal texts. */
export function TextsPage(props: SettingsProps & { readonly previewed: boolean }) {
  const { visit, values, previewed, said } = props
  const { t, site } = visit
  const langs = site.languages
  const shown = langs
    .flatMap((lang) => legalTexts.map((name) => ({ name: `${name}.${lang}`, lang })))
    .filter((one) => values[one.name])
  return (
    <SettingsFrame
      props={props}
      part="siteTexts"
      action={visit.to(routes.saveSiteTexts)}
      preview
      before={
        previewed && (
          <Block title={t('identity.settings.preview')} id="vorschau">
            {shown.map(({ name, lang }) => (
              <div key={name}>
                <h3>{t(`identity.field.${name}`)}</h3>
                <Preview title={t(`identity.field.${name}`)} text={values[name] ?? ''} lang={lang} />
              </div>
            ))}
          </Block>
        )
      }
    >
      <Line props={props} name="name" />
      <Line props={props} name="shortName" />
      {langs.map((lang) => (
        <>
          <Line key={`s${lang}`} props={props} name={`subtitle.${lang}`} optional />
          <Line key={`o${lang}`} props={props} name={`officialLine.${lang}`} optional />
        </>
      ))}
      {legalTexts.flatMap((name) =>
        langs.map((lang) => (
          <TextArea
            key={name + lang}
            id={`${name}.${lang}`}
            name={`${name}.${lang}`}
            label={t(`identity.field.${name}.${lang}`)}
            help={t('identity.settings.markdown')}
            value={values[`${name}.${lang}`] ?? ''}
            rows={8}
            optional
            {...errorOf(said, `${name}.${lang}`)}
            t={t}
          />
        )),
      )}
    </SettingsFrame>
  )
}

/** Who answers, languages and addresses. */
export function ContactPage(props: SettingsProps & { readonly personal: boolean }) {
  const { visit, values, said, personal } = props
  const { t } = visit
  return (
    <SettingsFrame props={props} part="siteContact" action={visit.to(routes.saveSiteContact)}>
      <Line props={props} name="organisation" />
      <Line props={props} name="email" type="email" optional />
      {personal && (
        <CheckField
          id="functionMailbox"
          name="functionMailbox"
          label={t('identity.field.functionMailbox')}
          checked={values.functionMailbox === '1'}
          optional
          t={t}
        />
      )}
      <Line props={props} name="phone" type="tel" optional />
      <TextArea
        id="address"
        name="address"
        label={t('identity.field.address')}
        value={values.address ?? ''}
        rows={3}
        optional
        {...errorOf(said, 'address')}
        t={t}
      />
      <SelectField
        id="languages"
        name="languages"
        label={t('identity.field.languages')}
        help={t('identity.field.languages.help')}
        value={values.languages ?? ''}
        options={languageSets.map((value) => ({ value, label: t(`identity.languages.${value}`) }))}
        {...errorOf(said, 'languages')}
        t={t}
      />
      <TextArea
        id="host"
        name="host"
        label={t('identity.field.hosts')}
        help={t('identity.field.hosts.help', { path: visit.site.path || '/' })}
        value={values.host ?? ''}
        rows={3}
        optional
        {...errorOf(said, 'host')}
        t={t}
      />
    </SettingsFrame>
  )
}

/** Address of a picture that is what an SVG text shows; as an image nothing in it can run. */
const pictureOf = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`

/** Button, link and text in an accent on its ground, as a picture: the content policy allows no colours in a page. */
function sample(accent: string, ground: string, on: string, text: string, words: { button: string; link: string }): string {
  const plain = (s: string) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96" font-family="sans-serif" font-size="17"><rect width="320" height="96" fill="${ground}"/><rect x="16" y="24" width="136" height="48" fill="${accent}"/><text x="84" y="54" text-anchor="middle" fill="${on}">${plain(words.button)}</text><text x="172" y="46" fill="${accent}" text-decoration="underline">${plain(words.link)}</text><text x="172" y="70" fill="${text}" font-size="14">${accent}</text></svg>`
}

const LookPreview = ({ visit, values, arms }: { visit: Visit; values: SettingsProps['values']; arms: string }) => {
  const { t } = visit
  const words = { button: t('identity.look.button'), link: t('identity.look.link') }
  const light = sample(values.accentLight || defaultTheme.accentLight, '#ffffff', '#ffffff', '#0f1411', words)
  const dark = sample(values.accentDark || defaultTheme.accentDark, '#0f1411', '#0f1411', '#eef2ef', words)
  return (
    <Block title={t('identity.settings.preview')} id="vorschau">
      <div class="identity-samples">
        <img src={pictureOf(light)} alt={t('identity.look.light')} width="320" height="96" />
        <img src={pictureOf(dark)} alt={t('identity.look.dark')} width="320" height="96" />
        {arms && <img class="identity-arms" src={pictureOf(arms)} alt={t('identity.look.arms')} height="96" />}
      </div>
    </Block>
  )
}

/** Accents and arms, with a preview of both. */
export function LookPage(props: SettingsProps & { readonly arms: string; readonly colours: boolean }) {
  const { visit, values, said } = props
  const { t } = visit
  return (
    <SettingsFrame
      props={props}
      part="siteLook"
      action={visit.to(routes.saveSiteLook)}
      files
      preview
      before={props.colours && <LookPreview visit={visit} values={values} arms={props.arms} />}
    >
      <Line props={props} name="accentLight" optional />
      <Line props={props} name="accentDark" optional />
      <FileField
        id="armsFile"
        name="armsFile"
        label={t('identity.field.armsFile')}
        accept={['.svg', 'image/svg+xml']}
        types="SVG"
        maxSize={100_000}
        optional
        t={t}
      />
      <TextArea
        id="logo"
        name="logo"
        label={t('identity.field.arms')}
        help={t('identity.field.arms.help')}
        value={values.logo ?? ''}
        rows={6}
        optional
        {...errorOf(said, 'logo')}
        t={t}
      />
    </SettingsFrame>
  )
}

/** Modules. */
export function ModulesPage(
  props: SettingsProps & {
    readonly switchable: readonly string[]
    readonly chosen: readonly string[]
    readonly undo?: readonly string[]
  },
) {
  const { visit, switchable, chosen, undo, version } = props
  const { t } = visit
  return (
    <SettingsFrame
      props={props}
      part="siteModules"
      action={visit.to(routes.saveSiteModules)}
      before={
        undo && (
          <UndoMessage
            title={t('identity.done.modules-switched')}
            undo={{
              action: visit.to(routes.saveSiteModules),
              hidden: { version, modules: undo, zurueck: '1' },
            }}
            t={t}
          />
        )
      }
    >
      <ModulesField visit={visit} switchable={switchable} chosen={chosen} />
    </SettingsFrame>
  )
}

/** The modules to tick, each with what it means to switch it off. */
export const ModulesField = ({
  visit,
  switchable,
  chosen,
}: {
  readonly visit: Visit
  readonly switchable: readonly string[]
  readonly chosen: readonly string[]
}) => (
  <ChoiceField
    id="modules"
    name="modules"
    several
    label={visit.t('identity.field.modules')}
    help={visit.t('identity.field.modules.help')}
    values={chosen}
    options={switchable.map((value) => ({
      value,
      label: visit.t(`${value}.module.name`),
      help: visit.t(`${value}.module.help`),
    }))}
    t={visit.t}
  />
)
