/** How each type of event is read, as a table for people. */

/** A line a type, the commonest first: how many are wanted, precision, recall and F1 in percent. */
export function perType(gold: readonly string[], coded: readonly (string | undefined)[]): string {
  const types = [...new Set(gold)]
    .map((type) => {
      const wanted = gold.filter((it) => it === type).length
      const found = coded.filter((it) => it === type).length
      const right = gold.filter((it, i) => it === type && coded[i] === type).length
      return {
        type,
        wanted,
        precision: share(right, found),
        recall: share(right, wanted),
        f1: share(2 * right, wanted + found),
      }
    })
    .sort((a, b) => b.wanted - a.wanted || (a.type < b.type ? -1 : 1))
  const lines = types.map(({ type, wanted, precision, recall, f1 }) =>
    [type.padEnd(12), ...[wanted, precision, recall, f1].map((it) => String(it).padStart(9))].join(''),
  )
  return ['type           wanted precision   recall       F1', ...lines].join('\n')
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))
