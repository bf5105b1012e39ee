import { useMemo } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLanguage, useWords } from '../words/index.ts'
import type { Option } from './Field.tsx'

type Props<V extends string> = {
  label: string
  help?: string
  value: V | null
  onChange: (value: V | null) => void
  options: readonly Option<V>[]
}

/** One of many, found by typing. Weighs 40 kB: for staff pages and what is opened on demand; elsewhere `Select`. */
export function Combobox<V extends string>({ label, help, value, onChange, options }: Props<V>) {
  const t = useWords()
  const language = useLanguage()
  const items = useMemo(() => options.map(({ value: id, label: name }) => ({ id, name })), [options])
  return (
    <I18nProvider locale={language}>
      <ComboBox
        className="field combobox"
        defaultItems={items}
        selectedKey={value}
        onSelectionChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
        menuTrigger="focus"
      >
        <Label className="field-label">{label}</Label>
        {help && (
          <Text slot="description" className="field-help">
            {help}
          </Text>
        )}
        <Input className="input" />
        <Popover offset={4}>
          <ListBox className="combobox-list" renderEmptyState={() => <p className="quiet">{t('no_matches')}</p>}>
            {(item: { id: V; name: string }) => <ListBoxItem id={item.id}>{item.name}</ListBoxItem>}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
