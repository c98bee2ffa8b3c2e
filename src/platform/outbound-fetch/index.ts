export { type AllowedHosts, readAllowedHosts } from './allowed-hosts.ts'
export { OutboundFault, type OutboundFaultCode } from './fault.ts'
export { type FetchedDocument, fetchDocument } from './fetch-document.ts'
export { isInternalAddress } from './internal-address.ts'
export {
  type Outbound,
  type OutboundAnswer,
  type OutboundLimits,
  type OutboundOptions,
  type OutboundRequest,
  openOutbound,
  type Resolve,
} from './outbound.ts'
