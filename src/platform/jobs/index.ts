export type { EnqueueOptions, FailedJob, JobOptions, JobRun, Jobs } from './port.ts'
