/** What may be said of the way there and of help on the spot; each with the answers that fit. `text` is written freely. */
export const accessFields = {
  stepFree: ['yes', 'partly', 'no'],
  lift: ['yes', 'not-needed', 'no'],
  toilet: ['yes', 'no'],
  hearingLoop: ['yes', 'request', 'no'],
  signLanguage: ['yes', 'request', 'no'],
  easyLanguage: ['yes', 'request', 'no'],
  childcare: ['yes', 'request', 'no'],
  parking: ['yes', 'no'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type AccessField = keyof typeof accessFields
export const accessNames = Object.keys(accessFields) as AccessField[]

/** Written freely: the languages that are spoken, how to get there by bus and train, anything else. */
export const accessTexts = ['language', 'transport', 'more'] as const
export type AccessText = (typeof accessTexts)[number]

/** What is known; what nobody looked at is left out, never "no". */
export type Access = Partial<Readonly<Record<AccessField | AccessText, string>>>

/** What a row holds, without what is unknown to this program. */
export function readAccess(kept: unknown): Access {
  if (typeof kept !== 'object' || kept === null) return {}
  const known = Object.entries(kept).filter(([name, value]) => {
    if (typeof value !== 'string' || value === '') return false
    const answers: readonly string[] | undefined = accessFields[name as AccessField]
    return (accessTexts as readonly string[]).includes(name) || (answers?.includes(value) ?? false)
  })
  return Object.fromEntries(known)
}
