import { readFile } from 'node:fs/promises'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { secretHash, withSecret } from '#platform/secret-link'
import { slowDown } from '#platform/slow-down'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { publicDb, type QualityHouse } from '../house.ts'
import { bounds, checkLimit, offered, type WantedCheck } from '../model/check.ts'
import type { Report } from '../model/report.ts'
import { routes } from '../routes.ts'
import { type Check, checkOfSecret, openChecks } from '../store/check-store.ts'
import { orderCheck } from '../use-cases/check-catalogue.ts'
import { checkFormView, type TypedCheck } from './check-form-view.tsx'
import { reportCsv, reportJson } from './report-files.ts'
import { failedView, reportView, waitingView } from './report-view.tsx'

const clean = (text: string | null) => (text ?? '').replaceAll('\0', '').toWellFormed()

const typedIn = (visit: Visit): TypedCheck => ({
  address: clean(visit.form.get('adresse')).trim().slice(0, 2000),
  text: clean(visit.form.get('text')),
  profile: clean(visit.form.get('profil')) || offered[0],
})

/** One catalogue in one of the three ways, or what is wrong in which field. */
async function readWanted(visit: Visit, typed: TypedCheck): Promise<WantedCheck | readonly FieldFault[]> {
  const fault = (field: string, name: string, params = {}) => ({ field, text: visit.t(`quality.check.error.${name}`, params) })
  const upload = visit.uploads.find((one) => one.field === 'datei')
  const given = [typed.address !== '', upload !== undefined && upload.bytes > 0, typed.text.trim() !== ''].filter(Boolean).length
  const faults: FieldFault[] = []
  if (!offered.some((one) => one === typed.profile)) faults.push(fault('profil', 'profile'))
  if (given === 0) faults.push(fault('adresse', upload ? 'empty-file' : 'none'))
  if (given > 1) faults.push(fault('adresse', 'several'))
  if (upload?.tooLarge) faults.push(fault('datei', 'too-large', { megabytes: Math.round(bounds.bytes / 1024 / 1024) }))
  if (typed.text.length > bounds.characters) faults.push(fault('text', 'too-long', { count: bounds.characters }))
  const url = typed.address && URL.canParse(typed.address) ? new URL(typed.address) : undefined
  if (typed.address && !(url && /^https?:$/.test(url.protocol))) faults.push(fault('adresse', 'address'))
  if (faults.length > 0) return faults
  const { profile } = typed
  if (url) return { profile, name: url.href, address: url.href, content: null, mediaType: null }
  if (upload && upload.bytes > 0)
    return { profile, name: upload.name, address: null, content: await readFile(upload.path), mediaType: null }
  return { profile, name: '', address: null, content: Buffer.from(typed.text), mediaType: null }
}

async function order(house: QualityHouse, visit: Visit): Promise<Answer> {
  const typed = typedIn(visit)
  const wanted = await readWanted(visit, typed)
  if (!('profile' in wanted)) return page(checkFormView(visit, typed, wanted), 422)
  const attempt = { address: visit.request.ip, given: visit.form.get('puzzle') ?? '' }
  const slow = await slowDown(house, { room: 'quality', what: 'check' }, checkLimit, attempt)
  if (slow) return page(checkFormView(visit, typed, [], slow), 429)
  if ((await openChecks(house.database.system)) >= bounds.waiting)
    return page(checkFormView(visit, typed, [{ field: 'adresse', text: visit.t('quality.check.error.busy') }]), 503)
  const refused = wanted.address === null ? undefined : await house.outbound.refuses(wanted.address)
  if (refused) {
    const { url: _, ...params } = refused.params
    const fault = { field: 'adresse', text: visit.t(`quality.check.fault.fetch.${refused.code}`, params) }
    return page(checkFormView(visit, typed, [fault]), 422)
  }
  const token = await orderCheck(house, visit.site, wanted)
  return redirect(visit.to(routes.report, { token }))
}

/** Hands the check behind the link to `show`; whoever has none gets "not found". */
const withCheck =
  (house: QualityHouse, show: (visit: Visit, token: string, check: Check) => Answer) =>
  async (visit: Visit): Promise<Answer> => {
    const token = visit.params.token ?? ''
    const hash = secretHash(token)
    const check = hash && (await withSecret(publicDb(house, visit.site), hash, (trx) => checkOfSecret(trx, hash)))
    if (check) return show(visit, token, check)
    return problem({
      ...notFound,
      id: 'quality/no-check',
      title: visit.t('quality.check.gone'),
      detail: visit.t('quality.check.gone.detail', { hours: bounds.hours }),
    })
  }

const withReport = (house: QualityHouse, show: (visit: Visit, check: Check, report: Report) => Answer) =>
  withCheck(house, (visit, _token, check) => (check.report ? show(visit, check, check.report) : problem(notFound)))

/** Work in progress is looked at again by itself. */
const again = { refresh: '2' }

/** The public page on which a catalogue is checked, and its report. */
export const checkHandlers = (house: QualityHouse): Handler[] => [
  handler(routes.checkForm, (visit) =>
    page(
      checkFormView(visit, {
        address: clean(visit.query.get('adresse')).slice(0, 2000),
        text: '',
        profile: offered.find((one) => one === visit.query.get('profil')) ?? offered[0],
      }),
    ),
  ),
  handler(routes.check, (visit) => order(house, visit), { perMinute: 30, upload: { maxBytes: bounds.bytes } }),
  handler(
    routes.report,
    withCheck(house, (visit, token, check) => {
      if (check.report) return page(reportView(visit, token, check, check.report))
      return check.state === 'failed' ? page(failedView(visit, check)) : page(waitingView(visit, token, check), 200, again)
    }),
    { perMinute: 240 },
  ),
  handler(routes.reportJson, withReport(house, reportJson), { perMinute: 60 }),
  handler(
    routes.reportCsv,
    withReport(house, (visit, _check, report) => reportCsv(visit, report)),
    { perMinute: 60 },
  ),
]
