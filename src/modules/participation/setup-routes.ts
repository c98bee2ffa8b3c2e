import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation', { permission: 'participation/edit' })
const post = { method: 'POST' } as const
const thing = { thing: 'participation/procedure' } as const
const page = { page: true, ...thing } as const
const publish = { permission: 'participation/publish', ...thing } as const

/** Where staff sets a procedure up: one address for each part of it. */
export const setupRoutes = {
  staffProcedures: route('staff-procedures', '/intern/verfahren', { permission: 'participation/read', page: true }),
  newProcedure: route('new-procedure', '/intern/verfahren/neu', { page: true }),
  beginProcedure: route('begin-procedure', '/intern/verfahren/neu', post),
  setup: route('setup', '/intern/verfahren/:id', { ...page, permission: 'participation/read' }),
  subject: route('setup-subject', '/intern/verfahren/:id/gegenstand', page),
  saveSubject: route('save-subject', '/intern/verfahren/:id/gegenstand', { ...post, ...thing }),
  timetable: route('setup-timetable', '/intern/verfahren/:id/ablauf', page),
  saveTimetable: route('save-timetable', '/intern/verfahren/:id/ablauf', { ...post, ...thing }),
  setupRules: route('setup-rules', '/intern/verfahren/:id/regeln', page),
  saveRules: route('save-rules', '/intern/verfahren/:id/regeln', { ...post, ...thing }),
  settings: route('setup-settings', '/intern/verfahren/:id/einstellungen', page),
  saveSettings: route('save-settings', '/intern/verfahren/:id/einstellungen', { ...post, ...thing }),
  preview: route('setup-preview', '/intern/verfahren/:id/vorschau', { ...page, permission: 'participation/read' }),
  publish: route('publish', '/intern/verfahren/:id/veroeffentlichen', { ...publish, page: true }),
  publishNow: route('publish-now', '/intern/verfahren/:id/veroeffentlichen', { ...publish, ...post }),
  withdraw: route('withdraw', '/intern/verfahren/:id/zurueckziehen', { ...publish, page: true }),
  withdrawNow: route('withdraw-now', '/intern/verfahren/:id/zurueckziehen', { ...publish, ...post }),
} as const
