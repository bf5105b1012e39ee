import { streams } from '@consultation/shared/live.ts'
import { listHeads, listOffice } from '@consultation/shared/people.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { HeadsSection } from './HeadsSection.tsx'
import { OfficeSection } from './OfficeSection.tsx'
import './people.css'

/** Who may do what: the heads of the delegations, whom the office invites, and the office itself. */
export function PeoplePage() {
  const t = useWords('people')
  const { office } = useMe()
  useStream(office.includes('administrator') ? streams.people : null, () => {
    void refresh(listHeads)
    void refresh(listOffice)
  })
  return (
    <>
      <PageHead title={t('nav_people')} lead={t('people_lead')} />
      <div className="sections">
        <OfficeSection />
        <HeadsSection />
      </div>
    </>
  )
}
