/** A sample during a soak test. */
export interface Sample {
  readonly minute: number;
  /** Calls so far. */
  readonly calls: number;
  /** Memory of all processes, with shared memory counted once. */
  readonly megabytes: number;
  /** Open files and sockets of all processes. */
  readonly openFiles: number;
  /** Timers, sockets and the like that keep the main process busy. */
  readonly handles: number;
  /** The difference between the window's clock and the age of the call. */
  readonly clockErrorSeconds: number;
}

const WIDTH = 720;
const HEIGHT = 150;
const MARGIN = 40;

const SERIES: readonly { title: string; pick: (sample: Sample) => number }[] = [
  { title: 'Memory, MB (PSS of all processes)', pick: ({ megabytes }) => megabytes },
  { title: 'Open files and sockets', pick: ({ openFiles }) => openFiles },
  { title: 'Active resources of the main process', pick: ({ handles }) => handles },
];

/** Charts below each other, each starting at zero, over the minutes of the soak test. */
export function drawSoak(samples: readonly Sample[]): string {
  const charts = SERIES.map(({ title, pick }, index) =>
    drawChart(title, samples, pick, index * (HEIGHT + MARGIN)),
  );
  const height = SERIES.length * (HEIGHT + MARGIN) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...charts,
    '</svg>\n',
  ].join('\n');
}

function drawChart(
  title: string,
  samples: readonly Sample[],
  pick: (sample: Sample) => number,
  top: number,
): string {
  const last = samples.at(-1)?.minute ?? 1;
  const highest = Math.max(1, ...samples.map(pick)) * 1.1;
  const bottom = top + MARGIN + HEIGHT - 20;
  const points = samples.map((sample) => {
    const x = MARGIN + (sample.minute / last) * (WIDTH - 2 * MARGIN);
    const y = bottom - (pick(sample) / highest) * (HEIGHT - 30);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const right = WIDTH - MARGIN;
  return [
    `<text x="${MARGIN}" y="${top + MARGIN - 10}" fill="#111">${title}</text>`,
    `<line x1="${MARGIN}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="#999"/>`,
    `<polyline points="${points.join(' ')}" fill="none" stroke="#0b6e3f" stroke-width="2"/>`,
    `<text x="4" y="${bottom + 4}" fill="#555">0</text>`,
    `<text x="4" y="${bottom - HEIGHT + 42}" fill="#555">${Math.round(highest)}</text>`,
    `<text x="${right}" y="${bottom + 16}" text-anchor="end" fill="#555">${Math.round(last)} min</text>`,
  ].join('\n');
}
