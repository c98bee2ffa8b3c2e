import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { ChoiceField, FormStack, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { bounds, offered } from '../model/check.ts'
import { routes } from '../routes.ts'

/** What was typed; a file has to be chosen again. */
export interface TypedCheck {
  readonly address: string
  readonly text: string
  readonly profile: string
}

/** Asks for a catalogue in one of three ways, and against what it is held. */
export function checkFormView(visit: Visit, typed: TypedCheck, faults: readonly FieldFault[] = [], slow?: SlowDown): View {
  const { t } = visit
  const errorOf = (field: string) => faults.find((one) => one.field === field)?.text
  const title = t('quality.check.title')
  return {
    title,
    description: t('quality.check.lead'),
    area: 'data',
    crumbs: [{ label: title }],
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <ErrorSummary faults={faults} t={t} />
        <Head title={title} lead={t('quality.check.lead')} t={t} />
        <Section title={t('quality.check.catalogue')} id="katalog" note={t('quality.check.catalogue.note')}>
          <form method="post" action={visit.to(routes.check)} enctype="multipart/form-data" noValidate>
            <FormStack>
              <TextField
                id="adresse"
                name="adresse"
                type="url"
                label={t('quality.check.address')}
                help={t('quality.check.address.help')}
                value={typed.address}
                maxLength={2000}
                error={errorOf('adresse')}
                t={t}
              />
              <FileField
                id="datei"
                name="datei"
                label={t('quality.check.file')}
                accept={['.ttl', '.rdf', '.xml', '.jsonld', '.json', '.nt']}
                types="Turtle, RDF/XML, JSON-LD, N-Triples"
                maxSize={bounds.bytes}
                error={errorOf('datei')}
                t={t}
              />
              <TextArea
                id="text"
                name="text"
                label={t('quality.check.text')}
                help={t('quality.check.text.help', { count: bounds.characters })}
                value={typed.text}
                rows={5}
                maxLength={bounds.characters}
                error={errorOf('text')}
                t={t}
              />
              <ChoiceField
                id="profil"
                name="profil"
                label={t('quality.check.profile')}
                values={[typed.profile]}
                options={offered.map((value) => ({
                  value,
                  label: t(`quality.profile.${value}`),
                  help: t(`quality.profile.${value}.help`),
                }))}
                error={errorOf('profil')}
                t={t}
              />
              {slow && <Puzzle {...slow} email={visit.site.contact.email} t={t} />}
              <Actions>
                <Button text={t('quality.check.do')} />
              </Actions>
            </FormStack>
          </form>
        </Section>
        <Section title={t('quality.check.about')} id="hinweise">
          <p>{t('quality.check.about.kept', { hours: bounds.hours })}</p>
          <p>{t('quality.check.about.bounds', { records: bounds.records, seconds: bounds.judgeSeconds })}</p>
          <p>{t('quality.check.about.command')}</p>
        </Section>
      </>
    ),
  }
}
