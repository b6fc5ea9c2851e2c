/** Which addresses of the web are on record. */
import type { KeySet } from './key-set.ts'
import { keySet } from './key-set.ts'
import type { Snapshot } from './manifest.ts'
import { damage, openDuckDB } from './query.ts'

/**
 * The addresses of everything that was added from the web, copies too.
 *
 * @param keyOf what two addresses of one article have in common
 * @throws OnrecordError E_SEGMENT
 */
export async function addressesIn(record: Snapshot, keyOf: (address: string) => string): Promise<KeySet> {
  const connection = await openDuckDB(record)
  try {
    const addresses = keySet()
    const result = await connection.stream("SELECT uri FROM inputs WHERE uri LIKE 'http%://%'")
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const uri of chunk.getColumnValues(0)) if (URL.canParse(String(uri))) addresses.add(keyOf(String(uri)))
    }
    return addresses
  } catch (error) {
    throw damage(record, error)
  } finally {
    connection.closeSync()
  }
}
