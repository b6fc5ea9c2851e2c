/** Search: a query language, an index beside every segment, ranked results. */
export { type Field, type FieldName, fields, kinds } from './fields.ts'
export type { Hit } from './hits.ts'
export { marksOf } from './marks.ts'
export {
  type Facet,
  type FacetCount,
  type Found,
  facetNames,
  type SearchOptions,
  search,
  searchConnection,
} from './search.ts'
