import type { Handler } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'

export const searchHandlers = (_house: CatalogueHouse): Handler[] => []
