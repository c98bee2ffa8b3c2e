export { SharedCounts } from './shared-counts.ts'
export { isWebProcess, leaveHouse, savesForAll, sayFault, toldToBegin } from './web-process.ts'
export { callWebProcesses, type WaitingProcesses } from './web-processes.ts'
