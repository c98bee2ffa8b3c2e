import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where the test material lies: `ALLMENDE_SHARED` or `../shared` beside the project; undefined when it is not at hand (in CI that is a fault). */
export function sharedData(): string | undefined {
  const root = process.env.ALLMENDE_SHARED ?? path.resolve(process.cwd(), '../shared')
  const data = path.join(root, 'data')
  if (existsSync(data)) return data
  if (process.env.CI === 'true') throw new Error(`test material is missing: ${data}; set ALLMENDE_SHARED to its folder`)
  return undefined
}

/** The reason for a test runner's `skip`, or false where the material is there. */
export const withoutShared = (): string | false => (sharedData() ? false : 'test material not at hand (ALLMENDE_SHARED)')
