import { randomUUID } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import {
  deletePasskey,
  insertPasskey,
  keepChallenge,
  passkeyOf,
  passkeysOf,
  takeChallenge,
  usePasskey,
} from '../../store/account/passkeys.ts'
import { lockPerson, personById, replaceRecoveryCodes } from '../../store/account/persons.ts'
import { tokenHash } from '../identify.ts'
import { type Accounts, note } from './accounts.ts'
import type { Mine } from './change-account.ts'
import { sendLetter } from './letters.ts'
import { type Browser, makeStrong, openSession } from './open-session.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

/** For whom a passkey is: the host of the portal. Its passkeys work nowhere else. */
export interface RelyingParty {
  /** Host without a port. */
  readonly id: string
  /** Scheme, host and port. */
  readonly origin: string
  readonly name: string
}

/** Read when the first passkey comes: it is large, and most of what starts never sees one. */
const library = () => import('@simplewebauthn/server')

// EdDSA, ES256, RS256: what devices have. Others are not asked of the runtime, which knows some only on trial.
const algorithms = [-8, -7, -257]

/** What the browser needs to make a passkey for somebody. */
export async function passkeyToMake(
  accounts: Accounts,
  { person }: Mine,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library()
  const known = await passkeysOf(accounts.db, person.id)
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credential }) => ({ id: credential })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(accounts.db, tokenHash(options.challenge), 'register', person.id)
  return options
}

/** What the browser needs to ask for a passkey: anybody's, so nothing is said about who has one. */
export async function passkeyToShow(accounts: Accounts, party: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  await keepChallenge(accounts.db, tokenHash(options.challenge), 'sign-in', null)
  return options
}

/** What a browser sent, as far as it can be read at all. */
function read<T>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? (value as T) : undefined
  } catch {
    return undefined
  }
}

/** The library throws whatever is wrong with a foreign answer; for us it is a no. */
const orNo = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined)

/** Keeps a passkey that the browser made. Gives the session's new token, and recovery codes where it is the first second factor. */
export async function keepPasskey(
  accounts: Accounts,
  mine: Mine,
  given: { response: string; name: string; party: RelyingParty },
): Promise<Result<{ token: string; codes?: readonly string[] }, 'wrong'>> {
  const { person, session, site } = mine
  const { verifyRegistrationResponse } = await library()
  const response = read<RegistrationResponseJSON>(given.response)
  const checked =
    response &&
    (await orNo(
      verifyRegistrationResponse({
        response,
        expectedChallenge: (challenge) => takeChallenge(accounts.db, tokenHash(challenge), 'register', person.id),
        expectedOrigin: given.party.origin,
        expectedRPID: given.party.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }),
    ))
  if (!checked?.verified) return fail('wrong')
  const { id: credential, publicKey, counter, transports = [] } = checked.registrationInfo.credential
  return accounts.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person.id)
    const now = await personById(trx, person.id)
    const key = { id: randomUUID(), person: person.id, credential, publicKey: Buffer.from(publicKey), counter, transports }
    if (!now || !(await insertPasskey(trx, { ...key, name: given.name.trim().slice(0, 80) || 'Passkey' }))) return fail('wrong')
    const token = await makeStrong(trx, session)
    if (!token) return fail('wrong')
    const first = now.recoveryCodes === 0
    const codes = first ? await newRecoveryCodes(trx, accounts.keys, person.id) : undefined
    await sendLetter(accounts, trx, { kind: 'factor-changed', site, to: person })
    await note(trx, { site, person, action: 'identity/second-factor-set', details: { by: 'passkey' } })
    return ok({ token, ...(codes ? { codes } : {}) })
  })
}

/** Signs in with a passkey: possession and the device's own check of its owner are two factors. Gives the session's token. */
export async function signInWithPasskey(
  accounts: Accounts,
  given: { response: string; party: RelyingParty; browser: Browser; site: Site },
): Promise<Result<string, 'wrong'>> {
  const response = read<AuthenticationResponseJSON>(given.response)
  if (!response) return fail('wrong')
  const { verifyAuthenticationResponse } = await library()
  return accounts.db.transaction().execute(async (trx) => {
    const key = await passkeyOf(trx, response.id)
    const checked =
      key &&
      (await orNo(
        verifyAuthenticationResponse({
          response,
          expectedChallenge: (challenge) => takeChallenge(trx, tokenHash(challenge), 'sign-in', null),
          expectedOrigin: given.party.origin,
          expectedRPID: given.party.id,
          requireUserVerification: true,
          credential: {
            id: key.credential,
            publicKey: new Uint8Array(key.publicKey),
            counter: key.counter,
            transports: key.transports as AuthenticatorTransport[],
          },
        }),
      ))
    const person = key && (await personById(trx, key.person))
    if (!key || !checked?.verified || !person) {
      await note(trx, { site: given.site, person, action: 'identity/sign-in-failed', details: { by: 'passkey' } })
      return fail('wrong')
    }
    await usePasskey(trx, key.id, checked.authenticationInfo.newCounter)
    return ok(await openSession(trx, key.person, given.browser, true))
  })
}

/** Removes a passkey. Who must have a second factor keeps the last one: `guarded` says whether. */
export const removePasskey = (
  accounts: Accounts,
  { person, site }: Mine,
  id: string,
  guarded: boolean,
): Promise<Result<true, 'last' | 'wrong'>> =>
  accounts.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person.id)
    const now = await personById(trx, person.id)
    const last = now?.passkeys === 1 && !now.totpConfirmed
    if (guarded && last) return fail('last')
    if (!(await deletePasskey(trx, person.id, id))) return fail('wrong')
    if (last) await replaceRecoveryCodes(trx, person.id, [])
    await sendLetter(accounts, trx, { kind: 'factor-changed', site, to: person })
    await note(trx, { site, person, action: 'identity/second-factor-removed', details: { by: 'passkey' } })
    return ok(true)
  })
