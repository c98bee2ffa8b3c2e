export { type FrameParts, faultView, framed } from './frame.tsx'
export { shellDefinition, shellHandlers } from './handlers.ts'
