import { PageHead } from '../ui/PageHead.tsx'
import { useWords } from '../words/index.ts'
import { PasswordSection } from './PasswordSection.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { SignInsSection } from './SignInsSection.tsx'

export function AccountPage() {
  const t = useWords('account')
  return (
    <div className="column">
      <PageHead title={t('account_title')} />
      <div className="sections">
        <SettingsSection />
        <PasswordSection />
        <SignInsSection />
      </div>
    </div>
  )
}
