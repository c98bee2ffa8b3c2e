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
  account: route('account', '/konto', { permission: 'signed-in' }),
} as const
