export { SharedCounts } from './shared-counts.ts'
export { isWebProcess, leaveHouse, savesForAll, sayFault } from './web-process.ts'
export { startWebProcesses, type WebProcesses } from './web-processes.ts'
