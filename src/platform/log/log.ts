import pino, { type Logger } from 'pino'

export type Log = Logger

/** Structured log on standard error. No addresses of visitors, no search words, no form contents are ever handed to it. */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    pino.destination({ fd: 2, sync: false }),
  )
}
