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
