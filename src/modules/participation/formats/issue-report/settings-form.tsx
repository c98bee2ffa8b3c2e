import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Visit } from '#platform/http'
import { CheckField, ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { outsides } from '../../model/inside.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { type IssueCategory, type IssueSettings, issueSettings } from './issue-settings.ts'

/** So many empty rows stand below the categories: more come when they are filled. */
const spare = 2
const mostCategories = 40
const photos = ['before', 'after', 'no'] as const

const clean = (form: URLSearchParams, name: string) => (form.get(name) ?? '').replaceAll('\0', '')

/** A code of a name that none of the others has; once given it stays, whatever the name becomes. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .toLowerCase()
      .replace(/[äöüß]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[sign] ?? sign)
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 34)
      .replace(/-+$/, '') || 'art'
  for (let i = 1; ; i++) {
    const code = i === 1 ? plain : `${plain}-${i}`
    if (!taken.has(code)) return code
  }
}

const lines = (text: string) => [...new Set(text.split('\n').map(oneLine).filter(Boolean))]

function readCategory(
  form: URLSearchParams,
  i: number,
  say: (field: string, fault: string) => void,
): Omit<IssueCategory, 'code'> | undefined {
  const text = (part: string) => oneLine(clean(form, `k${i}-${part}`))
  const name = text('name')
  if (!name) return undefined
  const days = Number(text('days') || '14')
  if (name.length > 60) say(`k${i}-name`, 'participation.issue.settings.fault.name')
  if (text('office').length > 80) say(`k${i}-office`, 'participation.issue.settings.fault.office')
  if (!Number.isInteger(days) || days < 1 || days > 365) say(`k${i}-days`, 'participation.issue.settings.fault.days')
  if (text('keywords').length > 200) say(`k${i}-keywords`, 'participation.issue.settings.fault.keywords')
  const label = text('question')
  const options = lines(clean(form, `k${i}-options`))
  if (label.length > 80 || options.length > 20 || options.some((one) => one.length > 80))
    say(`k${i}-question`, 'participation.issue.settings.fault.question')
  return {
    name,
    office: text('office'),
    days,
    group: text('group').slice(0, 80),
    keywords: text('keywords'),
    help: text('help').slice(0, 200),
    question: label ? { label, required: form.has(`k${i}-required`), options } : null,
  }
}

/** Reads what a town set; gives every fault with its field. */
export function readIssueSettings(form: URLSearchParams): Result<IssueSettings, SetupFault[]> {
  const faults: SetupFault[] = []
  const say = (field: string, fault: string) => faults.push({ field, fault })
  const rows = Array.from({ length: mostCategories }, (_, i) => ({
    code: clean(form, `k${i}-code`),
    is: readCategory(form, i, say),
  }))
  const taken = new Set(rows.map(({ code }) => code).filter((code) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(code)))
  const given = new Set<string>()
  const categories = rows.flatMap(({ code, is }) => {
    if (!is) return []
    const kept = taken.has(code) && !given.has(code) ? code : codeOf(is.name, new Set([...taken, ...given]))
    given.add(kept)
    return [{ code: kept, ...is }]
  })
  if (categories.length === 0) say('k0-name', 'participation.issue.settings.fault.none')
  const twice = rows.findIndex(({ is }, i) => is && rows.findIndex((one) => one.is?.name === is.name) < i)
  if (twice >= 0) say(`k${twice}-name`, 'participation.issue.settings.fault.twice')
  const offices = lines(clean(form, 'offices'))
  if (offices.length > 40 || offices.some((one) => one.length > 80)) say('offices', 'participation.issue.settings.fault.offices')
  const photo = photos.find((one) => one === form.get('photos'))
  if (!photo) say('photos', 'participation.issue.settings.fault.photos')
  const nearby = Number(clean(form, 'nearby'))
  if (!Number.isInteger(nearby) || nearby < 10 || nearby > 500) say('nearby', 'participation.issue.settings.fault.nearby')
  if (faults.length > 0) return fail(faults)
  // Forms from before this field come without it.
  const outside = outsides.find((one) => one === form.get('outside')) ?? 'refuse'
  const read = issueSettings.safeParse({ categories, offices, photos: photo, outside, nearby })
  return read.success ? ok(read.data) : fail([{ field: 'k0-name', fault: 'participation.issue.settings.fault.none' }])
}

/** Categories with their offices, what happens with photos, how near is near. */
export function issueSettingsForm(visit: Visit, settings: IssueSettings, faults: readonly SetupFault[], typed?: URLSearchParams) {
  const { t } = visit
  const field = (id: string, key: string) => {
    const fault = faults.find((one) => one.field === id)
    return {
      id,
      name: id,
      label: t(`participation.issue.settings.${key}`),
      t,
      ...(fault ? { error: t(fault.fault, fault.about ?? {}) } : {}),
    }
  }
  const shown = typed
    ? 1 + Array.from({ length: mostCategories }, (_, i) => i).findLastIndex((i) => oneLine(clean(typed, `k${i}-name`)))
    : settings.categories.length
  const rows = Math.min(mostCategories, Math.max(1, shown) + spare)
  const value = (i: number, part: keyof IssueCategory) =>
    typed ? clean(typed, `k${i}-${part}`) : String(settings.categories[i]?.[part] ?? '')
  return (
    <>
      <p>{t('participation.issue.settings.categories.help')}</p>
      {Array.from({ length: rows }, (_, i) => {
        const question = settings.categories[i]?.question
        const name = value(i, 'name')
        return (
          <details
            key={i}
            class="participation-issue-category"
            open={(!name && shown < 1 && i === 0) || faults.some(({ field: id }) => id.startsWith(`k${i}-`))}
          >
            <summary>{name || t('participation.issue.settings.another')}</summary>
            <HiddenValues values={{ [`k${i}-code`]: value(i, 'code') }} />
            <TextField {...field(`k${i}-name`, 'name')} value={name} maxLength={60} optional={i > 0} />
            <TextField
              {...field(`k${i}-office`, 'office')}
              help={t('participation.issue.settings.office.help')}
              value={value(i, 'office')}
              maxLength={80}
              optional
            />
            <TextField {...field(`k${i}-days`, 'days')} value={value(i, 'days') || '14'} type="number" />
            <TextField {...field(`k${i}-keywords`, 'keywords')} value={value(i, 'keywords')} maxLength={200} optional />
            <TextField {...field(`k${i}-group`, 'group')} value={value(i, 'group')} maxLength={80} optional />
            <TextField {...field(`k${i}-help`, 'help')} value={value(i, 'help')} maxLength={200} optional />
            <TextField
              {...field(`k${i}-question`, 'question')}
              help={t('participation.issue.settings.question.help')}
              value={typed ? clean(typed, `k${i}-question`) : (question?.label ?? '')}
              maxLength={80}
              optional
            />
            <TextArea
              {...field(`k${i}-options`, 'options')}
              value={typed ? clean(typed, `k${i}-options`) : (question?.options.join('\n') ?? '')}
              rows={3}
              optional
            />
            <CheckField
              {...field(`k${i}-required`, 'required')}
              checked={typed ? typed.has(`k${i}-required`) : (question?.required ?? false)}
              optional
            />
          </details>
        )
      })}
      <TextArea
        {...field('offices', 'offices')}
        help={t('participation.issue.settings.offices.help')}
        value={typed ? clean(typed, 'offices') : settings.offices.join('\n')}
        rows={4}
        optional
      />
      <ChoiceField
        {...field('photos', 'photos')}
        values={[typed?.get('photos') ?? settings.photos]}
        options={photos.map((one) => ({ value: one, label: t(`participation.issue.settings.photos.${one}`) }))}
      />
      <ChoiceField
        {...field('outside', 'outside')}
        help={t('participation.issue.settings.outside.help')}
        values={[typed?.get('outside') ?? settings.outside]}
        options={outsides.map((one) => ({ value: one, label: t(`participation.issue.settings.outside.${one}`) }))}
      />
      <TextField
        {...field('nearby', 'nearby')}
        help={t('participation.issue.settings.nearby.help')}
        type="number"
        value={typed ? clean(typed, 'nearby') : String(settings.nearby)}
      />
    </>
  )
}
