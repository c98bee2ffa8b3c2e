export { type JobsHouse, openJobs } from './jobs.ts'
export type { EnqueueOptions, FailedJob, JobOptions, JobRun, Jobs } from './port.ts'
export { jobTables, prepareJobs } from './prepare.ts'
