import { EXPORT_FORMATS, type ExportFormat, type ExportView } from '@consultation/shared/exports.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { type ReactNode, useState } from 'react'
import type { RefusalError } from './api.ts'
import { ExportLine, FORMAT } from './ExportLine.tsx'
import { useStream } from './live.ts'
import { useMe } from './me.tsx'
import { announce } from './ui/Announcer.tsx'
import { Button } from './ui/Button.tsx'
import { RadioGroup, Select } from './ui/Field.tsx'
import { RefusalNotice } from './ui/Notice.tsx'
import { useWords } from './words/index.ts'

type Props = {
  making: { status: string; refusal: RefusalError | null }
  onMake: (wished: { format: ExportFormat; language: Language }) => unknown
  /** What each format is good for. */
  help?: boolean
  languageHelp?: string
  kind?: 'filled'
  /** What is asked besides. */
  children?: ReactNode
}

/** In which format and language a file is to be made. */
export function FileRequest({ making, onMake, help = false, languageHelp, kind, children }: Props) {
  const t = useWords('reading')
  const [format, setFormat] = useState<ExportFormat>('docx')
  const [language, setLanguage] = useState<Language>(t.language)
  return (
    <>
      {children}
      <RadioGroup
        label={t('file_format')}
        value={format}
        onChange={setFormat}
        options={EXPORT_FORMATS.map((value) => ({
          value,
          label: t(FORMAT[value][0]),
          ...(help ? { help: t(FORMAT[value][1]) } : {}),
        }))}
      />
      <Select
        label={t('file_language')}
        {...(languageHelp ? { help: languageHelp } : {})}
        value={language}
        onChange={setLanguage}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <RefusalNotice refusal={making.refusal} />
      <div>
        <Button
          {...(kind ? { kind } : {})}
          busy={making.status === 'sending'}
          onClick={() => void onMake({ format, language })}
        >
          {t('make_file')}
        </Button>
      </div>
    </>
  )
}

type ListProps = {
  exports: readonly ExportView[]
  onChanged: () => unknown
  /** What a file is, where there are several kinds. */
  nameOf?: (one: ExportView) => string
}

/** Files that were asked for, each with how far it is. */
export function FileList({ exports, onChanged, nameOf }: ListProps) {
  const t = useWords('reading')
  const { person } = useMe()
  useStream(
    streams.person(person.id),
    () => void onChanged(),
    ({ kind }) => {
      if (kind === 'export.ready') announce(t('file_is_ready'))
      if (kind === 'export.failed') announce(t('file_failed'))
    },
  )
  if (exports.length === 0) return null
  return (
    <ul className="export-list">
      {exports.map((one) => (
        <ExportLine key={one.id} of={one} onChanged={onChanged} {...(nameOf ? { name: nameOf(one) } : {})} />
      ))}
    </ul>
  )
}
