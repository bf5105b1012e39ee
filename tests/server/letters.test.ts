import { createHash, randomUUID } from 'node:crypto'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListView } from '../../shared/question-lists.ts'
import {
  attachLetter,
  clearResponse,
  LETTER_BYTES_MAX,
  LETTER_TYPES,
  moveResponse,
  type ResponseView,
  readLetter,
  readResponse,
  readSubmittedLetter,
  readVersion,
  removeLetter,
} from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { archive, type Part } from '../support/archives.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList, moveDeadline } from '../support/lists.ts'
import { drafted, submits } from '../support/responses.ts'

const [PDF_TYPE, DOCX_TYPE] = LETTER_TYPES
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

let app: TestApp
let people: ReturnType<typeof cast>
let docx: Buffer
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Excellency,')] }] }))
})
afterAll(() => app.close())

async function draft(): Promise<{ list: ListView; response: ResponseView }> {
  const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
  return { list, response: await drafted(people.drafterGhana, list, {}) }
}
type File = { name: string; type: string; content: Buffer }
const attach = (who: CastMember, response: ResponseView, { name, ...file }: File) =>
  who.ask(attachLetter, { params: { responseId: response.id }, query: { name }, file })
const letter = (more: Partial<File> = {}): File => ({ name: 'Note verbale.pdf', type: PDF_TYPE, content: PDF, ...more })
const code = async (asked: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await asked
  return [status, body.code]
}

