/**
 * The ledger of a record that has grown, from the one before it: only rows that new documents may touch are tied and followed anew.
 * Reports of a block are taken in their order, so what comes before the first new one stands as it stood; of that, only the rows with
 * a subject like a new one's are looked at. What is found by a digest is then compared as when the whole is made: the result is
 * the same as from nothing.
 */
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from '../values.ts'
import { entryOf } from './build.ts'
import { deedsBy } from './follow.ts'
import type { Deed, Entry, Report } from './model.ts'
import { filesOfPart } from './parts.ts'
import { taken } from './taken.ts'
import { admit, begin, emptyShelf, type Row, type Shelf, tie } from './tie.ts'

/**
 * The entries to be written anew. They take the place of the rows of the ledger before whose ids are left in the table `outdated`, and
 * of the reports that come at or after the `cut` of their block in the table `cuts`.
 *
 * @param connection with the tables of the ledger before as `rows_before`, `reports_before`, `steps_before` and `places_before`, and
 *   `places` as they are now
 */
export async function entriesAnew(
  connection: DuckDBConnection,
  folder: string,
  parts: { all: readonly string[]; fresh: readonly string[] },
): Promise<Entry[]> {
  const files = (names: readonly string[], kind: 'reports' | 'deeds') =>
    `read_parquet([${names.map((name) => literal(filesOfPart(folder, name)[kind])).join(', ')}])`
  const added = parts.fresh.flatMap((name) => [files([name], 'reports'), files([name], 'deeds')])
  await connection.run(`
    CREATE TEMP VIEW r AS SELECT p.*, k.cluster, coalesce(p.keys, '? ' || k.cluster) || ' ' || family AS block
      FROM ${files(parts.all, 'reports')} p JOIN places k USING (document);
    CREATE TEMP VIEW d AS SELECT p.*, k.cluster FROM ${files(parts.all, 'deeds')} p JOIN places k USING (document);
    CREATE TEMP TABLE changed AS SELECT DISTINCT document FROM (
      (FROM places EXCEPT FROM places_before) UNION ALL (FROM places_before EXCEPT FROM places)
    )${added.map((it) => ` UNION SELECT document FROM ${it}`).join('')};
    CREATE TEMP TABLE cuts AS SELECT block, min(sequence) AS cut FROM (
      SELECT block, sequence FROM r WHERE document IN (FROM changed)
      UNION ALL SELECT block, sequence FROM reports_before WHERE document IN (FROM changed)) GROUP BY block;
    CREATE TEMP TABLE later AS SELECT r.* FROM r JOIN cuts USING (block) WHERE sequence >= cut;
    CREATE TEMP TABLE outdated AS SELECT DISTINCT ledger FROM (
      SELECT ledger FROM reports_before JOIN cuts USING (block) WHERE sequence >= cut
      UNION ALL SELECT ledger FROM steps_before WHERE document IN (FROM changed)
      UNION ALL SELECT ledger FROM (
        SELECT b.id AS ledger, unnest(r.hooks) AS hook FROM rows_before b JOIN r ON r.document = b.document AND r.commitment = b.commitment
      ) WHERE hook IN (SELECT unnest(hooks) FROM d WHERE document IN (FROM changed)));
    CREATE TEMP TABLE standing AS SELECT b.ledger, r.block, r.sequence, r.stems, r.target FROM r JOIN cuts USING (block)
      JOIN reports_before b ON b.document = r.document AND b.commitment = r.commitment WHERE r.sequence < cut;
    CREATE TEMP TABLE near AS SELECT ledger FROM (
      SELECT b.ledger, l.sequence, b.sequence FROM (SELECT block, sequence, len(stems) AS n, unnest(stems) AS stem FROM later) l
        JOIN (SELECT ledger, block, sequence, len(stems) AS n, unnest(stems) AS stem FROM standing) b ON b.block = l.block AND b.stem = l.stem
        GROUP BY ALL HAVING count(*) >= 2 OR min(least(l.n, b.n)) = 1
    ) UNION SELECT b.ledger FROM later l JOIN standing b ON b.block = l.block AND b.target = l.target WHERE len(l.stems) = 0
      UNION FROM outdated;`)
  const rows = await rowsAgain(connection)
  return await followAgain(connection, rows)
}

/** The rows that change, with what stands of them and what is tied anew. */
async function rowsAgain(connection: DuckDBConnection): Promise<Row[]> {
  const shelves = new Map<string, Shelf>()
  const rows = new Map<string, Row>()
  const shelfOf = (block: string) => {
    const shelf = shelves.get(block) ?? emptyShelf()
    shelves.set(block, shelf)
    return shelf
  }
  const standing = `SELECT b.ledger, r.data, r.cluster FROM reports_before b JOIN near USING (ledger)
    JOIN r ON r.document = b.document AND r.commitment = b.commitment LEFT JOIN cuts ON cuts.block = r.block
    WHERE cut IS NULL OR r.sequence < cut ORDER BY r.sequence`
  for (const [ledger, data, cluster] of await cellsOf(connection, standing)) {
    const it = taken({ ...(JSON.parse(data!) as Report), cluster: cluster! })
    const shelf = shelfOf(it.block)
    const row = rows.get(ledger!) ?? begin(shelf, it)
    rows.set(ledger!, row)
    admit(shelf, row, it)
  }
  const touched = new Set<Row>()
  for (const [ledger] of await cellsOf(connection, 'FROM outdated')) {
    const row = rows.get(ledger!)
    if (row) touched.add(row)
  }
  for (const [data, cluster] of await cellsOf(connection, 'SELECT data, cluster FROM later ORDER BY sequence')) {
    const it = taken({ ...(JSON.parse(data!) as Report), cluster: cluster! })
    touched.add(tie(shelfOf(it.block), it))
  }
  return [...touched]
}

/** What became of the rows that change. */
async function followAgain(connection: DuckDBConnection, rows: readonly Row[]): Promise<Entry[]> {
  await connection.run('CREATE TEMP TABLE redo (ledger VARCHAR, document VARCHAR, commitment VARCHAR)')
  const appender = await connection.createAppender('redo')
  for (const { id, first } of rows) {
    for (const cell of [id, first.report.document, first.report.commitment]) appender.appendVarchar(cell)
    appender.endRow()
  }
  appender.closeSync()
  await connection.run('INSERT INTO outdated SELECT ledger FROM redo')
  const found = await cellsOf(
    connection,
    `WITH wanted AS (SELECT DISTINCT unnest(hooks) AS hook FROM r JOIN redo USING (document, commitment))
    SELECT data, cluster FROM d WHERE answer AND document IN (SELECT document FROM redo)
    UNION SELECT data, cluster FROM (SELECT data, cluster, unnest(hooks) AS hook FROM d) WHERE hook IN (FROM wanted)`,
  )
  const deeds = deedsBy(found.map(([data, cluster]) => ({ ...(JSON.parse(data!) as Deed), cluster: cluster! })))
  return rows.map((row) => entryOf(row, deeds))
}

const cellsOf = async (connection: DuckDBConnection, sql: string): Promise<(string | null)[][]> =>
  (await connection.runAndReadAll(sql)).getRows() as (string | null)[][]
