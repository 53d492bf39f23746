import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { open } from './suggestions';

/** Pan and zoom on a server-drawn diagram; its boxes lead to their nodes' pages by mouse and by keyboard. */
export function explore(figure: HTMLElement): void {
  const svg = figure.querySelector<SVGSVGElement>('svg');
  if (!svg) return;

  const canvas = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  for (const child of [...svg.children]) if (!['title', 'desc', 'style', 'defs'].includes(child.tagName)) canvas.append(child);
  svg.append(canvas);

  const box = svg.viewBox.baseVal;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, 12])
    .translateExtent([[-box.width * 0.5, -box.height * 0.5], [box.width * 1.5, box.height * 1.5]])
    // The plain wheel scrolls the page; with Ctrl it zooms, as on a map.
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => (event.type === 'wheel' ? event.ctrlKey : !(event as MouseEvent).button))
    .on('zoom', (event) => canvas.setAttribute('transform', event.transform.toString()));
  const view = select(svg).call(behaviour);
  view.on('dblclick.zoom', null);

  const bar = document.createElement('div');
  bar.className = 'zoom';
  for (const [text, label, act] of [
    ['+', 'Zoom ind', () => view.call(behaviour.scaleBy, 1.4)],
    ['−', 'Zoom ud', () => view.call(behaviour.scaleBy, 1 / 1.4)],
    ['1:1', 'Faktisk størrelse', () => figure.classList.toggle('actual')],
    ['⟲', 'Hele diagrammet', () => { figure.classList.remove('actual'); view.call(behaviour.transform, zoomIdentity); }],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    bar.append(button);
  }
  figure.prepend(bar);

  const keyOf = (target: EventTarget | null) => (target as Element | null)?.closest<SVGElement>('.node[data-key]')?.dataset['key'];
  svg.addEventListener('click', (event) => {
    const key = keyOf(event.target);
    if (key) open(key);
  });
  svg.addEventListener('keydown', (event) => {
    const key = keyOf(event.target);
    if (key && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(key);
    }
  });
}
