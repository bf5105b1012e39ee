import {
  type DelegationView,
  type GroupView,
  listDelegations,
  listGroups,
  type RegionalGroup,
} from '@consultation/shared/people.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useMemo } from 'react'
import { useView } from './use-call.ts'
import { useLanguage } from './words/index.ts'

/** The delegations, by id and in the alphabetical order of the reader's language. Waits for them (Suspense). */
export function useDelegations(): {
  sorted: DelegationView[]
  inProtocolOrder: DelegationView[]
  nameOf: (id: string) => Translated
  delegationOf: (id: string) => DelegationView | undefined
} {
  const { delegations } = useView(listDelegations, {})
  const language = useLanguage()
  return useMemo(() => {
    const byId = new Map(delegations.map((one) => [one.id, one]))
    const { compare } = new Intl.Collator(language)
    const named = (one: DelegationView) => inLanguage(one.names, language).text
    return {
      sorted: [...delegations].sort((a, b) => compare(named(a), named(b))),
      inProtocolOrder: delegations,
      nameOf: (id) => byId.get(id)?.names ?? {},
      delegationOf: (id) => byId.get(id),
    }
  }, [delegations, language])
}

/** The groups that speak together, with their members of today. Waits for them (Suspense). */
export function useGroups(): {
  groups: GroupView[]
  groupOf: (id: string) => GroupView | undefined
  /** A regional group by the name the Organization gives it. */
  regionName: (region: RegionalGroup) => Translated
} {
  const { groups } = useView(listGroups, { query: {} })
  return useMemo(() => {
    const byId = new Map(groups.map((one) => [one.id, one]))
    return {
      groups,
      groupOf: (id) => byId.get(id),
      regionName: (region) => groups.find(({ key }) => key === region)?.names ?? {},
    }
  }, [groups])
}
