/** Lines between empty lines; lines of one block were broken at a column. */
export interface TextBlock {
  /** White space folded, lines joined. */
  text: string
  /** None is empty. */
  lines: string[]
}

export function blocksOf(lines: readonly string[]): TextBlock[] {
  const groups: string[][] = [[]]
  for (const raw of lines) {
    const line = raw.replace(/[\s\u00ad]+/g, ' ').trim()
    if (line !== '') groups.at(-1)!.push(line)
    else if (groups.at(-1)!.length > 0) groups.push([])
  }
  return groups.filter((it) => it.length > 0).map((it) => ({ text: it.join(' '), lines: it }))
}

/** Blocks cut before each line that begins a part of its own, such as a field: exports do not always leave a line empty between them. */
export const cutBefore = (blocks: readonly TextBlock[], begins: (line: string) => boolean): TextBlock[] =>
  blocks.flatMap(({ lines }) => {
    const parts: string[][] = []
    for (const [i, line] of lines.entries()) {
      if (i === 0 || begins(line)) parts.push([line])
      else parts.at(-1)!.push(line)
    }
    return parts.map((it) => ({ text: it.join(' '), lines: it }))
  })
