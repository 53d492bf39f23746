import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import 'd3-transition';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const scales: [number, number] = [0.05, 8];

/**
 * The window onto a picture. The picture is moved as one layer while a hand is on it and drawn anew when it rests, so that moving costs
 * the same whatever is in it.
 */
export class Viewport {
  readonly #view: HTMLElement;
  #svg: SVGSVGElement | undefined;
  #headings: Headings | undefined;
  #size = { width: 1, height: 1 };
  #moved = false;
  readonly #zoom = zoom<HTMLElement, unknown>()
    .scaleExtent(scales)
    .filter((event: MouseEvent | WheelEvent) => (event.type === 'dblclick' ? false : event.type === 'wheel' || !event.button))
    .on('start', () => this.#view.classList.add('moving'))
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (event.sourceEvent) this.#moved = true;
      this.#draw(event.transform);
    })
    .on('end', () => this.#view.classList.remove('moving'));
  #at: ZoomTransform = zoomIdentity;

  constructor(view: HTMLElement) {
    this.#view = view;
    select(view).call(this.#zoom).on('dblclick.zoom', null);
    new ResizeObserver(() => {
      if (!this.#moved) this.fit();
    }).observe(view);
  }

  /** Shows another picture; what `kept` gives of the old and the new one stays where it is on the screen. */
  show(svg: SVGSVGElement, kept?: { before: DOMPointReadOnly; after: DOMPointReadOnly }): void {
    this.#svg = svg;
    this.#size = { width: svg.viewBox.baseVal.width || 1, height: svg.viewBox.baseVal.height || 1 };
    this.#headings = new Headings(svg, this.#view);
    if (kept && this.#moved) {
      const { k, x, y } = this.#at;
      const to = zoomIdentity.translate(x + (kept.before.x - kept.after.x) * k, y + (kept.before.y - kept.after.y) * k).scale(k);
      select(this.#view).call(this.#zoom.transform, to);
    } else if (this.#moved) {
      this.#draw(this.#at);
    } else {
      this.fit();
    }
    svg.setAttribute('focusable', 'false');
  }

  by(factor: number): void {
    this.#moved = true;
    this.#calm().call(this.#zoom.scaleBy, factor);
  }

  actual(): void {
    this.#moved = true;
    this.#calm().call(this.#zoom.scaleTo, 1);
  }

  /** The whole picture, where it can be read; else its beginning at a size that can. */
  fit(whole = false): void {
    const { clientWidth, clientHeight } = this.#view;
    if (!this.#svg || clientWidth === 0) return;
    const fitted = Math.min(1, clientWidth / this.#size.width, clientHeight / this.#size.height);
    const k = whole ? fitted : Math.max(fitted, readable(clientWidth));
    const x = Math.max(0, (clientWidth - this.#size.width * k) / 2);
    select(this.#view).call(this.#zoom.transform, zoomIdentity.translate(x, 0).scale(k));
    this.#moved = whole;
  }

  /** Brings a place of the picture into view where it is not. */
  reveal(place: { x: number; y: number; width: number; height: number }, least = 0): void {
    const k = Math.max(this.#at.k, least);
    const head = this.#headOffset();
    const [left, top] = [this.#at.x + place.x * k, this.#at.y + (place.y + head) * k];
    const { clientWidth, clientHeight } = this.#view;
    const inside = left >= 60 && top >= 40 && left + place.width * k <= clientWidth - 20 && top + place.height * k <= clientHeight - 20;
    if (inside && k === this.#at.k) return;
    this.#moved = true;
    const to = zoomIdentity
      .translate(clientWidth / 2 - (place.x + place.width / 2) * k, clientHeight / 2 - (place.y + head + place.height / 2) * k)
      .scale(k);
    this.#calm().call(this.#zoom.transform, to);
  }

  /** The graph begins below the heading: boxes count from there. */
  #headOffset(): number {
    const moved = this.#svg?.querySelector<SVGGElement>('.nodes')?.closest<SVGGElement>('g[transform]');
    return moved?.transform.baseVal.consolidate()?.matrix.f ?? 0;
  }

  #calm() {
    return select(this.#view)
      .transition()
      .duration(still.matches ? 0 : 200);
  }

  #draw(transform: ZoomTransform): void {
    this.#at = transform;
    if (!this.#svg) return;
    this.#svg.style.transform = `translate(${transform.x}px,${transform.y}px) scale(${transform.k})`;
    this.#headings?.follow(transform);
  }
}

/** On a narrow screen one column at a time is read, on a wide one the whole is looked at first. */
function readable(width: number): number {
  return width < 600 ? 0.8 : 0.35;
}

/** The headings of levels and the names of lanes stay in view when their places have left it. */
class Headings {
  readonly #columns: { element: HTMLElement; x: number; y: number }[] = [];
  readonly #lanes: { element: HTMLElement; top: number; bottom: number; x: number }[] = [];

  constructor(svg: SVGSVGElement, view: HTMLElement) {
    view.querySelectorAll('.stay').forEach((old) => old.remove());
    const head =
      svg.querySelector<SVGGElement>('.levels')?.closest<SVGGElement>('g[transform]')?.transform.baseVal.consolidate()?.matrix.f ?? 0;
    const strip = (name: string) => {
      const made = document.createElement('div');
      made.className = `stay ${name}`;
      made.setAttribute('aria-hidden', 'true');
      view.append(made);
      return made;
    };
    const levels = strip('stay-levels');
    for (const text of svg.querySelectorAll<SVGTextElement>('.levels text')) {
      const element = document.createElement('span');
      element.textContent = text.textContent;
      levels.append(element);
      this.#columns.push({ element, x: Number(text.getAttribute('x')), y: Number(text.getAttribute('y')) + head });
    }
    const lanes = strip('stay-lanes');
    const names = [...svg.querySelectorAll<SVGTextElement>('.lanes text')];
    for (const rect of svg.querySelectorAll<SVGRectElement>('.lanes .lane')) {
      const [top, height] = [Number(rect.getAttribute('y')), Number(rect.getAttribute('height'))];
      const name = names.find((t) => Number(t.getAttribute('y')) > top && Number(t.getAttribute('y')) < top + height);
      if (!name) continue;
      const element = document.createElement('span');
      element.textContent = name.querySelector('title')?.textContent ?? name.textContent;
      lanes.append(element);
      this.#lanes.push({ element, top: top + head, bottom: top + height + head, x: Number(rect.getAttribute('x')) });
    }
  }

  follow({ x, y, k }: ZoomTransform): void {
    for (const column of this.#columns) {
      const away = y + column.y * k < 18;
      column.element.hidden = !away;
      if (away) column.element.style.transform = `translateX(${x + column.x * k}px) translateX(-50%)`;
    }
    for (const lane of this.#lanes) {
      const away = x + lane.x * k < -40 * k && y + lane.bottom * k > 40;
      lane.element.hidden = !away;
      if (away) lane.element.style.transform = `translateY(${Math.max(y + lane.top * k, 30)}px)`;
    }
  }
}
