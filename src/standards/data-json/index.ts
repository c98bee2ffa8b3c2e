export { type DataJsonDataset, datasetsOf, datasetToQuads, isDataset, withoutReferences } from './dataset-quads.ts'
