/** A paragraph or a line standing by itself, white space folded. */
export interface Block {
  text: string
  /** Whether the page gives it twice in a row, as captions often are. */
  repeated: boolean
}

/** Lines of a text broken by hand at a column lie between these lengths. */
const WRAP = { min: 50, max: 100 }

/**
 * The blocks of a text in order: separated by blank lines, and within those by line, except where lines were broken at
 * a column, which are joined again. Texts without a blank line have a paragraph a line.
 */
export function blocksOf(raw: string): Block[] {
  const groups = raw
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n|\u2028|\u2029|\f/)
    .map((line) => line.replace(/[\s\u00ad]+/g, ' ').trim())
    .reduce<string[][]>(
      (all, line) => {
        if (line === '') all.push([])
        else all.at(-1)!.push(line)
        return all
      },
      [[]],
    )
  const lines = groups.flatMap((group) => (isWrapped(group) ? [group.join(' ')] : group))
  return lines.reduce<Block[]>((blocks, text) => {
    const before = blocks.at(-1)
    if (before?.text === text) before.repeated = true
    else blocks.push({ text, repeated: false })
    return blocks
  }, [])
}

/** Every line but the last fills its column, and most break in the middle of a sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1)
  if (full.length === 0) return false
  const broken = full.filter((line) => !/[.!?:"”’)]$/.test(line)).length
  return full.every((line) => line.length >= WRAP.min && line.length <= WRAP.max) && broken > full.length / 2
}
