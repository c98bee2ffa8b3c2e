import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// argon2id with 19 MiB and two passes: the first choice of the OWASP cheat sheet; some 30 ms of one processor.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same letters however they were typed (NIST SP 800-63B 5.1.1.2). */
const plain = (password: string) => password.normalize('NFKC')

/** What is kept of a password. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password), cost)

let nobodys: Promise<string> | undefined

/** Whether the password fits. Without an account, or for one without a password, the same work is done and the answer is no: time tells nothing. */
export async function passwordFits(password: string, kept: string | null | undefined): Promise<boolean> {
  nobodys ??= hash(randomBytes(24), cost)
  const fits = await verify(kept ?? (await nobodys), plain(password).slice(0, 1024)).catch(() => false)
  return fits && kept !== null && kept !== undefined
}
