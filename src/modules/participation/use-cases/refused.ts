/** PostgreSQL's "a row violates the policy": here, the time is over or has not come. */
export const isRefused = (error: unknown): boolean => (error as { code?: string } | null)?.code === '42501'
