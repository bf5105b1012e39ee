import type { SlotView } from '@consultation/shared/retreats.ts'

/** One meeting is spoken of as one. */
export const RUNNING_WORDS = {
  breakouts: {
    open: 'open_all',
    isOpen: 'all_are_open',
    close: 'close_all',
    extended: 'all_extended',
    shortened: 'all_shortened',
    message: 'message_all',
    messageHelp: 'message_text_help',
    send: 'send_message',
    isSent: 'message_is_sent',
  },
  plenary: {
    open: 'open_meeting',
    isOpen: 'meeting_is_open',
    close: 'close_meeting',
    extended: 'meeting_extended',
    shortened: 'meeting_shortened',
    message: 'message_room',
    messageHelp: 'message_room_help',
    send: 'send_to_room',
    isSent: 'message_in_room',
  },
} as const satisfies Record<SlotView['kind'], Record<string, string>>
