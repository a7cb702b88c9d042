import type { Channel } from '#shared/dossiers/events.ts'

export const channelWords: Record<Channel, string> = { online: 'Qua mạng', counter: 'Tại quầy', post: 'Bưu chính' }
