/** A search as an Atom feed (RFC 4287), so that what is new on a subject comes by itself. */
import type { Hit } from '../record/index.ts'

/** @param origin of the server, which the entries' permalinks point to */
export function atomOf(q: string, hits: readonly Hit[], origin: string): string {
  const newest = [...hits].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
  const self = `${origin}/search?q=${encodeURIComponent(q)}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escaped(`${q} · onrecord`)}</title>
<id>${escaped(self)}</id>
<link href="${escaped(self)}"/>
<updated>${instant(newest[0]?.published)}</updated>
<author><name>onrecord</name></author>
${newest.map((hit) => entryOf(hit, origin)).join('\n')}
</feed>
`
}

function entryOf({ kind, document, id, title, outlet, published, speaker, sentences }: Hit, origin: string): string {
  const link = `${origin}/article/${encodeURIComponent(document)}${kind === 'text' ? '' : `#${id}`}`
  return `<entry>
<title>${escaped([speaker ?? kind, title].filter(Boolean).join(': '))}</title>
<id>${escaped(link)}</id>
<link href="${escaped(link)}"/>
<updated>${instant(published)}</updated>
<author><name>${escaped(outlet ?? 'not told')}</name></author>
<summary>${escaped(sentences.map(({ text }) => text).join(' '))}</summary>
</entry>`
}

/** Atom wants an instant; of an article often only the day is known. */
const instant = (day: string | undefined): string => `${day ?? '1970-01-01'}T00:00:00Z`

/** Text that is safe in XML; characters that XML forbids are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[it]!)
