import type { Route } from '#kernel/route.ts'

const route = (id: string, path: string, more: Partial<Route> = {}): Route => ({
  id: `identity/${id}`,
  method: 'GET',
  path,
  permission: 'public',
  module: 'shell',
  page: true,
  ...more,
})
const post = (id: string, path: string, more: Partial<Route> = {}): Route =>
  route(id, path, { method: 'POST', page: false, ...more })

/** Signing in and out. Whoever is asked for a second factor has no permission yet, so these pages are public and look for the person themselves. */
export const accountRoutes = {
  signIn: route('sign-in', '/anmelden'),
  signInNow: post('sign-in-now', '/anmelden'),
  signOut: post('sign-out', '/abmelden'),
  secondFactor: route('second-factor', '/anmelden/zweiter-faktor'),
  showCode: post('show-code', '/anmelden/zweiter-faktor'),
  confirmTotp: post('confirm-totp', '/anmelden/zweiter-faktor/app'),
  askLink: route('ask-link', '/anmelden/link'),
  sendLink: post('send-link', '/anmelden/link'),
  linkSent: route('link-sent', '/anmelden/post'),
  openLink: route('open-link', '/anmelden/link/:token', { page: false }),
  useLink: post('use-link', '/anmelden/link/:token'),
  forgot: route('forgot', '/anmelden/passwort'),
  sendForgot: post('send-forgot', '/anmelden/passwort'),
  newPassword: route('new-password', '/anmelden/passwort/:token', { page: false }),
  setPassword: post('set-password', '/anmelden/passwort/:token'),
  openEmail: route('open-email', '/anmelden/e-mail/:token', { page: false }),
  changeEmail: post('change-email', '/anmelden/e-mail/:token'),
  account: route('account', '/konto', { permission: 'signed-in' }),
} as const
