import { type Block, Blocks } from '@consultation/shared/text.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extensions } from '../../client/editor/editor-schema.ts'
import { blocksFrom, type ProseNode, proseOf } from '../../client/editor/prose.ts'

test('a text goes into the editor and comes back as it was', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', content: [{ text: 'One ' }, { text: 'bold', bold: true }, { text: ' word.' }] },
    {
      kind: 'list',
      ordered: true,
      items: [
        [{ kind: 'paragraph', content: [{ text: 'first' }] }],
        [
          { kind: 'paragraph', content: [{ text: 'second' }] },
          { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', content: [{ text: 'within' }] }]] },
        ],
      ],
    },
    { kind: 'quotation', content: [{ kind: 'paragraph', content: [{ text: 'said', italic: true }] }] },
    { kind: 'paragraph', content: [{ text: 'the Charter', link: 'https://www.un.org/en/about-us/un-charter' }] },
  ]
  expect(blocksFrom(proseOf(blocks))).toEqual(blocks)
})

test('any text that the contract takes comes back, except for empty lines around it', () => {
  const run = fc.record({ text: fc.string({ minLength: 1, maxLength: 20 }) })
  const paragraph = fc.record({
    kind: fc.constant('paragraph' as const),
    content: fc.array(run, { minLength: 1, maxLength: 1 }),
  })
  const block = fc.letrec<{ block: Block; items: Block[][] }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      paragraph,
      fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: tie('items') }),
      fc.record({
        kind: fc.constant('quotation' as const),
        content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
      }),
    ),
    items: fc.array(
      fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, rest]) => [first, ...rest]),
      { minLength: 1, maxLength: 3 },
    ),
  })).block
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      expect(blocksFrom(proseOf(blocks))).toEqual(blocks)
    }),
    { seed: 2017 },
  )
})

test('an emptied editor is a blank answer', () => {
  expect(blocksFrom(proseOf([]))).toEqual([])
  expect(blocksFrom({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph', content: [] }] })).toEqual([])
})

test('lists deeper than a text may hold become paragraphs, and the contract takes what remains', () => {
  let inner: ProseNode = { type: 'paragraph', content: [{ type: 'text', text: 'at the bottom' }] }
  for (let depth = 0; depth < 9; depth++) {
    inner = { type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }
  }
  const blocks = blocksFrom({ type: 'doc', content: [inner] })
  expect(JSON.stringify(blocks)).toContain('at the bottom')
  expect(Blocks.safeParse(blocks).success).toBe(true)
})

test('the editor knows nothing that a text cannot hold', () => {
  expect(extensions.map(({ name }) => name).sort()).toEqual(
    [
      ...['doc', 'paragraph', 'text', 'blockquote', 'bulletList', 'orderedList', 'listItem'],
      ...['bold', 'italic', 'link', 'undoRedo'],
    ].sort(),
  )
})
