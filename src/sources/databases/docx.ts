/** A Word document -> lines, a paragraph each with an empty line after it. */
import mammoth from 'mammoth'
import { OnrecordError } from '../../errors.ts'

/** @throws OnrecordError E_ARCHIVE */
export async function docxLines(buffer: Buffer, path: string): Promise<string[]> {
  try {
    const { value } = await mammoth.extractRawText({ buffer })
    return value.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  } catch (cause) {
    throw new OnrecordError('E_ARCHIVE', `${path} is no whole Word document. Save or download it again.`, { cause })
  }
}
