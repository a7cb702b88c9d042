/** Outlines on a grid of 24, drawn for the desk. Always beside words, so hidden from screen readers. */
const outlines = {
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  next: <path d="m9 5 7 7-7 7" />,
  back: <path d="m15 5-7 7 7 7" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 2" />
    </>
  ),
  check: <path d="m5 12.5 5 5 9-11" />,
  done: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.5 3 3 5.5-6.5" />
    </>
  ),
  yours: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5v5.5M12 16.4v.1" />
    </>
  ),
  late: <path d="M12 4 3 20h18L12 4Zm0 6v5m0 2.6v.1" />,
  paused: <path d="M9 6v12M15 6v12" />,
  refused: <path d="m6 6 12 12M18 6 6 18" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.6v.1" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15" r="4.5" />
      <path d="m11.5 11.5 8-8M16 7l3 3M13.5 9.5l2 2" />
    </>
  ),
  bed: <path d="M3 18V6M3 14h18v4M21 14v-2a4 4 0 0 0-4-4h-6v6M7 11.6v.1" />,
  house: <path d="m3 11 9-7 9 7M5.5 9.5V20h13V9.5M10 20v-6h4v6" />,
  paper: <path d="M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6M9 16h6" />,
  road: <path d="M8 3 4 21M16 3l4 18M12 4v3M12 10.5v3M12 17v3" />,
  split: <path d="M12 21v-7M12 14 5 8V3M12 14l7-6V3M2.5 5.5 5 3l2.5 2.5M16.5 5.5 19 3l2.5 2.5" />,
  phone: <path d="M5 3h4l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2Z" />,
  camera: (
    <>
      <path d="M3 8h4l1.5-3h7L17 8h4v12H3V8Z" />
      <circle cx="12" cy="13.5" r="3.5" />
    </>
  ),
  file: <path d="M6 3h8l4 4v14H6V3Zm8 0v4h4M12 18v-6m-2.5 2.5L12 12l2.5 2.5" />,
  place: (
    <>
      <path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21Z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 21a8 8 0 0 1 16 0" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  copy: <path d="M9 9h11v11H9V9ZM15 9V4H4v11h5" />,
  print: <path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z" />,
  download: <path d="M12 4v11m-4.5-4.500L12 15l4.5-4.500M4 20h16" />,
  offline: (
    <path d="M4 4l16 16M9 16.500a4.5 4.5 0 0 1 6 0M12 20v.1M5.5 13a9.5 9.5 0 0 1 4-2.300M2.5 9.500A14 14 0 0 1 7 6.800M12 5.800a14 14 0 0 1 9.5 3.7" />
  ),
} as const

export type IconName = keyof typeof outlines

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`.trim()} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {outlines[name]}
    </svg>
  )
}
