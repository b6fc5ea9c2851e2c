/** Whether two words differ by one letter left out, put in or exchanged (edit distance 1). */
export function isOneOff(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || long === short) return false
  let i = 0
  while (i < short.length && long[i] === short[i]) i++
  return long.slice(i + 1) === short.slice(long.length === short.length ? i + 1 : i)
}
