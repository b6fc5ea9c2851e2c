import type { Command } from 'commander'
import { checkRecord, openRecord, openWriter } from '../record/index.ts'
import { guarded } from './guarded.ts'
import { startLine } from './progress.ts'
import { counted, onRecord, type RecordOptions, waiting } from './record.ts'

const examples = `
Examples:
  $ onrecord check                     every file and every row of ./record
  $ onrecord check --drop              and take damaged segments out; add their inputs again

Checked are the files (there, of the size and sha-256 that the manifest says, with the columns of the data dictionary) and
the rows (of a document, each place holding its words; nothing there twice).
Exit status: 0 all is well, 1 something is damaged, 2 wrong usage.`

interface Options extends RecordOptions {
  drop?: boolean
  wait?: number
}

/** `onrecord check`: whether a record is whole. */
export function addCheck(program: Command): void {
  waiting(onRecord(program.command('check').description('Check every file and row of a record.')))
    .option('--drop', 'take damaged segments out of the record; their inputs may be added again')
    .addHelpText('after', examples)
    .action(guarded(check))
}

async function check({ record: folder, drop, wait }: Options): Promise<void> {
  const record = await openRecord(folder)
  const { segments } = record.manifest
  const line = startLine()
  const damaged = new Set<string>()
  let done = 0
  for await (const finding of checkRecord(record, () => line.show(`${++done} of ${segments.length} segments`))) {
    line.log(`error E_SEGMENT: ${finding.file}: ${finding.problem} ${remedy(drop, finding.segment)}`)
    process.exitCode = 1
    if (finding.segment) damaged.add(finding.segment)
  }
  line.stop()
  if (drop && damaged.size > 0) {
    const writer = await openWriter(folder, wait)
    try {
      await writer.drop(writer.record.manifest.segments.filter(({ id }) => damaged.has(id)))
    } finally {
      writer.close()
    }
    process.stdout.write(`${counted(damaged.size, 'segment')} taken out. Add their inputs again.\n`)
  } else {
    const found = damaged.size > 0 ? `${damaged.size} damaged` : 'all well'
    process.stdout.write(`${counted(segments.length, 'segment')}, ${process.exitCode === 1 ? found : 'all well'}\n`)
  }
}

const remedy = (drop: boolean | undefined, segment: string | undefined): string => {
  if (drop || !segment) return ''
  return 'Put the file back from a copy, or take the segment out (onrecord check --drop) and add its inputs again.'
}
