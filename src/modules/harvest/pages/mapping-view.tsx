import { formatNumber } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import type { View, Visit } from '#platform/http'
import { fileTypes, licences, themes } from '#standards/dcat-ap-de'
import { tableFields } from '#standards/metadata-table'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { FormStack, SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { type MappedKind, mappedKinds, type Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { leftOut } from './left-out.ts'
import { sourceFrame } from './words.tsx'

/** A publisher or a value of the source, what it means now, and what it most likely means. */
export interface Mappable {
  readonly value: string
  readonly count: number
  readonly now: string
  readonly suggested: string
}

export interface MappingPage {
  readonly source: Source
  readonly targets: readonly Site[]
  readonly publishers: readonly Mappable[]
  readonly values: Readonly<Record<MappedKind, readonly Mappable[]>>
}

const lists = { license: licences, theme: themes, format: fileTypes }

/** What publishers, licences, themes and formats of a source mean here, with suggestions. */
export function mappingView({ source, targets, publishers, values }: MappingPage, visit: Visit): View {
  const { t, lang } = visit
  const title = t('harvest.mapping.title')
  const options = (kind: MappedKind) => (kind === 'column' ? columns : ofList(kind))
  const columns = [
    { value: '', label: t('harvest.mapping.column.open') },
    { value: leftOut, label: t('harvest.mapping.column.left-out') },
    ...tableFields.map((one) => ({ value: one.id, label: lang === 'en' ? one.en : one.de })),
  ]
  const ofList = (kind: Exclude<MappedKind, 'column'>) => [
    { value: '', label: t('harvest.mapping.keep') },
    ...lists[kind].concepts
      .map((one) => ({ value: one.iri, label: lang === 'en' ? one.en : one.de }))
      .sort((a, b) => a.label.localeCompare(b.label, 'de')),
  ]
  const owner = t('harvest.mapping.owner', { name: visit.site.name })
  const field = (kind: string, one: Mappable, at: number, choices: readonly { value: string; label: string }[]) => {
    const suggestion = one.now === '' && one.suggested !== '' ? choices.find(({ value }) => value === one.suggested) : undefined
    return (
      <SelectField
        key={one.value}
        id={`${kind}-${at}`}
        name={`${kind}.${one.value}`}
        label={one.value || t('harvest.publisher.none')}
        help={[
          t('harvest.mapping.count', { count: one.count }),
          suggestion && t('harvest.mapping.suggestion', { label: suggestion.label }),
        ]
          .filter(Boolean)
          .join(' ')}
        value={one.now || one.suggested}
        options={choices}
        t={t}
      />
    )
  }
  const nothing = publishers.length === 0 && mappedKinds.every((kind) => values[kind].length === 0)
  return sourceFrame(
    visit,
    title,
    <>
      <Head pre={source.name} title={title} lead={t('harvest.mapping.lead')} t={t} />
      {nothing ? (
        <Empty level="h2" title={t('harvest.mapping.none')} reason={t('harvest.mapping.none.reason')} />
      ) : (
        // "as it is" and "this office" are answers, although a browser takes them for an empty field.
        <form method="post" action={visit.to(routes.changeMapping, { id: source.id })} noValidate>
          {publishers.length > 0 && (
            <Block title={t('harvest.block.publishers')}>
              <p>{t('harvest.mapping.publishers.lead')}</p>
              <FormStack>
                {publishers.map((one, at) =>
                  field('publisher', one, at, [
                    { value: '', label: owner },
                    ...targets
                      .filter((site) => site.id !== source.tenant)
                      .map((site) => ({ value: site.slug, label: site.name })),
                  ]),
                )}
              </FormStack>
            </Block>
          )}
          {/* A table that is not understood has nothing else to map. */}
          {[...mappedKinds]
            .sort((a, b) => Number(b === 'column') - Number(a === 'column'))
            .filter((kind) => values[kind].length > 0)
            .map((kind) => (
              <Block key={kind} title={t(`harvest.values.${kind}`)}>
                <FormStack>{values[kind].map((one, at) => field(kind, one, at, options(kind)))}</FormStack>
              </Block>
            ))}
          <Block title={t('harvest.mapping.then')}>
            <p>
              {t('harvest.mapping.next', {
                count: formatNumber(
                  publishers.reduce((sum, one) => sum + one.count, 0),
                  lang,
                ),
              })}
            </p>
            <Actions>
              <Button text={t('harvest.mapping.save')} />
              <a class="alm-link" href={visit.to(routes.source, { id: source.id })}>
                {t('harvest.form.cancel')}
              </a>
            </Actions>
          </Block>
        </form>
      )}
    </>,
    source,
  )
}
