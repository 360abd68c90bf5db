/** The drawings of [Icon], on a 20-unit grid, stroke 1.5, round caps. New ones are drawn in the same way. */
export const shapes = {
  alert: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="M10 6.8v3.7M10 13.1v.01" />
    </>
  ),
  "arrow-down": <path d="M10 4v11.6M5 10.8l5 4.9 5-4.9" />,
  "arrow-up": <path d="M10 16V4.4M5 9.2l5-4.9 5 4.9" />,
  at: (
    <>
      <circle cx="10" cy="10" r="2.75" />
      <path d="M12.75 7.25v3.6a2.1 2.1 0 0 0 4.2 0V10a6.95 6.95 0 1 0-2.7 5.5" />
    </>
  ),
  back: <path d="m12 6-4 4 4 4" />,
  ban: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="m5.3 5.3 9.4 9.4" />
    </>
  ),
  bolt: <path d="M11 3.4 4.9 11.2h4.5l-.6 5.4 6.2-7.9h-4.6Z" />,
  check: <path d="m4.5 10.6 3.6 3.6 7.4-8.2" />,
  "check-circle": (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="m7.1 10.2 2.05 2.05 3.85-4.3" />
    </>
  ),
  checks: (
    <>
      <path d="m2.5 10.7 3.1 3.1 6.3-7" />
      <path d="m10.3 13.8 6.8-7.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="M10 6.2V10l2.5 1.7" />
    </>
  ),
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  copy: (
    <>
      <rect x="7" y="7" width="9.25" height="9.25" rx="1.75" />
      <path d="M13 7V5.5a1.75 1.75 0 0 0-1.75-1.75H5.5A1.75 1.75 0 0 0 3.75 5.5v5.75A1.75 1.75 0 0 0 5.5 13H7" />
    </>
  ),
  desktop: (
    <>
      <rect x="2.75" y="3.9" width="14.5" height="9.3" rx="1.75" />
      <path d="M7.4 16.2h5.2M10 13.2v3" />
    </>
  ),
  dots: (
    <g fill="currentColor" stroke="none">
      <circle cx="4.75" cy="10" r="1.4" />
      <circle cx="10" cy="10" r="1.4" />
      <circle cx="15.25" cy="10" r="1.4" />
    </g>
  ),
  down: <path d="m6 8 4 4 4-4" />,
  download: <path d="M10 3.6v8.6M6.3 8.7l3.7 3.7 3.7-3.7M4 16.2h12" />,
  external: (
    <path d="M8.25 4.6H5.5A1.75 1.75 0 0 0 3.75 6.35v8.15a1.75 1.75 0 0 0 1.75 1.75h8.15a1.75 1.75 0 0 0 1.75-1.75v-2.75M11.4 3.75h4.85V8.6M16 4l-6.4 6.4" />
  ),
  eye: (
    <>
      <path d="M2.75 10S5.3 5.1 10 5.1s7.25 4.9 7.25 4.9-2.55 4.9-7.25 4.9S2.75 10 2.75 10Z" />
      <circle cx="10" cy="10" r="2.2" />
    </>
  ),
  grip: (
    <g fill="currentColor" stroke="none">
      <circle cx="7.6" cy="5.4" r="1.2" />
      <circle cx="12.4" cy="5.4" r="1.2" />
      <circle cx="7.6" cy="10" r="1.2" />
      <circle cx="12.4" cy="10" r="1.2" />
      <circle cx="7.6" cy="14.6" r="1.2" />
      <circle cx="12.4" cy="14.6" r="1.2" />
    </g>
  ),
  image: (
    <>
      <rect x="3.25" y="3.75" width="13.5" height="12.5" rx="2.25" />
      <circle cx="7.2" cy="7.7" r="1.3" />
      <path d="m3.6 14.1 3.7-3.7 2.6 2.6 2.9-2.9 3.6 3.6" />
    </>
  ),
  inbox: (
    <>
      <path d="M3.25 11.25 5.2 5.2a1.5 1.5 0 0 1 1.43-1.05h6.74A1.5 1.5 0 0 1 14.8 5.2l1.95 6.05v3.1a1.5 1.5 0 0 1-1.5 1.5H4.75a1.5 1.5 0 0 1-1.5-1.5Z" />
      <path d="M3.25 11.25H7l.9 1.9h4.2l.9-1.9h3.75" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="M10 9.5v3.7M10 6.9v.01" />
    </>
  ),
  keyboard: (
    <>
      <rect x="2.5" y="5.25" width="15" height="9.5" rx="2" />
      <path d="M5.5 8.4v.01M8.5 8.4v.01M11.5 8.4v.01M14.5 8.4v.01M7 11.7h6" strokeWidth="1.7" />
    </>
  ),
  link: (
    <>
      <path d="m8.4 11.6 3.2-3.2" />
      <path d="m9.4 6.1 1.3-1.3a3.18 3.18 0 0 1 4.5 4.5l-1.3 1.3M10.6 13.9l-1.3 1.3a3.18 3.18 0 0 1-4.5-4.5l1.3-1.3" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="8.9" width="11" height="7.6" rx="1.9" />
      <path d="M7 8.9V6.6a3 3 0 0 1 6 0v2.3" />
    </>
  ),
  "log-out": <path d="M10 3.5v6M6.2 5.9a5.75 5.75 0 1 0 7.6 0" />,
  mail: (
    <>
      <rect x="3" y="4.75" width="14" height="10.5" rx="2" />
      <path d="m3.6 6.2 6.4 4.9 6.4-4.9" />
    </>
  ),
  messages: <path d="M4.1 15.9V5.75a2 2 0 0 1 2-2h7.8a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2H7.4Z" />,
  moon: <path d="M16.3 11.7A6.75 6.75 0 1 1 8.3 3.7a5.3 5.3 0 0 0 8 8Z" />,
  offline: (
    <>
      <path d="M3.5 3.5l13 13M5.7 11.4a6 6 0 0 1 2.2-1.4M12.6 10.2c.6.3 1.2.7 1.7 1.2M3.2 8.4a9.8 9.8 0 0 1 2.6-1.7M9 5.75a9.8 9.8 0 0 1 7.8 2.65M8.4 14.1a2.3 2.3 0 0 1 3.2 0" />
      <path d="M10 16.6v.01" strokeWidth="2" />
    </>
  ),
  overview: (
    <>
      <rect x="3.5" y="3.75" width="5.25" height="6.75" rx="1.5" />
      <rect x="11.25" y="3.75" width="5.25" height="4" rx="1.5" />
      <rect x="3.5" y="13" width="5.25" height="3.25" rx="1.5" />
      <rect x="11.25" y="10.25" width="5.25" height="6" rx="1.5" />
    </>
  ),
  plus: <path d="M10 4.5v11M4.5 10h11" />,
  play: <path d="M7.2 4.9v10.2l8.2-5.1Z" />,
  retry: (
    <>
      <path d="M15.9 10.2a5.9 5.9 0 1 1-1.5-4.1l1.8 1.9" />
      <path d="M16.4 4v4.1h-4.1" />
    </>
  ),
  right: <path d="m8 6 4 4-4 4" />,
  robot: (
    <>
      <rect x="4" y="7" width="12" height="8.75" rx="2.25" />
      <path d="M10 7V4.4M7.6 10.7v.8M12.4 10.7v.8M10 4.2v.01" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5.25" />
      <path d="m13 13 3.6 3.6" />
    </>
  ),
  select: (
    <>
      <rect x="3.75" y="3.75" width="12.5" height="12.5" rx="3" />
      <path d="m7.2 10.2 2 2 3.7-4.2" />
    </>
  ),
  settings: (
    <>
      <path d="M3.5 6.25h6.2M14.3 6.25h2.2M3.5 13.75h2.2M10.3 13.75h6.2" />
      <circle cx="12" cy="6.25" r="2.25" />
      <circle cx="8" cy="13.75" r="2.25" />
    </>
  ),
  smile: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path d="M7.2 11.5c.6 1 1.6 1.55 2.8 1.55s2.2-.55 2.8-1.55M7.6 8v.4M12.4 8v.4" />
    </>
  ),
  sun: (
    <>
      <circle cx="10" cy="10" r="3" />
      <path d="M10 3v1.3M10 15.7V17M3 10h1.3M15.7 10H17M5.05 5.05l.9.9M14.05 14.05l.9.9M14.95 5.05l-.9.9M5.95 14.05l-.9.9" />
    </>
  ),
  tag: (
    <>
      <path d="M3.6 4.9v4.4a1.5 1.5 0 0 0 .44 1.06l5.7 5.7a1.5 1.5 0 0 0 2.12 0l4.2-4.2a1.5 1.5 0 0 0 0-2.12l-5.7-5.7A1.5 1.5 0 0 0 9.3 3.6H4.9a1.3 1.3 0 0 0-1.3 1.3Z" />
      <path d="M7 7v.01" strokeWidth="2.2" />
    </>
  ),
  trash: (
    <path d="M4.4 5.9h11.2M8 5.9V4.6a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.3M5.9 5.9l.6 9a1.5 1.5 0 0 0 1.5 1.4h4a1.5 1.5 0 0 0 1.5-1.4l.6-9" />
  ),
  undo: <path d="M7.2 5 3.9 8.3l3.3 3.3M4.2 8.3h7.4a4 4 0 0 1 0 8H8.2" />,
  unassigned: <circle cx="10" cy="10" r="7.5" strokeWidth="1.25" strokeDasharray="2.8 2.6" />,
  updown: <path d="m7 8 3-3 3 3M7 12l3 3 3-3" />,
  user: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4.25 16.25c.6-2.8 2.9-4.4 5.75-4.4s5.15 1.6 5.75 4.4" />
    </>
  ),
  "user-plus": (
    <>
      <circle cx="8.25" cy="7" r="3" />
      <path d="M2.75 16.25c.6-2.8 2.75-4.4 5.5-4.4.9 0 1.75.17 2.5.5" />
      <path d="M14.75 11.75v5M12.25 14.25h5" />
    </>
  ),
} as const;
