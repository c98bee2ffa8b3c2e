export { writeDublinCore } from './dublin-core.ts'
export { type OaiCode, type OaiFault, type OaiRequest, oaiVerbs, parseOaiDate, readRequest } from './request.ts'
export { oaiMoment, writeError, writeHeader, writeOpening } from './write.ts'
