/** What the commands on a record share. */
import type { Command } from 'commander'
import { positive } from './inputs.ts'

export interface RecordOptions {
  record: string
}

/** Adds `--record` to a command. */
export const onRecord = (command: Command): Command =>
  command.option('--record <folder>', 'the folder of the record', './record')

/** Adds `--wait` to a command that writes. */
export const waiting = (command: Command): Command =>
  command.option('--wait <seconds>', 'wait for another writer that long', positive)

/** "1 article", "1,200 articles". */
export const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`

/** A duration for people, to two units: "4 min 10 s". */
export function duration(seconds: number): string {
  const s = Math.round(seconds)
  if (s < 60) return `${s} s`
  const [hours, minutes] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${s % 60} s`
}
