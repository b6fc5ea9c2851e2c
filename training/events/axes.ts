/** The main axes of some rows (uncentred): eigenvectors of their products, by Jacobi's rotations. */

/** `count` axes of unit length, the widest first; the sign of each is that of its greatest number. */
export function axesOf(rows: readonly (readonly number[])[], count: number): number[][] {
  const size = rows[0]!.length
  const products = Array.from({ length: size }, () => new Float64Array(size))
  for (const row of rows)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) products[i]![j]! += row[i]! * row[j]!
  const { values, vectors } = jacobi(products)
  return values
    .map((value, i) => ({ value, axis: vectors.map((row) => row[i]!) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ axis }) => (Math.max(...axis) >= -Math.min(...axis) ? axis : axis.map((it) => -it)))
}

/** Rounds over all pairs; a symmetric matrix of a hundred rows is diagonal long before. */
const SWEEPS = 30

function jacobi(matrix: Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const size = matrix.length
  const vectors = matrix.map((_, i) => Float64Array.from({ length: size }, (__, j) => Number(i === j)))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = matrix[p]![q]!
        if (Math.abs(off) < 1e-12) continue
        const angle = 0.5 * Math.atan2(2 * off, matrix[q]![q]! - matrix[p]![p]!)
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (let k = 0; k < size; k++) rotate(matrix[k]!, matrix[k]!, p, q, c, s)
        rotate(matrix[p]!, matrix[q]!, 0, 0, c, s, size)
        for (let k = 0; k < size; k++) rotate(vectors[k]!, vectors[k]!, p, q, c, s)
      }
    }
  }
  return { values: matrix.map((row, i) => row[i]!), vectors }
}

/** Turns a[p + k] and b[q + k] in their plane, for `count` places. */
function rotate(a: Float64Array, b: Float64Array, p: number, q: number, c: number, s: number, count = 1): void {
  for (let k = 0; k < count; k++) {
    const [x, y] = [a[p + k]!, b[q + k]!]
    a[p + k] = c * x - s * y
    b[q + k] = s * x + c * y
  }
}
