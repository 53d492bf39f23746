interface Drawing {
  /** Column and y of each. */
  boxes: Record<string, [number, number]>;
  dots?: string[];
  lines?: [string, string][];
  couplings?: [string, string][];
}

/** A picture as the server draws it, in small. */
export function drawn({ boxes, dots = [], lines = [], couplings = [] }: Drawing): SVGSVGElement {
  const ways = (pairs: [string, string][]) =>
    pairs.map(([from, to]) => `<g data-from="${from}" data-to="${to}"><path class="line" d="M0 0"/></g>`).join('');
  const box = ([id, [column, y]]: [string, [number, number]]) =>
    `<g class="node" data-key="${id}" data-level="${column}"><rect class="b" x="${column * 200}" y="${y}" width="100" height="30"/></g>`;
  const host = document.createElement('div');
  host.innerHTML = `<svg viewBox="0 0 1000 500"><g transform="translate(0 60)">
    <g class="levels"><text x="50" y="10">Mål</text></g>
    <g class="hierarchy">${ways(lines)}</g><g class="couplings">${ways(couplings)}</g>
    <g class="nodes">${Object.entries(boxes).map(box).join('')}${dots.map((id) => `<g class="dot" data-id="${id}"></g>`).join('')}</g>
  </g></svg>`;
  return host.querySelector('svg')!;
}
