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

/** Checking a catalogue of anybody's. The pages are there where the catalogue is. */
export const routes = {
  checkForm: open('check-form', { path: '/katalog-pruefen', page: true }),
  check: open('check', { path: '/katalog-pruefen', method: 'POST' }),
  // Behind a secret link: no page that anybody could be led to.
  report: open('report', { path: '/katalog-pruefen/:token' }),
  reportJson: open('report-json', { path: '/katalog-pruefen/:token/bericht.json' }),
  reportCsv: open('report-csv', { path: '/katalog-pruefen/:token/bericht.csv' }),
} as const
