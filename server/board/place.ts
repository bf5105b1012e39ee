import { randomInt } from 'node:crypto'

const PLACES = 2 ** 48 - 1

/**
 * Where a card will stand. From the source of keys: the room reads all places, and from those of an ordinary generator the
 * order in which cards were written could be worked out.
 */
export const drawnPlace = () => randomInt(PLACES) / PLACES
