/** How often somebody wants a summary. */
export const digests = ['daily', 'weekly', 'never'] as const
export type Digest = (typeof digests)[number]

/** What somebody wants to be told by mail. */
export interface Notices {
  /** A mail for each task that begins to wait for the person. */
  readonly tasks: boolean
  readonly digest: Digest
}

/** What is stored, with what it means where nothing was chosen. */
export const noticesOf = (stored: Readonly<Record<string, unknown>>): Notices => ({
  tasks: stored.tasks !== false,
  digest: digests.find((one) => one === stored.digest) ?? 'weekly',
})
