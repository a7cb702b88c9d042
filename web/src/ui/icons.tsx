/**
 * The desk's few signs, drawn on a grid of 16 and in the colour of their words. Each stands beside a word, so none
 * has a name of its own for screen readers.
 */
const shapes = {
  clock: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.5 1.75" />
    </>
  ),
  dot: <circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="none" />,
  arrived: <path d="M8 2.5v10M4 8.75l4 4 4-4" strokeWidth="1.75" />,
  check: <path d="m3 8.5 3.25 3.25L13 4.75" strokeWidth="2" />,
  doubleCheck: <path d="m1.5 8.5 3 3L10.5 5M7.5 11l.75.75L14.5 5" strokeWidth="1.75" />,
  warning: <path d="M8 2 14.5 13.5h-13Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" strokeWidth="1.75" />,
  pen: <path d="m3 13 .75-3L11 2.75 13.25 5 6 12.25 3 13Z" strokeLinejoin="round" />,
  back: <path d="M6.5 3.5 2.5 7.5l4 4M3 7.5h6.5a3.5 3.5 0 0 1 0 7H8" />,
  coin: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5.75 10.25h4.5M8 4.5v4.25M6.25 6h3.5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.25 3.25" />
    </>
  ),
  paper: <path d="M4 1.75h5.25L12.5 5v9.25h-8.5ZM9 2v3.25h3.25M6 8h4.25M6 10.75h4.25" strokeLinejoin="round" />,
  print: <path d="M4.5 6V2h7v4M4.5 11.5H2.25V6h11.5v5.5H11.5M4.5 9.5h7V14h-7Z" strokeLinejoin="round" />,
  zoomIn: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.25 3.25M7 5v4M5 7h4" />
    </>
  ),
  zoomOut: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.25 3.25M5 7h4" />
    </>
  ),
  turn: <path d="M12.75 8.5A4.75 4.75 0 1 1 11.5 5L13 6.5M13.25 2.75V6.5H9.5" />,
  up: <path d="m3.5 10 4.5-4.5 4.5 4.5" strokeWidth="1.75" />,
  next: <path d="m6 3.5 4.5 4.5L6 12.5" strokeWidth="1.75" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.75M8 13.25V15M1 8h1.75M13.25 8H15M3 3l1.25 1.25M11.75 11.75 13 13M3 13l1.25-1.25M11.75 4.25 13 3" />
    </>
  ),
  moon: <path d="M13.25 9.75A5.75 5.75 0 0 1 6.25 2.75a5.75 5.75 0 1 0 7 7Z" strokeLinejoin="round" />,
  rows: <path d="M2 4h12M2 8h12M2 12h12" />,
  open: <path d="M9 2.5h4.5V7M13.25 2.75 7.5 8.5M11.5 9v4.5h-9v-9H7" strokeLinejoin="round" />,
  download: <path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />,
} as const

export type IconName = keyof typeof shapes

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
