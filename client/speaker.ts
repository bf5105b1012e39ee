import type { Capacity } from '@consultation/shared/responses.ts'
import type { Translated } from '@consultation/shared/text.ts'

type Speaking = { capacity: Capacity; groupName: Translated | null }

/** For whom a response speaks: the State by its name, a group by its own. */
export function speakerOf({ capacity, groupName }: Speaking, delegation: Translated): Translated {
  switch (capacity.kind) {
    case 'national':
      return delegation
    case 'group':
      return groupName ?? {}
    case 'ad_hoc':
      return groupName ?? { en: capacity.name }
  }
}
