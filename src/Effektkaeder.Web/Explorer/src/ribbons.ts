import type { Line, Picture } from './picture';

/** Of a line of couplings: what stands for its two ends, as addresses name them. */
export function endsOf(line: Pick<Line, 'from' | 'to'>): [string, string] {
  const key = (end: string) => end.replace(/^bånd /, '');
  return [key(line.from), key(line.to)];
}

/**
 * The couplings between two centres are one line until it is looked at: hovered, it stands out and says what it holds; pressed, all it
 * holds is listed beside the picture.
 */
export function ribbons(picture: Picture, details: HTMLElement | null): void {
  const lines = picture.lines.filter((l) => l.isCoupling && l.element.querySelector('.between, .line'));
  for (const line of lines) {
    const path = line.element.querySelector<SVGPathElement>('.line');
    if (!path) continue;
    // A thin line is hard to hit.
    const wide = path.cloneNode() as SVGPathElement;
    wide.setAttribute('class', 'reach');
    line.element.append(wide);
    line.element.classList.add('ribbon');
    line.element.addEventListener('pointerenter', () => mark(picture, line, true));
    line.element.addEventListener('pointerleave', () => mark(picture, line, false));
    line.element.addEventListener('click', (event) => {
      event.stopPropagation();
      void list(line, details);
    });
  }
}

function mark(picture: Picture, line: Line, isOn: boolean): void {
  line.element.classList.toggle('hovered', isOn);
  for (const end of [line.from, line.to]) picture.box(end)?.element.classList.toggle('hovered', isOn);
}

async function list(line: Line, details: HTMLElement | null): Promise<void> {
  const [a, b] = endsOf(line);
  const response = await fetch(`/koblinger/mellem?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
  if (!response.ok || !details) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  details.replaceChildren(...[...page.body.childNodes].map((n) => document.importNode(n, true)));
}
