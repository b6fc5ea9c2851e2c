import type { Command } from 'commander'
import { currentSchema, groupsOf, openRecord, openWriter } from '../record/index.ts'
import { guarded } from './guarded.ts'
import { startLine } from './progress.ts'
import { counted, onRecord, type RecordOptions, waiting } from './record.ts'

const examples = `
Examples:
  $ onrecord compact                   after many small adds: fewer files, faster answers

Those who read the record meanwhile are not disturbed: the files that are replaced stay for ten minutes and are taken away
by the next command that writes. A run that is stopped keeps what it did.
Exit status: 0 done, 1 not, 2 wrong usage.`

/** `onrecord compact`: small segments as few large ones. */
export function addCompact(program: Command): void {
  waiting(onRecord(program.command('compact').description('Write many small segments of a record as few large ones.')))
    .addHelpText('after', examples)
    .action(
      guarded(async ({ record: folder, wait }: RecordOptions & { wait?: number }) => {
        await openRecord(folder)
        const writer = await openWriter(folder, wait)
        const line = startLine()
        try {
          const before = writer.record.manifest.segments.length
          const groups = groupsOf(writer.record.manifest.segments, currentSchema())
          await writer.merge(groups, (done) => line.show(`${done} of ${groups.length} written`))
          line.stop()
          const after = writer.record.manifest.segments.length
          process.stdout.write(`${counted(before, 'segment')} before, ${after} now\n`)
        } finally {
          line.stop()
          writer.close()
        }
      }),
    )
}
