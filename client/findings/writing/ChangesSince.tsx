import { readFindingVersion, type VersionLine } from '@consultation/shared/findings.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Block } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { Difference } from '../../Difference.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = { version: VersionLine; text: Block[]; language: Language }

/** What is being written against what was published last, as everybody will see it. */
export function ChangesSince({ version, text, language }: Props) {
  const t = useWords('findings')
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('show_difference', { number: version.version })}</summary>
      {open && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Against versionId={version.id} text={text} language={language} />
        </Suspense>
      )}
    </details>
  )
}

function Against({ versionId, text, language }: { versionId: string; text: Block[]; language: Language }) {
  const t = useWords('findings')
  const before = useView(readFindingVersion, { params: { versionId } }).texts[language]
  return before ? (
    <Difference before={before} after={text} language={language} />
  ) : (
    <p className="quiet">{t('not_in_this_language_then')}</p>
  )
}
