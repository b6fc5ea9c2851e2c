/**
 * The clusters of the whole record, from what its segments keep. Each document descends from the one earlier document that it is
 * most like, if it is like any: clusters are trees, and their roots the origins. Linking only back, and only once, keeps a digest
 * of two reports from making them one. The result depends on the documents alone, not on when they were added.
 *
 * What comes before what is a filter of the aggregates, no condition of the join: on that, all documents might be joined with all.
 */
import type { View } from '../views.ts'

export const clusters: View = {
  name: 'clusters',
  row: 'A document with the report that it carries: documents of one cluster are copies or rewrites of one text. Every document has a row, so that count(DISTINCT cluster) counts independent reports.',
  columns: [
    { name: 'document', meaning: 'Id in documents.' },
    {
      name: 'cluster',
      meaning:
        'Id of the origin: the document of the cluster that came first. On one day that is the text that stands with the agency it credits, then the one with the earliest time; documents without a day come last.',
    },
    { name: 'nearest', meaning: 'Id of the earlier document that it is most like; null for an origin.' },
    {
      name: 'likeness',
      meaning: 'Share of the shorter of the two texts that stands in the longer, 0.45 to 1; null for an origin.',
    },
    { name: 'size', meaning: 'How many documents the cluster has.' },
    { name: 'credit', meaning: 'Agency that the document credits in its dateline or byline.' },
  ],
  sql: `WITH RECURSIVE told AS (
  SELECT d.id, s.fingerprint, s.credit,
    row_number() OVER (ORDER BY d.day NULLS LAST, coalesce(s.own, false) DESC, s.instant NULLS LAST, d.id) AS n
  FROM documents d LEFT JOIN signatures s ON s.document = d.id
), first AS (
  SELECT fingerprint, min(n) AS n, arg_min(id, n) AS id FROM told WHERE fingerprint IS NOT NULL GROUP BY fingerprint
), alike AS (
  SELECT fingerprint, other, likeness FROM likenesses
  UNION ALL SELECT other, fingerprint, likeness FROM likenesses
  UNION ALL SELECT fingerprint, fingerprint, 1 FROM first
), links AS (
  SELECT b.id, first(a.id ORDER BY likeness DESC, a.n) FILTER (a.n < b.n) AS nearest, max(likeness) FILTER (a.n < b.n) AS likeness
  FROM told b JOIN alike ON alike.fingerprint = b.fingerprint JOIN first a ON a.fingerprint = alike.other
  GROUP BY b.id HAVING bool_or(a.n < b.n)
), descent AS (
  SELECT id, id AS cluster FROM told WHERE id NOT IN (SELECT id FROM links)
  UNION ALL SELECT links.id, descent.cluster FROM links JOIN descent ON descent.id = links.nearest
)
SELECT descent.id AS document, cluster, nearest, likeness, count(*) OVER (PARTITION BY cluster)::INTEGER AS size, credit
FROM descent JOIN told USING (id) LEFT JOIN links USING (id)`,
}
