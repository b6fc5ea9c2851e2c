/** XLSX, an article a row of its first sheet, by read-excel-file; held in memory: its size was checked before. */
import { readSheet } from 'read-excel-file/node'
import { OnrecordError } from '../../errors.ts'
import type { Input } from '../input.ts'
import type { Bounded } from '../options.ts'
import { columnsOf, inputOfRow, shown } from './columns.ts'

/** The articles of a sheet; a row without text comes out as an error. */
export async function* spreadsheetInputs(
  bytes: Buffer,
  path: string,
  { map = {}, notice }: Bounded,
): AsyncGenerator<Input> {
  const [heading, ...rows] = await sheetIn(bytes, path)
  if (!heading || rows.length === 0)
    throw new OnrecordError('E_EMPTY', `${path} is a table without rows. Export it again.`)
  const columns = columnsOf(heading, rows[0]!, map, path)
  notice?.(shown(columns, heading, path))
  for (const [i, row] of rows.entries()) {
    const input = inputOfRow(row, columns, `${path}:${i + 2}`, 'xlsx')
    if (input) yield input
  }
}

async function sheetIn(bytes: Buffer, path: string): Promise<string[][]> {
  try {
    return (await readSheet(bytes)).map((row) => row.map(textOfCell))
  } catch (cause) {
    throw new OnrecordError('E_ARCHIVE', `${path} is no whole XLSX file. Save or download it again.`, { cause })
  }
}

/** A day is kept as one: spreadsheets have no time zones. */
function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00.*$/, '')
  return cell === null || cell === undefined ? '' : String(cell)
}
