import type { Command } from 'commander'
import { openOutput } from '../output.ts'
import { openRecord, type Share, type Status, statusOf, withCorrections } from '../record/index.ts'
import { guarded } from './guarded.ts'
import { counted, onRecord, type RecordOptions } from './record.ts'

const examples = `
Examples:
  $ onrecord status                    what is in ./record
  $ onrecord status --record syria --json

Exit status: 0 told, 1 there is no record, 2 wrong usage.`

/** Outlets and languages named before the rest is summed up. */
const NAMED = 5

/** `onrecord status`: a record at a glance. */
export function addStatus(program: Command): void {
  onRecord(program.command('status').description('Say what a record holds.'))
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      guarded(async ({ record, json }: RecordOptions & { json?: boolean }) => {
        const status = await statusOf(await withCorrections(await openRecord(record)))
        const output = await openOutput()
        await output.write(json ? `${JSON.stringify(status, null, 2)}\n` : pageOf(status))
        await output.close()
      }),
    )
}

function pageOf({ folder, rows, ...status }: Status): string {
  const inputs = status.errors.reduce((sum, { count }) => sum + count, 0)
  const lines: [string, string][] = [
    ['articles', `${numbers(rows.documents)}${status.from ? `, ${status.from} to ${status.to}` : ''}`],
    ['statements', numbers(rows.statements)],
    ['events', numbers(rows.events)],
    ['commitments', `${numbers(rows.commitments)}, ${numbers(rows.history)} steps of their history`],
    ['copies', `${numbers(status.copies)} further inputs of these articles`],
    ['languages', named(status.languages, 'not told')],
    ['outlets', named(status.outlets, 'not told')],
    ['read by', named(status.readers, '')],
    ['errors', inputs === 0 ? 'none' : `${numbers(inputs)}: ${named(status.errors, '')}`],
    ['on disk', `${megabytes(status.bytes)} in ${counted(status.segments, 'segment')}`],
  ]
  if (status.forgotten > 0) lines.push(['forgotten', `${numbers(status.forgotten)} documents, inputs and actors`])
  return `${folder}\n${lines.map(([label, text]) => `  ${label.padEnd(12)}${text}\n`).join('')}`
}

const numbers = (n: number | undefined): string => (n ?? 0).toLocaleString('en')
const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`

function named(shares: readonly Share[], nameless: string): string {
  const shown = shares.slice(0, NAMED).map(({ name, count }) => `${name ?? nameless} ${numbers(count)}`)
  const rest = shares.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${numbers(rest)} more`] : [])].join(', ') || 'none'
}
