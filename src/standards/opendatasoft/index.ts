export {
  federatedFrom,
  isOdsDataset,
  type OdsDataset,
  type OdsPlace,
  odsDatasetToQuads,
  odsId,
  odsPage,
} from './dataset-quads.ts'
