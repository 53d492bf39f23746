import type { ZoomTransform } from 'd3-zoom';

/** How high one line of headings is. */
const line = 24;

/** The headings of levels, the names of lanes and of a timeline's rows stay in view when their places have left it. */
export class Headings {
  readonly #columns: (Kept & { line: number })[] = [];
  readonly #lanes: (Kept & { bottom: number })[] = [];
  readonly #rows: Kept[] = [];
  readonly #head: number;
  /** How high the headings of levels, or the years over their quarters, are together. */
  readonly #top: number;

  constructor(svg: SVGSVGElement, view: HTMLElement) {
    view.querySelectorAll('.stay').forEach((old) => old.remove());
    this.#head = headOf(svg, '.levels');
    const strip = (name: string) => {
      const made = document.createElement('div');
      made.className = `stay ${name}`;
      made.setAttribute('aria-hidden', 'true');
      view.append(made);
      return made;
    };
    const levels = strip('stay-levels');
    const headings = [...svg.querySelectorAll<SVGTextElement>('.levels text')];
    const yOf = (text: SVGTextElement) => Number(text.getAttribute('y'));
    const lines = [...new Set(headings.map(yOf))].toSorted((a, b) => a - b);
    for (const text of headings) {
      const x = Number(text.getAttribute('x'));
      const kept = new Kept(levels, text.textContent ?? '', x, yOf(text) + this.#head, { x: `${x}` });
      this.#columns.push(Object.assign(kept, { line: lines.indexOf(yOf(text)) }));
    }
    this.#top = 6 + line * Math.max(1, lines.length);
    levels.style.height = `${this.#top + 2}px`;
    const rows = strip('stay-rows');
    for (const box of svg.querySelectorAll('.node:not([data-level]) .b')) {
      const number = (name: string) => Number(box.getAttribute(name));
      const name = box.parentElement?.querySelector('text:not(.small)')?.textContent ?? '';
      // A row's name stands where its box does, and is needed when the end of that has left.
      this.#rows.push(new Kept(rows, name, number('x') + number('width'), number('y') + this.#head));
    }
    const lanes = strip('stay-lanes');
    const names = [...svg.querySelectorAll<SVGTextElement>('.lanes text')];
    for (const rect of svg.querySelectorAll<SVGRectElement>('.lanes .lane')) {
      const [top, height] = [Number(rect.getAttribute('y')), Number(rect.getAttribute('height'))];
      const name = names.find((t) => Number(t.getAttribute('y')) > top && Number(t.getAttribute('y')) < top + height);
      if (!name) continue;
      const text = name.querySelector('title')?.textContent ?? name.textContent ?? '';
      const kept = new Kept(lanes, text, Number(rect.getAttribute('x')), top + this.#head, { lane: rect.dataset['lane'] ?? '' });
      this.#lanes.push(Object.assign(kept, { bottom: top + height + this.#head }));
    }
  }

  /** @param height Of the window, in pixels. */
  follow({ x, y, k }: ZoomTransform, height: number): void {
    for (const column of this.#columns) {
      const isAway = y + column.y * k < 18;
      column.put(isAway ? `translate(${Math.round(x + column.x * k)}px, ${column.line * line}px) translateX(-50%)` : null);
    }
    for (const lane of this.#lanes) {
      const isAway = x + lane.x * k < -40 * k && y + lane.bottom * k > this.#top + 10;
      lane.put(isAway ? `translateY(${Math.round(Math.max(y + lane.y * k, this.#top))}px)` : null);
    }
    for (const row of this.#rows) {
      const top = y + row.y * k;
      row.put(x + row.x * k < 60 && top > this.#top && top < height ? `translateY(${Math.round(top)}px)` : null);
    }
  }
}

/** The graph begins below the picture's own heading: what stands in it counts from there. */
export function headOf(svg: SVGSVGElement, inside: string): number {
  const moved = svg.querySelector(inside)?.closest('g[transform]')?.getAttribute('transform');
  return Number(/^translate\(\S+[ ,]+([-\d.]+)\)$/.exec(moved ?? '')?.[1] ?? 0);
}

/** One heading; it is touched only when its place is another, so that what stands still costs nothing. */
class Kept {
  readonly #element = document.createElement('span');
  #place: string | null = '';

  constructor(
    strip: HTMLElement,
    text: string,
    readonly x: number,
    readonly y: number,
    data: Record<string, string> = {},
  ) {
    this.#element.textContent = text;
    Object.assign(this.#element.dataset, data);
    strip.append(this.#element);
    this.put(null);
  }

  /** @param place A CSS transform; null where its own place is in view. */
  put(place: string | null): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#element.hidden = place === null;
    if (place !== null) this.#element.style.transform = place;
  }
}
