import type { Paper } from '@consultation/shared/exports.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { type ReactNode, useState } from 'react'
import { FileList, FileRequest } from '../FileRequest.tsx'
import { Empty } from '../ui/Empty.tsx'
import { RadioGroup } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useWords } from '../words/index.ts'

type Wished = Parameters<Parameters<typeof FileRequest>[0]['onMake']>[0]
type Props<P extends Paper> = {
  of: Translated
  link: ReactNode
  papers: readonly [P, ...P[]]
  exports: Parameters<typeof FileList>[0]['exports']
  making: Parameters<typeof FileRequest>[0]['making']
  onMake: (wished: Wished & { paper: P }) => unknown
  onChanged: () => unknown
}

const PAPER = {
  findings: ['paper_findings', 'paper_findings_help'],
  convergence: ['paper_convergence', 'paper_convergence_help'],
  report_backs: ['paper_report_backs', 'paper_report_backs_help'],
  action_plan: ['paper_action_plan', 'paper_action_plan_help'],
  report: ['paper_report', 'paper_report_help'],
  summary: ['paper_summary', 'paper_summary_help'],
} as const satisfies Record<Paper, readonly [string, string]>

/** Which paper is to be made, as what, and those that were asked for. */
export function Papers<P extends Paper>({ of, link, papers, exports, making, onMake, onChanged }: Props<P>) {
  const t = useWords('papers')
  const reading = useWords('reading')
  const [paper, setPaper] = useState<P>(papers[0])
  return (
    <div className="column">
      <PageHead
        title={t('papers_title')}
        within={{ title: inLanguage(of, t.language).text, link }}
        lead={t('papers_lead')}
      />
      <div className="sections">
        <section className="stack" aria-labelledby="new-paper">
          <h2 id="new-paper">{reading('new_file')}</h2>
          <FileRequest making={making} onMake={(wished) => onMake({ ...wished, paper })} kind="filled">
            {papers.length > 1 ? (
              <RadioGroup
                label={t('which_paper')}
                value={paper}
                onChange={setPaper}
                options={papers.map((value) => ({
                  value,
                  label: t(PAPER[value][0]),
                  help: t(PAPER[value][1]),
                }))}
              />
            ) : (
              <p>{t(PAPER[paper][1])}</p>
            )}
          </FileRequest>
        </section>
        <section aria-labelledby="my-papers">
          <h2 id="my-papers">{reading('my_files')}</h2>
          {exports.length === 0 && (
            <Empty>
              <p>{t('no_papers')}</p>
            </Empty>
          )}
          <FileList
            exports={exports}
            onChanged={onChanged}
            nameOf={({ paper }) => (paper === null ? '' : t(PAPER[paper][0]))}
          />
        </section>
      </div>
    </div>
  )
}
