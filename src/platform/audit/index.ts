export { appendAudit } from './append.ts'
export type {
  AuditEntry,
  AuditFault,
  AuditPage,
  AuditQuery,
  AuditRow,
  AuditSubject,
  AuditValue,
  AuditVerdict,
  AuditWord,
} from './entry.ts'
export { type Erased, eraseAuditWords } from './erase.ts'
export { listAudit } from './list.ts'
export { type AuditAnchor, auditedTenants, verifyAudit } from './verify.ts'
