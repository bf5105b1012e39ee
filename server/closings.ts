import { closeBoards } from './board/phases.ts'
import { closeFloor } from './floor/giving.ts'
import type { Closings } from './sessions/running.ts'
import { closeTemperatures } from './temperatures/temperatures.ts'

/** What ends with a session, domain by domain. */
export const CLOSINGS: Closings = [closeFloor, closeBoards, closeTemperatures]
