export { type CellFault, entryToRecord, type ReadEntry } from './entry-to-record.ts'
export { fieldOfHead, isTableField, type TableField, tableFields } from './fields.ts'
export { type MetadataTable, readMetadataTable, type TableEntry, type TableFault } from './read-table.ts'
export { templateCsv, templateXlsx } from './template.ts'
