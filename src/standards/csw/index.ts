export {
  type Capabilities,
  exceptionOf,
  type OwsException,
  type RecordsPage,
  readCapabilities,
  readRecords,
} from './answer.ts'
export { dublinCoreToQuads, isDublinCore } from './dublin-core-quads.ts'
export {
  capabilitiesAddress,
  type RecordsRequest,
  recordAddress,
  recordsAddress,
  recordsBody,
  serviceAddress,
} from './request.ts'
