import { type Route, routesOf } from '#kernel/route.ts'

const route = routesOf('identity', { module: 'shell', page: true })
const post = (id: string, path: string, more: Partial<Route> = {}): Route =>
  route(id, path, { method: 'POST', page: false, ...more })

const own = (id: string, path: string, more: Partial<Route> = {}): Route => route(id, path, { permission: 'signed-in', ...more })
const ownPost = (id: string, path: string): Route => post(id, path, { permission: 'signed-in' })

/** Signing in and out, and one's own account. Whoever is asked for a second factor has no permission yet, so these pages are public and look for the person themselves. */
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
  showPasskey: post('show-passkey', '/anmelden/passkey/frage'),
  passkeySignIn: post('passkey-sign-in', '/anmelden/passkey'),
  /** To the municipality's own sign-in service and back. A link and no form: the service is another host. */
  toProvider: route('to-provider', '/anmelden/anbieter', { page: false }),
  fromProvider: route('from-provider', '/anmelden/anbieter/antwort', { page: false }),
  goOn: route('go-on', '/anmelden/weiter', { page: false }),
  account: own('account', '/konto'),
  endSessions: ownPost('end-sessions', '/konto/sitzungen'),
  profile: own('profile', '/konto/profil'),
  saveProfile: ownPost('save-profile', '/konto/profil'),
  notices: own('notices', '/konto/nachrichten'),
  saveNotices: ownPost('save-notices', '/konto/nachrichten'),
  password: own('password', '/konto/passwort'),
  savePassword: ownPost('save-password', '/konto/passwort'),
  app: own('app', '/konto/app'),
  saveApp: ownPost('save-app', '/konto/app'),
  removeApp: ownPost('remove-app', '/konto/app/entfernen'),
  renewCodes: ownPost('renew-codes', '/konto/codes'),
  passkeys: own('passkeys', '/konto/passkeys'),
  makePasskey: ownPost('make-passkey', '/konto/passkeys/frage'),
  keepPasskey: ownPost('keep-passkey', '/konto/passkeys'),
  removePasskey: ownPost('remove-passkey', '/konto/passkeys/entfernen'),
  tokens: own('tokens', '/konto/schluessel'),
  makeToken: ownPost('make-token', '/konto/schluessel'),
  revokeToken: ownPost('revoke-token', '/konto/schluessel/entziehen'),
  exportData: own('export-data', '/konto/meine-daten.json', { page: false }),
  erase: own('erase', '/konto/loeschen'),
  eraseNow: ownPost('erase-now', '/konto/loeschen'),
  sendEraseLink: ownPost('send-erase-link', '/konto/loeschen/link'),
} as const
