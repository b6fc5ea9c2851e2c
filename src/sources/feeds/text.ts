/** Bytes of a feed or list -> text: by its mark, what the server said, what it says itself (RFC 7303), else UTF-8. */

export function xmlText(bytes: Uint8Array, contentType = ''): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const mark = head.startsWith('ÿþ') ? 'utf-16le' : head.startsWith('þÿ') ? 'utf-16be' : undefined
  const told = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]
  const declared = /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1]
  const labels = head.startsWith('ï»¿') ? ['utf-8'] : [mark, told, declared]
  return (labels.map((it) => it && decoderOf(it)).find(Boolean) || new TextDecoder()).decode(bytes)
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}
