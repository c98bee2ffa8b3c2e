import type { Route } from '#kernel/route.ts'

type Given = Partial<Route> & Pick<Route, 'path'>
const edit = 'webhooks/edit'
const page = (id: string, given: Given): Route => ({
  id: `webhooks/${id}`,
  method: 'GET',
  module: 'catalogue',
  permission: 'webhooks/read',
  page: true,
  ...given,
})
/** Something that is done, by a form. */
const deed = (id: string, given: Given): Route => page(id, { method: 'POST', permission: edit, page: false, ...given })

const receiver = { thing: 'webhooks/receiver' }
const delivery = { thing: 'webhooks/delivery' }

/** Receivers of the tenant, what was sent to each. They are there where the catalogue is. */
export const routes = {
  receivers: page('receivers', { path: '/intern/empfaenger' }),
  newReceiver: page('new-receiver', { path: '/intern/empfaenger/neu', permission: edit }),
  addReceiver: deed('add-receiver', { path: '/intern/empfaenger/neu' }),
  receiver: page('receiver', { path: '/intern/empfaenger/:id', ...receiver }),
  editReceiver: page('edit-receiver', { path: '/intern/empfaenger/:id/angaben', permission: edit, ...receiver }),
  changeReceiver: deed('change-receiver', { path: '/intern/empfaenger/:id/angaben', ...receiver }),
  switchReceiver: deed('switch-receiver', { path: '/intern/empfaenger/:id/schalten', ...receiver }),
  tryReceiver: deed('try-receiver', { path: '/intern/empfaenger/:id/probe', ...receiver }),
  renewPage: page('renew-page', { path: '/intern/empfaenger/:id/schluessel', permission: edit, ...receiver }),
  renewSecret: deed('renew-secret', { path: '/intern/empfaenger/:id/schluessel', ...receiver }),
  removePage: page('remove-page', { path: '/intern/empfaenger/:id/entfernen', permission: edit, ...receiver }),
  remove: deed('remove', { path: '/intern/empfaenger/:id/entfernen', ...receiver }),
  delivery: page('delivery', { path: '/intern/empfaenger/:id/sendungen/:delivery', ...delivery }),
  sendAgain: deed('send-again', { path: '/intern/empfaenger/:id/sendungen/:delivery', ...delivery }),
} as const
