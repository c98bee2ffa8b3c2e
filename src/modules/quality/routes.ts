import type { Route } from '#kernel/route.ts'

type Given = Partial<Route> & Pick<Route, 'path'>
const open = (id: string, given: Given): Route => ({
  id: `quality/${id}`,
  method: 'GET',
  module: 'catalogue',
  permission: 'public',
  page: false,
  ...given,
})

const staff = (id: string, given: Given): Route => open(id, { permission: 'quality/read', page: true, ...given })
const deed = (id: string, given: Given): Route => open(id, { permission: 'quality/edit', method: 'POST', ...given })
const link = { thing: 'quality/link' }
const source = { thing: 'quality/source' }

/** Checking a catalogue of anybody's. The pages are there where the catalogue is. */
export const routes = {
  checkForm: open('check-form', { path: '/katalog-pruefen', page: true }),
  check: open('check', { path: '/katalog-pruefen', method: 'POST' }),
  // Behind a secret link: no page that anybody could be led to.
  report: open('report', { path: '/katalog-pruefen/:token' }),
  reportJson: open('report-json', { path: '/katalog-pruefen/:token/bericht.json' }),
  reportCsv: open('report-csv', { path: '/katalog-pruefen/:token/bericht.csv' }),
  // For those who work for the tenant
  overview: staff('overview', { path: '/intern/qualitaet' }),
  links: staff('links', { path: '/intern/qualitaet/adressen' }),
  linksCsv: staff('links-csv', { path: '/intern/qualitaet/adressen.csv', page: false }),
  clearLink: deed('clear-link', { path: '/intern/qualitaet/adressen/:id/geprueft', ...link }),
  retryLink: deed('retry-link', { path: '/intern/qualitaet/adressen/:id/erneut', ...link }),
  switchDigest: deed('switch-digest', { path: '/intern/qualitaet/wochenbericht' }),
  source: staff('source', { path: '/intern/qualitaet/quellen/:id', ...source }),
  sourceCsv: staff('source-csv', { path: '/intern/qualitaet/quellen/:id/bericht.csv', page: false, ...source }),
} as const
