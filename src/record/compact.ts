/** Which segments to write as one: many small files make questions slow. */
import type { Segment } from './manifest.ts'

/** Articles in a segment after compaction: a reader opens few files, and a writer holds one segment in memory. */
export const FULL = 5000

const documents = ({ tables }: Segment): number => tables.documents?.rows ?? 0

/**
 * Groups of small segments that are at most full together, in their order; and, each alone, those that an older version of
 * onrecord wrote with other tables or columns, as `schema` tells.
 */
export function groupsOf(segments: readonly Segment[], schema: string, full = FULL): Segment[][] {
  const groups: Segment[][] = []
  let group: Segment[] = []
  let size = 0
  for (const segment of segments) {
    if (documents(segment) > full / 2) {
      if (segment.schema !== schema) groups.push([segment])
      continue
    }
    if (size + documents(segment) > full) {
      groups.push(group)
      group = []
      size = 0
    }
    group.push(segment)
    size += documents(segment)
  }
  return [...groups, group].filter((it) => it.length > 1 || it[0]?.schema !== schema).filter((it) => it.length > 0)
}
