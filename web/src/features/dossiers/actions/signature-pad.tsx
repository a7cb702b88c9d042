import { type PointerEvent, useEffect, useRef } from 'react'

interface SignaturePadProps {
  label: string
  /** The drawing as a PNG in base64; empty when the pad was cleared. */
  onChange: (png: string) => void
}

/** Twice as fine as it is shown, so that the line stays smooth on paper. */
const size = { width: 600, height: 200 } as const

/** A field to sign in with finger, pen or mouse. */
export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const isDown = useRef(false)

  useEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!context) return
    context.lineWidth = 3
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.strokeStyle = '#12305c'
  }, [])

  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = currentTarget.getBoundingClientRect()

    return [((clientX - box.left) / box.width) * size.width, ((clientY - box.top) / box.height) * size.height]
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    isDown.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    const context = event.currentTarget.getContext('2d')
    const [x, y] = pointOf(event)
    context?.beginPath()
    context?.moveTo(x, y)
    // A dot is a mark too.
    context?.lineTo(x + 0.1, y)
    context?.stroke()
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!isDown.current) return
    const context = event.currentTarget.getContext('2d')
    context?.lineTo(...pointOf(event))
    context?.stroke()
  }
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!isDown.current) return
    isDown.current = false
    onChange(event.currentTarget.toDataURL('image/png').split(',')[1] ?? '')
  }
  const clear = () => {
    ref.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    onChange('')
  }

  return (
    <div className="field">
      <p>{label}</p>
      <canvas
        ref={ref}
        className="signature-pad"
        role="img"
        aria-label={label}
        {...size}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <button type="button" className="quiet" onClick={clear}>
        Xóa, ký lại
      </button>
    </div>
  )
}
