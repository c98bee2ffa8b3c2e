import { body, type Handler, handler, type Visit } from '#platform/http'
import type { ParticipationWeb } from '../../../house.ts'
import { issueRoutes } from '../issue-routes.ts'
import type { OpenedReporting } from '../use-cases/open-reporting.ts'
import { withReporting } from './with-reporting.ts'

/** The manifest: with it a phone puts the form on its home screen. */
function manifest(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting) {
  const form = visit.to(issueRoutes.reportIssue, { slug: procedure.slug })
  const content = {
    id: form,
    name: procedure.title,
    short_name: visit.t('participation.issue.app.short'),
    description: procedure.lead,
    lang: visit.lang,
    start_url: form,
    scope: visit.to({ ...issueRoutes.reportIssue, path: '/mitmachen/:slug/' }, { slug: procedure.slug }),
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#f3f6f4',
    icons: [{ src: house.asset('favicon.svg'), type: 'image/svg+xml', sizes: 'any', purpose: 'any' }],
  }
  return body('application/manifest+json; charset=utf-8', JSON.stringify(content), { 'cache-control': 'no-cache' })
}

/**
 * The worker that opens the form without a network and sends what waits. Its code is an asset with its fingerprint in the name: when that
 * changes, this text changes, and browsers take the new one. Its place in the address is what it may look after.
 */
function worker(house: ParticipationWeb, visit: Visit, { procedure }: OpenedReporting) {
  const settings = {
    form: visit.to(issueRoutes.reportIssue, { slug: procedure.slug }),
    store: procedure.id,
  }
  const script = `self.allmendeIssue=${JSON.stringify(settings)};importScripts(${JSON.stringify(house.asset('issue-worker.js'))})\n`
  return body('text/javascript; charset=utf-8', script, { 'cache-control': 'no-cache' })
}

/** What makes the form a web app that works without a network. */
export function webAppHandlers(house: ParticipationWeb): Handler[] {
  const of = (answer: (opened: OpenedReporting, visit: Visit) => ReturnType<typeof manifest>) => (visit: Visit) =>
    withReporting(house, visit, (opened) => answer(opened, visit))
  return [
    handler(
      issueRoutes.manifest,
      of((opened, visit) => manifest(house, visit, opened)),
    ),
    handler(
      issueRoutes.worker,
      of((opened, visit) => worker(house, visit, opened)),
    ),
  ]
}
