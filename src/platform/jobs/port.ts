import type { Kysely } from 'kysely'

/** One run of a job. */
export interface JobRun<Data> {
  readonly id: string
  readonly data: Data
  /** 1 for the first attempt. */
  readonly attempt: number
  /** Aborted when the process must stop or the time of the job is over. */
  readonly signal: AbortSignal
}

export interface JobOptions {
  /** How often it is tried again before it is parked; 5 without it. */
  readonly retryLimit?: number
  /** Seconds before the first retry; doubled with each one. 30 without it. */
  readonly retryDelay?: number
  /** Longest seconds between two attempts; 3600 without it. */
  readonly retryDelayMax?: number
  /** Seconds one attempt may take; 900 without it. */
  readonly timeout?: number
  /** How many of them one process runs at once; 1 without it. */
  readonly atOnce?: number
}

export interface EnqueueOptions {
  /** Of jobs with the same name and key only one waits; a running one does not count. Who comes second waits for the end of the first one's transaction. */
  readonly key?: string
  /** Not before this moment. */
  readonly after?: Date
}

/** A job that failed as often as it may. */
export interface FailedJob {
  readonly id: string
  readonly name: string
  readonly data: unknown
  readonly failedAt: Date
  readonly attempts: number
  /** Message of the last fault. */
  readonly error: string
}

/** Work that is done later, once, in some process, also after a crash. Data hold ids, never personal data: they are kept with the job. */
export interface Jobs {
  /** Says what a job does. Before `start`, and in every process that hands it in; names are `room/verb`. */
  define<Data extends object>(name: string, handler: (run: JobRun<Data>) => Promise<void>, options?: JobOptions): void
  /** Hands in a job in the caller's transaction; gives its id, or undefined when one with the same key waits already. */
  enqueue<Tables>(trx: Kysely<Tables>, name: string, data: object, options?: EnqueueOptions): Promise<string | undefined>
  /** Runs a defined job by the clock (five cron fields) once for all processes; the time zone is Europe/Berlin without another. */
  schedule(name: string, cron: string, timeZone?: string): void
  /** Begins to work in this process. */
  start(): Promise<void>
  /** Takes no new jobs, waits for the running ones (at most `patience` ms, 30 s without it), closes. */
  stop(patience?: number): Promise<void>
  /** Parked jobs, oldest first. */
  failedJobs(limit?: number): Promise<FailedJob[]>
  /** Hands a parked job in again with all its attempts; false when there is none. */
  retryFailed(id: string): Promise<boolean>
  /** Throws a parked job away; false when there is none. */
  dropFailed(id: string): Promise<boolean>
}
