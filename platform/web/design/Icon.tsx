/** The whole set: 20 × 20, one stroke of 1.5. A kind has its own silhouette, so that it is known without its colour. */
const PATHS = {
  menu: 'M3 6h14M3 10h14M3 14h14',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4',
  up: 'M5.5 12L10 7.5l4.5 4.5',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  back: 'M16 10H4M9 5l-5 5 5 5',
  forward: 'M4 10h12M11 5l5 5-5 5',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4L16 6',
  plus: 'M10 4v12M4 10h12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  phone: 'M6.5 3H4a1 1 0 0 0-1 1.2C3.7 11 9 16.3 15.8 17a1 1 0 0 0 1.2-1v-2.5l-3.5-1.5-1.5 1.8A10 10 0 0 1 6.2 8L8 6.5z',
  cylinder: 'M8.5 5V2.5h3V5M6 8.5A3.5 3.5 0 0 1 9.5 5h1A3.5 3.5 0 0 1 14 8.5v9H6zM6 13h8',
  swap: 'M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3',
  smile: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M6.8 11.5c1.5 2.7 4.9 2.7 6.4 0M7.5 7.5v.5M12.5 7.5v.5',
  book: 'M4 4.5c2-1 4-1 6 .3 2-1.3 4-1.3 6-.3v11c-2-1-4-1-6 .3-2-1.3-4-1.3-6-.3zM10 4.8v11',
  settings: 'M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.3v.2',
  inbox: 'M3 11l2.5-7h9L17 11v5.5H3zM3 11h4l1 2h4l1-2h4',
  chart: 'M3 17h14M5.5 17v-5M10 17V5M14.5 17V9',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 12h8v5H6z',
  request: 'M4 16.5V3.5h8.5L16 7v9.5zM7 10h6M7 13h4',
  complaint: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  claim: 'M5 17.5V3M5 4h11l-2.5 3.5L16 11H5',
  suggestion: 'M7.5 14.5h5M8 17h4M7.5 12.5c-1.5-1-2.5-2.5-2.5-4.3a5 5 0 0 1 10 0c0 1.8-1 3.3-2.5 4.3z',
  compliment: 'M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
}

export type IconName = keyof typeof PATHS

/** Decoration: the word beside it says the same. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="Icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5} strokeLinecap="round" strokeLinejoin="round">
      <path d={PATHS[name]} />
    </svg>
  )
}
