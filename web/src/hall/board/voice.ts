import { type Clip, spokenCall } from '#shared/tickets/spoken-call.ts'

/** The recorded clips, each a file of its own: README.md says how to record others. */
const files = import.meta.glob<string>('../clips/*.mp3', { eager: true, query: '?url', import: 'default' })
const addressOf = (clip: Clip) => files[`../clips/${clip}.mp3`]
const pauseSeconds = 0.06

/** Speaks calls one after the other, clip by clip without a gap that a busy machine could stretch. */
export interface Voice {
  call(label: string, counter: number): void
}

/** Opens the loudspeaker. Browsers allow it only in answer to a touch or a click, so a button calls this. */
export async function openVoice(): Promise<Voice> {
  const audio = new AudioContext()
  await audio.resume()
  const known = new Map<Clip, Promise<AudioBuffer>>()
  const load = (clip: Clip) => {
    const loading = known.get(clip) ?? fetchClip(audio, clip)
    known.set(clip, loading)

    return loading
  }
  let freeAt = 0
  let queue = Promise.resolve()

  return {
    call(label, counter) {
      queue = queue
        .then(async () => {
          const buffers = await Promise.all(spokenCall(label, counter).map(load))
          let at = Math.max(freeAt, audio.currentTime + 0.05)
          for (const buffer of buffers) {
            const source = audio.createBufferSource()
            source.buffer = buffer
            source.connect(audio.destination)
            source.start(at)
            at += buffer.duration + pauseSeconds
          }
          freeAt = at + 0.6
        })
        // A clip that is missing must not silence the calls after it; the number is on the screen.
        .catch(() => undefined)
    },
  }
}

async function fetchClip(audio: AudioContext, clip: Clip): Promise<AudioBuffer> {
  const address = addressOf(clip)
  if (!address) throw new Error(`there is no clip ${clip}`)
  const answer = await fetch(address)

  return audio.decodeAudioData(await answer.arrayBuffer())
}
