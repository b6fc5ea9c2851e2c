import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './charset.ts'

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : part)))

describe('decode', () => {
  it('reads UTF-8 without being told', () => {
    expect(decode(new TextEncoder().encode('Zürich – 東京'))).toEqual({
      text: 'Zürich – 東京',
      charset: 'utf-8',
      warnings: [],
    })
  })

  it('takes off a byte order mark, which goes before any declaration', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'Oslo'), { contentType: 'text/html; charset=koi8-r' })).toMatchObject({
      text: 'Oslo',
      charset: 'utf-8',
      warnings: [],
    })
    expect(decode(bytes([0xfe, 0xff, 0, 0x4f, 0, 0xf6]))).toMatchObject({ text: 'Oö', charset: 'utf-16be' })
    expect(decode(bytes([0xff, 0xfe, 0x4f, 0, 0xf6, 0]))).toMatchObject({ text: 'Oö', charset: 'utf-16le' })
  })

  it('knows UTF-16 without a mark by its zeros', () => {
    const text = '<p>Malmö</p>'
    const little = Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
    const big = Uint8Array.from([...text].flatMap((letter) => [0, letter.charCodeAt(0)]))
    expect(decode(little)).toMatchObject({ text, charset: 'utf-16le', warnings: [] })
    expect(decode(big)).toMatchObject({ text, charset: 'utf-16be', warnings: [] })
  })

  it('takes the header before what the page declares', () => {
    const page = bytes('<meta charset="iso-8859-5">', [0xe9])
    expect(decode(page, { html: true, contentType: 'text/html; charset="windows-1252"' }).text).toMatch(/é$/)
    expect(decode(page, { html: true }).text).toMatch(/щ$/)
  })

  it('reads a declaration in a meta element, in http-equiv and in XML', () => {
    for (const declaration of [
      '<meta charset=koi8-r>',
      '<META http-equiv="Content-Type" content="text/html; charset=KOI8-R">',
      '<?xml version="1.0" encoding="koi8-r"?>',
    ]) {
      expect(decode(bytes(declaration, [0xcd, 0xc9, 0xd2]), { html: true })).toMatchObject({
        text: `${declaration}мир`,
        charset: 'koi8-r',
        warnings: [],
      })
    }
  })

  it('does not look for a declaration in what is no page, nor far into one', () => {
    expect(decode(bytes('<meta charset=koi8-r>', [0xcd])).charset).toBe('windows-1252')
    expect(decode(bytes(' '.repeat(5000), '<meta charset=koi8-r>', [0xcd]), { html: true }).charset).toBe(
      'windows-1252',
    )
  })

  it('reads East Asian encodings by any of their labels', () => {
    expect(decode(bytes([0x93, 0x8c, 0x8b, 0x9e]), { contentType: 'text/html;charset=x-sjis' })).toMatchObject({
      text: '東京',
      charset: 'shift_jis',
    })
    expect(decode(bytes([0xbc, 0xad, 0xbf, 0xef]), { contentType: 'text/html;charset=euc-kr' }).text).toBe('서울')
    const shifted = bytes([0x1b], '$BEl5~', [0x1b], '(B')
    expect(decode(shifted, { contentType: 'text/html;charset=iso-2022-jp' }).text).toBe('東京')
  })

  it('lets valid UTF-8 win over a wrong declaration, and says so', () => {
    const page = new TextEncoder().encode('<meta charset="iso-8859-1">São Paulo')
    const { text, charset, warnings } = decode(page, { html: true })
    expect(text).toMatch(/São Paulo$/)
    expect(charset).toBe('utf-8')
    expect(warnings.map(({ code }) => code)).toEqual(['W_CHARSET'])
  })

  it('falls back to windows-1252 when the declared encoding fails', () => {
    const found = decode(bytes('caf', [0xe9], ' ', [0x93], 'noir', [0x94]), { contentType: 'text/html; charset=utf-8' })
    expect(found.text).toBe('café “noir”')
    expect(found.charset).toBe('windows-1252')
    expect(found.warnings[0]?.code).toBe('W_CHARSET')
  })

  it('keeps UTF-8 with one letter cut in two', () => {
    const whole = new TextEncoder().encode('ãéîõü ãéîõü')
    const { text, charset, warnings } = decode(whole.subarray(0, whole.length - 1))
    expect([text, charset, warnings.length]).toEqual(['ãéîõü ãéîõ\ufffd', 'utf-8', 1])
  })

  it('ignores a label that no encoding has', () => {
    expect(decode(bytes('Bern'), { contentType: 'text/html; charset=klingon' })).toMatchObject({
      text: 'Bern',
      charset: 'utf-8',
    })
  })

  it('never throws, and gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string(), { nil: undefined }), fc.boolean(), (data, label, html) => {
        const options = { ...(label !== undefined && { contentType: `text/html; charset=${label}` }), html }
        expect(decode(data, options)).toEqual(decode(data, options))
      }),
    )
  })
})
