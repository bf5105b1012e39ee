import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { takesGzip, writerOf } from '../../server/kept-bytes.ts'

let parsed = 0
const Thing = z.object({ id: z.string(), text: z.string().refine(() => ++parsed > 0) })
const View = z.object({
  things: z.array(Thing),
  places: z.array(z.string()),
  who: z.string(),
  own: z.array(z.string()),
})

const things = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `${n}`, text: `Thing ${n} œ` }))
const view = (count: number, own: string[] = []) => ({ things: things(count), places: ['a'], who: 'GHA', own })
const read = async (payload: Buffer | Readable) => (payload instanceof Readable ? buffer(payload) : payload)

describe('a reply of which most does not change', () => {
  const write = writerOf(View, ['things', 'places'])

  test.each([
    [0, 0],
    [3, 1],
    [200, 0],
    [200, 900],
    [4_000, 3],
    [4_000, 9_000],
  ])('with %i things of everybody and %i of one’s own says the same, packed and not', async (count, own) => {
    const said = view(
      count,
      things(own).map(({ text }) => text),
    )
    for (const gzip of [false, true]) {
      const { payload, length, gzipped } = await write(said, gzip)
      const bytes = await read(payload)
      expect(bytes.length).toBe(length)
      expect(JSON.parse((gzipped ? gunzipSync(bytes) : bytes).toString())).toEqual(said)
      if (gzipped) expect(length).toBeLessThan(Buffer.byteLength(JSON.stringify(said)))
    }
  })

  test('[P8] what the schema does not name does not leave, kept or not', async () => {
    const said = { ...view(2), secret: 'x', things: [{ id: '1', text: 'a', secret: 'x' }] }
    for (let time = 0; time < 2; time++)
      expect((await read((await write(said, false)).payload)).toString()).not.toContain('secret')
  })

  test('the same things are written once, and others for whoever is shown others', async () => {
    const said = view(50)
    await write(said, true)
    const before = parsed
    await write({ ...said, who: 'NOR' }, true)
    expect(parsed).toBe(before)
    const other = { ...said, places: ['b'] }
    expect(JSON.parse((await read((await write(other, false)).payload)).toString())).toEqual(other)
  })

  test.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, gzip;q=0.8, *;q=0.1', true],
    ['br', false],
    ['gzip;q=0, br', false],
    ['gzip; q=0.0', false],
    [undefined, false],
  ])('accept-encoding %s', (accepted, takes) => {
    expect(takesGzip(accepted)).toBe(takes)
  })
})