describe('a letter', () => {
  test('[C10] alone is a response', async () => {
    const { response } = await draft()
    const { body: attached } = await attach(people.drafterGhana, response, letter())
    expect(attached.letter).toMatchObject({
      name: 'Note verbale.pdf',
      type: PDF_TYPE,
      bytes: PDF.length,
      digest: createHash('sha256').update(PDF).digest('hex'),
    })
    expect(attached.digest).not.toBe(response.digest)
    const receipt = await submits(people.headGhana, attached)
    expect(receipt.letter).toEqual(attached.letter)
    expect(receipt.answers).toEqual({ answered: 0, noPosition: 0, seeGroup: 0 })
  })

  test('in Word is taken as Word writes it', async () => {
    const { response } = await draft()
    const word = letter({ name: 'Réponse du Ghana.DOCX', type: DOCX_TYPE, content: docx })
    const { body } = await attach(people.drafterGhana, response, word)
    expect(body.letter).toMatchObject({ name: 'Réponse du Ghana.docx', type: DOCX_TYPE })
  })

  test('[T74] comes back as it was, as an attachment that no browser interprets', async () => {
    const { response } = await draft()
    await attach(people.drafterGhana, response, letter())
    const { raw, headers } = await people.readerGhana.ask(readLetter, { params: { responseId: response.id } })
    expect(raw.equals(PDF)).toBe(true)
    expect(headers['content-type']).toBe(PDF_TYPE)
    expect(headers['content-disposition']).toMatch(/^attachment; /)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  test('of a draft is its delegation’s alone; of a submission staff read it too', async () => {
    const { response } = await draft()
    const { body: attached } = await attach(people.drafterGhana, response, letter())
    const params = { responseId: response.id }
    for (const other of [people.headNorway, people.drafterNorway])
      expect(await code(other.ask(readLetter, { params }))).toEqual([404, 'not_found'])
    expect((await people.staff.ask(readLetter, { params })).status).toBe(403)
    expect(await code(attach(people.headNorway, response, letter()))).toEqual([404, 'not_found'])

    await submits(people.headGhana, attached)
    const [submission] = await app.sql<{ id: string }>('select id from submissions where response_id = $1', [
      response.id,
    ])
    const submitted = { params: { submissionId: submission?.id ?? '' } }
    expect((await people.staff.ask(readSubmittedLetter, submitted)).raw.equals(PDF)).toBe(true)
    expect((await people.readerGhana.ask(readSubmittedLetter, submitted)).raw.equals(PDF)).toBe(true)
    expect(await code(people.headNorway.ask(readSubmittedLetter, submitted))).toEqual([404, 'not_found'])
  })

  test('voids a clearance when it is attached or removed', async () => {
    const { response } = await draft()
    const { body: attached } = await attach(people.drafterGhana, response, letter())
    const clear = (digest: string) =>
      people.headGhana.ask(clearResponse, {
        params: { responseId: response.id },
        body: { commandId: randomUUID(), digest },
      })
    expect((await clear(attached.digest)).body.state).toBe('cleared')
    const other = Buffer.concat([PDF, Buffer.from('\n')])
    const { body: replaced } = await attach(people.drafterGhana, response, letter({ content: other }))
    expect(replaced).toMatchObject({ state: 'draft', clearedAt: null })
    expect((await clear(attached.digest)).body.code).toBe('cleared_text_changed')
    expect((await clear(replaced.digest)).status).toBe(200)
    const removed = await people.drafterGhana.does(removeLetter, { params: { responseId: response.id } })
    expect(removed).toMatchObject({ state: 'draft', letter: null })
    // What was never submitted is gone.
    expect(
      await app.sql('select 1 from letters where delegation_id = $1 and not submitted and digest = $2', [
        response.delegationId,
        replaced.letter?.digest,
      ]),
    ).toEqual([])
  })

  test('stays with the version it was submitted with', async () => {
    const { response } = await draft()
    await submits(people.headGhana, (await attach(people.drafterGhana, response, letter())).body)
    expect(await code(attach(people.drafterGhana, response, letter()))).toEqual([409, 'already_submitted'])
    await people.drafterGhana.does(moveResponse, {
      params: { responseId: response.id },
      body: { commandId: randomUUID(), move: 'amend' },
    })
    const other = letter({ name: 'Second.pdf', content: Buffer.concat([PDF, Buffer.from('\n')]) })
    const { body: amended } = await attach(people.drafterGhana, response, other)
    await submits(people.headGhana, amended)
    const version = (number: number) =>
      people.headGhana.does(readVersion, { params: { responseId: response.id, version: number } })
    expect((await version(1)).receipt.letter?.name).toBe('Note verbale.pdf')
    expect((await version(2)).receipt.letter?.name).toBe('Second.pdf')
    await expect(app.sql('delete from letters where submitted')).rejects.toThrow('kept')
    await expect(app.sql(`update letters set content = 'x' where submitted`)).rejects.toThrow('not changed')
  })

  test('of a dropped amendment goes, and the submitted one is back', async () => {
    const { response } = await draft()
    const { body: attached } = await attach(people.drafterGhana, response, letter())
    await submits(people.headGhana, attached)
    const move = (wanted: 'amend' | 'drop_amendment') =>
      people.drafterGhana.does(moveResponse, {
        params: { responseId: response.id },
        body: { commandId: randomUUID(), move: wanted },
      })
    await move('amend')
    await attach(people.drafterGhana, response, letter({ name: 'Dropped.pdf' }))
    expect((await move('drop_amendment')).letter).toEqual(attached.letter)
    expect(await app.sql(`select 1 from letters where name = 'Dropped.pdf'`)).toEqual([])
  })

  test('is a drafter’s to attach, not a reader’s, and only while the list takes responses', async () => {
    const { list, response } = await draft()
    expect(await code(attach(people.readerGhana, response, letter()))).toEqual([403, 'forbidden'])
    await app.sql(`update question_lists set closed_at = now(), state = 'closed' where id = $1`, [list.id])
    await moveDeadline(app, list.id, -1)
    expect(await code(attach(people.drafterGhana, response, letter()))).toEqual([409, 'list_closed'])
  })
})

describe('what is no letter', () => {
  let response: ResponseView
  beforeAll(async () => {
    response = (await draft()).response
  })
  const trying = (more: Partial<File>) => attach(people.drafterGhana, response, letter(more))
  const refused = (more: Partial<File>) => code(trying(more))
  const NO_DOCUMENT = [400, 'not_a_document']

  test('[T74] wrong first bytes, two things in one file, and a name that says something else are refused', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
    for (const content of [html, svg, png, Buffer.from('%PDF-1.7'), Buffer.concat([html, PDF]), Buffer.alloc(0)])
      expect(await refused({ content })).toEqual(NO_DOCUMENT)
    const page = Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF')
    expect(await refused({ content: page })).toEqual(NO_DOCUMENT)
    expect(await refused({ content: Buffer.concat([PDF, docx]) })).toEqual(NO_DOCUMENT)
    expect(await refused({ content: Buffer.concat([PDF, archive([], { comment: '%%EOF' })]) })).toEqual(NO_DOCUMENT)
    expect(await refused({ content: docx })).toEqual(NO_DOCUMENT)
    for (const name of ['letter.pdf.exe', 'letter.exe.pdf', 'letter.html.pdf', 'letter', 'letter.docx'])
      expect(await refused({ name })).toEqual(NO_DOCUMENT)
    expect((await trying({ name: 'Note of 12.5.2017.pdf' })).status).toBe(200)
  })

  test('other types and too many bytes are refused before anything is looked at', async () => {
    expect(await refused({ type: 'image/svg+xml' })).toEqual([415, 'wrong_media_type'])
    expect(await refused({ type: 'text/html' })).toEqual([415, 'wrong_media_type'])
    const large = Buffer.alloc(LETTER_BYTES_MAX + 2, ' ')
    PDF.copy(large)
    expect(await refused({ content: large })).toEqual([413, 'too_large'])
  })

  test('a name keeps no path and no direction mark', async () => {
    expect((await trying({ name: '../../etc/Note.pdf' })).body.letter?.name).not.toMatch(/[/\\]/)
    expect(await refused({ name: 'Note\u202efdp.pdf' })).toEqual([400, 'direction_marks'])
  })

  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const word: Part[] = [
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: '<?xml version="1.0"?><w:document/>' },
  ]
  const packed = (parts: Part[], options = {}) =>
    trying({ name: 'Note.docx', type: DOCX_TYPE, content: archive(parts, options) })

  test('[T75] archives that lie, point outside, hide something or would swell are refused without unpacking them', async () => {
    expect((await packed(word)).status).toBe(200)
    const wrong: Record<string, Part[]> = {
      'no text': word.slice(0, 1),
      'no types': word.slice(1),
      'a path upwards': [...word, { name: '../../evil.xml' }],
      'an absolute path': [...word, { name: '/etc/passwd' }],
      'a drive': [...word, { name: 'C:\\evil.xml' }],
      'a link': [...word, { name: 'word/link', content: '/etc/passwd', claims: { mode: 0o120777 } }],
      'an encrypted part': [...word, { name: 'word/x.xml', claims: { flags: 0x801 } }],
      'an unknown method': [...word, { name: 'word/x.xml', claims: { method: 12 } }],
      'two parts of one name': [...word, { name: 'word/document.xml', content: '<other/>' }],
      'a part of 4 GB': [...word, { name: 'word/x.xml', claims: { size: 0xffff_fff0 } }],
      'many parts': [...word, ...Array.from({ length: 2_000 }, (_, n) => ({ name: `word/${n}.xml` }))],
      macros: [...word, { name: 'word/vbaProject.bin', content: 'x' }],
      'an archive in it': [...word, { name: 'word/inner.zip', content: archive(word) }],
      entities: [
        word[0]!,
        {
          name: 'word/document.xml',
          content: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
        },
      ],
      'entities in its types': [{ name: '[Content_Types].xml', content: `<!DOCTYPE x>${types}` }, word[1]!],
      'no XML': [word[0]!, { name: 'word/document.xml', content: 'MZ' }],
      'macros by type': [
        { name: '[Content_Types].xml', content: types.replace('document.main', 'document.macroEnabled.main') },
        word[1]!,
      ],
    }
    for (const [name, parts] of Object.entries(wrong))
      expect([name, ...(await code(packed(parts)))]).toEqual([name, ...NO_DOCUMENT])
  })

  test('[T75] an archive with something before, between or behind its parts is refused', async () => {
    const whole = archive(word)
    const word0 = (content: Buffer) => refused({ name: 'Note.docx', type: DOCX_TYPE, content })
    expect(await word0(Buffer.concat([Buffer.from('MZ'), whole]))).toEqual(NO_DOCUMENT)
    expect(await word0(Buffer.concat([whole, Buffer.from('tail')]))).toEqual(NO_DOCUMENT)
    expect(await word0(whole.subarray(0, whole.length - 30))).toEqual(NO_DOCUMENT)
    expect(await word0(PDF)).toEqual(NO_DOCUMENT)
  })

  test('[T75] a bomb of zeros is neither unpacked nor kept', async () => {
    const zeros = Buffer.alloc(120_000_000)
    const bomb = archive([word[0]!, { name: 'word/document.xml', content: zeros }])
    const before = process.memoryUsage().arrayBuffers
    expect(await code(trying({ name: 'Note.docx', type: DOCX_TYPE, content: bomb }))).toEqual(NO_DOCUMENT)
    // The archive lies about its size: what is looked at is bounded all the same.
    const liar = archive([word[0]!, { name: 'word/document.xml', content: zeros, claims: { size: 1_000 } }])
    expect((await code(trying({ name: 'Note.docx', type: DOCX_TYPE, content: liar })))[0]).toBe(400)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000)
    expect(
      (await people.drafterGhana.does(readResponse, { params: { responseId: response.id } })).letter?.bytes,
    ).toBeLessThan(10_000)
  })
})
