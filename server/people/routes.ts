import {
  addGroup,
  addGroupSpeaker,
  changeMembership,
  inviteHead,
  inviteMember,
  inviteOffice,
  listDelegations,
  listGroups,
  listHeads,
  listMembers,
  listOffice,
  removeGroupSpeaker,
  removeMember,
  removeOffice,
} from '@consultation/shared/people.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { presentDelegations } from './delegations.ts'
import * as groups from './groups.ts'
import * as invitations from './invitations.ts'
import * as mission from './mission.ts'
import * as office from './office.ts'

const DONE = { done: true } as const

export function peopleRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listDelegations, ({ read }) =>
    read(async (tx, now) => ({ delegations: await presentDelegations(tx, now) })),
  )
  answer(app, parts, listGroups, ({ query, read }) =>
    read(async (tx, now) => ({ groups: await groups.presentGroups(tx, query.on ?? groups.dayOf(now)) })),
  )
  answer(app, parts, addGroup, ({ body, work }) => work((w) => groups.add(w, body)))
  answer(app, parts, addGroupSpeaker, ({ params, body, work }) =>
    work((w) => groups.addSpeaker(w, params.groupId, body)),
  )
  answer(app, parts, removeGroupSpeaker, ({ params, work }) =>
    work((w) => groups.removeSpeaker(w, params.groupId, params.speakerId)),
  )

  answer(app, parts, listMembers, ({ caller, read }) =>
    read(async (tx, now) => ({
      members: await mission.presentMission(tx, caller, now),
      may: {
        invite: may(caller, 'mission.manage'),
        appointHead: may(caller, 'mission.manage') && (await invitations.isHead(tx, caller, now)),
      },
    })),
  )
  answer(app, parts, inviteMember, ({ body, work }) =>
    work(async (w) => mission.presentInvited(await invitations.inviteMember(w, body), w.caller)),
  )
  answer(app, parts, changeMembership, ({ params, body, work }) =>
    work((w) => mission.change(w, params.membershipId, body)),
  )
  answer(app, parts, removeMember, ({ params, work }) =>
    work(async (w) => {
      await mission.remove(w, params.membershipId)
      return DONE
    }),
  )

  answer(app, parts, listHeads, ({ read }) => read(async (tx, now) => ({ heads: await mission.presentHeads(tx, now) })))
  answer(app, parts, inviteHead, ({ params, body, work }) =>
    work(async (w) => {
      await invitations.inviteHead(w, params.delegationId, body)
      return DONE
    }),
  )
  answer(app, parts, listOffice, ({ caller, read }) => read((tx, now) => office.presentOffice(tx, caller, now)))
  answer(app, parts, inviteOffice, ({ body, work }) =>
    work(async (w) => office.presentInvitedToOffice(await invitations.inviteOffice(w, body))),
  )
  answer(app, parts, removeOffice, ({ params, work }) =>
    work(async (w) => {
      await office.removeFromOffice(w, params.personId, params.role)
      return DONE
    }),
  )
}
