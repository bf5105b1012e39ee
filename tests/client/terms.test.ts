import { LANGUAGES } from '@consultation/shared/languages.ts'
import { expect, test } from 'vitest'
import { words as ar } from '../../client/words/answering/ar.ts'
import { words as en } from '../../client/words/answering/en.ts'
import { words as es } from '../../client/words/answering/es.ts'
import { words as fr } from '../../client/words/answering/fr.ts'
import { words as ru } from '../../client/words/answering/ru.ts'
import { words as zh } from '../../client/words/answering/zh.ts'
import { COMPILATION_WORDS } from '../../server/exports/compilation-words.ts'
import { EXPORT_WORDS } from '../../server/exports/words.ts'

const pages = { ar, en, es, fr, ru, zh }

test('a page and the file made from it call a version by the same word', () => {
  for (const language of LANGUAGES) expect(EXPORT_WORDS[language].version).toBe(pages[language].version)
})

// What is said in a meeting is 发言; what a group submits in reply to a list, and others align themselves with, is not said.
test('in Chinese the written statement of a group is one word on pages and in files', () => {
  const pageSays = [zh.group_statements, zh.align_with, zh.see_group_named, zh.roster]
  const { unnamed_see_group, delivered_by, aligned_with } = COMPILATION_WORDS.zh
  for (const sentence of [...pageSays, EXPORT_WORDS.zh.see_statement, unnamed_see_group, delivered_by, aligned_with]) {
    expect(sentence).toContain('声明')
    expect(sentence).not.toContain('发言')
  }
})
