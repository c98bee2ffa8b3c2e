import { fail, ok, type Result } from '#kernel/result.ts'
import { readEmail } from '#kernel/text.ts'
import type { Visit } from '#platform/http'
import type { Open311Error } from '#standards/open311'
import { settingsOf, whereTaken } from '../issue-settings.ts'
import { longestReport, type ReportDraft, type ReportFault, readReport } from '../read-report.ts'
import { type Offered, questionCode } from './describe.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/** Names of our fields in the words of the standard. */
const fields: Readonly<Record<ReportFault['field'], string>> = {
  photo: 'media',
  category: 'service_code',
  geometry: 'lat, long',
  place: 'address_string',
  body: 'description',
  question: `attribute[${questionCode}]`,
  email: 'email',
}

/** A report that a program sends, with the category that it names. */
export interface PostedReport {
  readonly offered: Offered
  readonly draft: ReportDraft
}

/** Reads what a program sends; every fault in the words of the standard. Names, telephone numbers and numbers of devices are not read: nobody here needs them. */
export function readPost(visit: Visit, { site, offered }: Jurisdiction): Result<PostedReport, Open311Error[]> {
  const { form, t } = visit
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').trim()
  const code = text('service_code')
  if (!code) return fail([{ code: 400, description: t('participation.issue.open311.service.missing') }])
  const service = offered.find((one) => one.code === code)
  if (!service) return fail([{ code: 404, description: t('participation.issue.open311.service', { code: code.slice(0, 80) }) }])
  const [lat, long, address] = [text('lat'), text('long'), text('address_string')]
  const wrong = (key: string) => ({ code: 400, description: t(`participation.issue.open311.${key}`) })
  const faults: Open311Error[] = []
  if ((lat === '') !== (long === '')) faults.push(wrong('half-point'))
  else if (!lat && !address) faults.push(wrong(text('address_id') ? 'address-id' : 'no-place'))
  // The standard does not ask for a description; a category and a place say enough.
  const description = text('description') || service.category.name
  if (description.length > longestReport) faults.push(wrong('long'))
  if (text('email') && !readEmail(text('email'))) faults.push(wrong('email'))
  const settings = settingsOf(service.reporting.settings)
  const read = readReport(
    {
      category: service.category.code,
      body: description.slice(0, longestReport),
      place: address,
      point: lat && long ? `${long}, ${lat}` : '',
      answer: text(`attribute[${questionCode}]`),
      email: readEmail(text('email')) ?? '',
    },
    settings.categories,
    whereTaken(settings, service.reporting, site),
  )
  if (!read.ok) {
    const known = faults.length > 0 ? read.error.filter(({ field }) => field !== 'place') : read.error
    faults.push(
      ...known.map(({ field, fault }) => ({
        code: 400,
        description: `${fields[field]}: ${t(`participation.issue.fault.${field}.${fault}`)}`,
      })),
    )
  }
  if (faults.length > 0 || !read.ok) return fail(faults)
  return ok({ offered: service, draft: read.value })
}
