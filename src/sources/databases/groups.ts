/** The lines of an export, article by article. */
import { tooLarge } from '../bytes.ts'

export type Lines = AsyncIterable<string> | Iterable<string>

/** What bounds an article: its size, in UTF-16 code units, and the file that an error names. */
export interface Bound {
  maxBytes: number
  path: string
}

/**
 * Lines up to each line that marks a border, that one apart; the last group has none.
 *
 * @throws OnrecordError E_TOO_LARGE for a group without a border in sight
 */
export async function* groupsOf(
  lines: Lines,
  isBorder: (line: string) => boolean,
  { maxBytes, path }: Bound,
): AsyncGenerator<{ lines: string[]; border?: string }> {
  let held: string[] = []
  let size = 0
  for await (const line of lines) {
    if (isBorder(line)) {
      yield { lines: held, border: line }
      held = []
      size = 0
      continue
    }
    held.push(line)
    size += line.length + 1
    if (size > maxBytes) throw tooLarge(`An article of ${path}`, maxBytes)
  }
  yield { lines: held }
}
