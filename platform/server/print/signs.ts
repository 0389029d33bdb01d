/** Signs that the font lacks, drawn: SVG paths in an em of 1000 with the baseline at 0 and y upwards; `width` in ems. */
export type Sign = { width: number; path: string; stroke?: number }

const box = 'M 90 0 L 90 700 L 790 700 L 790 0 Z'

const SIGNS: Record<string, Sign> = {
  '≤': { width: 0.65, path: 'M 560 660 L 90 430 L 560 200 M 90 60 L 560 60', stroke: 80 },
  '≥': { width: 0.65, path: 'M 90 660 L 560 430 L 90 200 M 90 60 L 560 60', stroke: 80 },
  '≠': { width: 0.65, path: 'M 80 460 L 570 460 M 80 240 L 570 240 M 430 640 L 220 60', stroke: 80 },
  '≈': { width: 0.65, path: 'M 80 430 C 200 560 300 470 325 450 C 350 430 450 340 570 470 M 80 210 C 200 340 300 250 325 230 C 350 210 450 120 570 250', stroke: 80 },
  '→': { width: 0.95, path: 'M 80 350 L 860 350 M 600 610 L 860 350 L 600 90', stroke: 80 },
  '←': { width: 0.95, path: 'M 870 350 L 90 350 M 350 610 L 90 350 L 350 90', stroke: 80 },
  '✓': { width: 0.85, path: 'M 110 360 L 320 120 L 740 640', stroke: 90 },
  '☐': { width: 0.88, path: box, stroke: 70 },
  '☑': { width: 0.88, path: `${box} M 230 360 L 390 190 L 660 540`, stroke: 70 },
  '☒': { width: 0.88, path: `${box} M 250 530 L 630 170 M 630 530 L 250 170`, stroke: 70 },
  '●': { width: 0.7, path: 'M 350 90 C 490 90 600 200 600 340 C 600 480 490 590 350 590 C 210 590 100 480 100 340 C 100 200 210 90 350 90 Z' },
  '■': { width: 0.7, path: 'M 90 90 L 90 610 L 610 610 L 610 90 Z' },
}
SIGNS['✔'] = SIGNS['✓']!
SIGNS['•'] = SIGNS['●']!

/** Stands, in plain sight, where a character is that we cannot set; the character itself stays in the file, to be read aloud. */
const UNKNOWN: Sign = { width: 0.72, path: 'M 90 -40 L 90 720 L 630 720 L 630 -40 Z M 90 -40 L 630 720 M 630 -40 L 90 720', stroke: 45 }

export const signFor = (character: string): Sign => SIGNS[character.replace('\ufe0f', '')] ?? UNKNOWN
