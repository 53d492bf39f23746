import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import 'd3-transition';
import { headOf, Headings } from './headings';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const scales: [number, number] = [0.05, 8];

/** So far a picture is scaled from how it was painted before it is painted anew, though a hand is still on it. */
const mostStretched = 2;

/**
 * The window onto a picture. The picture is a layer of its own that is painted at the scale it rests at; while a hand is on it the layer
 * is moved and scaled as it is, and painted anew when it rests, so that moving costs the same whatever is in it.
 */
export class Viewport {
  readonly #view: HTMLElement;
  readonly #layer = document.createElement('div');
  readonly #followers: ((at: ZoomTransform) => void)[] = [];
  #svg: SVGSVGElement | undefined;
  #headings: Headings | undefined;
  #size = { width: 1, height: 1 };
  #window = { width: 0, height: 0 };
  #moved = false;
  #at: ZoomTransform = zoomIdentity;
  #painted = 1;
  readonly #zoom = zoom<HTMLElement, unknown>()
    .scaleExtent(scales)
    .filter((event: MouseEvent | WheelEvent) => (event.type === 'dblclick' ? false : event.type === 'wheel' || !event.button))
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (event.sourceEvent) {
        this.#moved = true;
        this.#view.classList.add('moving');
      }
      this.#draw(event.transform);
    })
    .on('end', () => {
      this.#view.classList.remove('moving');
      this.#paint();
    });

  constructor(view: HTMLElement) {
    this.#view = view;
    this.#layer.className = 'layer';
    view.prepend(this.#layer);
    select(view).call(this.#zoom).on('dblclick.zoom', null);
    // What the browser itself does of a press, for words to be marked, has it paint the whole page in each frame of a drag.
    view.addEventListener('mousedown', (event) => event.preventDefault(), { capture: true });
    this.#measure();
    new ResizeObserver(() => {
      this.#measure();
      if (!this.#moved) this.fit();
      else this.#tell();
    }).observe(view);
  }

  /** Of the window, in pixels; kept, as to ask the page for it in each frame would have it laid out in each. */
  get size(): { width: number; height: number } {
    return this.#window;
  }

  #measure(): void {
    this.#window = { width: this.#view.clientWidth, height: this.#view.clientHeight };
  }

  /** Called with where the window stands, now and each time it moves. */
  follow(act: (at: ZoomTransform) => void): void {
    this.#followers.push(act);
    act(this.#at);
  }

  /** Shows another picture; what `kept` gives of the old and the new one stays where it is on the screen. */
  show(svg: SVGSVGElement, kept?: { before: DOMPointReadOnly; after: DOMPointReadOnly }): void {
    this.#svg = svg;
    this.#layer.replaceChildren(svg);
    this.#size = { width: svg.viewBox.baseVal.width || 1, height: svg.viewBox.baseVal.height || 1 };
    this.#headings = new Headings(svg, this.#view);
    this.#painted = 0;
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

  /** The whole picture, where it can be read; else its beginning as large as it is drawn. */
  fit(whole = false): void {
    const { width: clientWidth, height: clientHeight } = this.#window;
    if (!this.#svg || clientWidth === 0) return;
    const fitted = Math.min(1, clientWidth / this.#size.width, clientHeight / this.#size.height);
    const k = whole || fitted >= readable ? fitted : 1;
    const middle = Math.max(0, (clientWidth - this.#size.width * k) / 2);
    const { x, y } = whole ? { x: 0, y: 0 } : this.#beginning(k);
    select(this.#view).call(this.#zoom.transform, zoomIdentity.translate(middle + x, y).scale(k));
    this.#moved = whole;
  }

  /**
   * How far into a picture it is begun: at what it is about, else at what is nearest today, or at the first box of its first column.
   * Where that is outside the window, one would begin with empty room.
   */
  #beginning(k: number): { x: number; y: number } {
    const boxes = [...(this.#svg?.querySelectorAll('.nodes .node .b') ?? [])];
    const today = this.#svg?.querySelector('.today');
    const marks = today ? [...(this.#svg?.querySelectorAll('.nodes .node .s:not(.b + .s)') ?? [])] : [];
    const begun =
      boxes.find((b) => b.closest(subjects)) ??
      least(marks, (mark) => Math.abs(begin(mark).x - begin(today!).x)) ??
      least(boxes, (box) => of(box, 'x') * far + of(box, 'y'));
    if (!this.#svg || !begun) return { x: 0, y: 0 };
    const { width, height } = this.#window;
    const { x, y } = begin(begun);
    const right = (x + of(begun, 'width')) * k;
    const bottom = (headOf(this.#svg, '.nodes') + y + of(begun, 'height')) * k;
    return { x: right <= width ? 0 : (width + of(begun, 'width') * k) / 2 - right, y: bottom <= height ? 0 : height / 2 - bottom };
  }

  /** Brings a place of the picture into view where it is not. */
  reveal(place: { x: number; y: number; width: number; height: number }): void {
    const { k } = this.#at;
    this.#measure();
    const head = this.#svg ? headOf(this.#svg, '.nodes') : 0;
    const [left, top] = [this.#at.x + place.x * k, this.#at.y + (place.y + head) * k];
    const { width: clientWidth, height: clientHeight } = this.#window;
    if (left >= 60 && top >= 40 && left + place.width * k <= clientWidth - 20 && top + place.height * k <= clientHeight - 20) return;
    this.#moved = true;
    this.#centre(place.x + place.width / 2, place.y + head + place.height / 2, k, true);
  }

  /** Puts a point of the picture, in its own units, in the middle of the window. */
  centre(x: number, y: number): void {
    this.#moved = true;
    this.#centre(x, y, this.#at.k, false);
  }

  #centre(x: number, y: number, k: number, isCalm: boolean): void {
    const { width: clientWidth, height: clientHeight } = this.#window;
    const to = zoomIdentity.translate(clientWidth / 2 - x * k, clientHeight / 2 - y * k).scale(k);
    if (isCalm) this.#calm().call(this.#zoom.transform, to);
    else select(this.#view).call(this.#zoom.transform, to);
  }

  #calm() {
    return select(this.#view)
      .transition()
      .duration(still.matches ? 0 : 200);
  }

  #draw(transform: ZoomTransform): void {
    this.#at = transform;
    const stretched = transform.k / this.#painted;
    if (stretched > mostStretched || stretched < 1 / mostStretched) this.#paint();
    else this.#place();
    this.#tell();
  }

  /** On whole pixels: letters stand as they were painted. */
  #place(): void {
    const { x, y, k } = this.#at;
    const scale = k === this.#painted ? '' : ` scale(${k / this.#painted})`;
    this.#layer.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)${scale}`;
  }

  /** Has the picture painted at the scale that it is seen at. */
  #paint(): void {
    const { k } = this.#at;
    if (!this.#svg || k === this.#painted) return;
    this.#painted = k;
    this.#layer.style.width = `${this.#size.width * k}px`;
    this.#layer.style.height = `${this.#size.height * k}px`;
    this.#place();
  }

  #tell(): void {
    this.#headings?.follow(this.#at, this.#window.height);
    this.#followers.forEach((act) => act(this.#at));
  }
}

/** More than any picture is high: what is further to the left comes first, however far down. */
const far = 1e6;

/** What a picture is about: the node whose chain it is, or what changes. */
const subjects = '.focus, .m-changed, .m-dropped';

function of(box: Element, side: 'x' | 'y' | 'cx' | 'cy' | 'width' | 'height'): number {
  return Number(box.getAttribute(side));
}

/** Where a shape is: a box, a path or a circle. */
function begin(shape: Element): { x: number; y: number } {
  const path = /^M([\d.]+)[ ,]?([\d.]+)/.exec(shape.getAttribute('d') ?? '');
  if (path) return { x: Number(path[1]), y: Number(path[2]) };
  return shape.matches('circle') ? { x: of(shape, 'cx'), y: of(shape, 'cy') } : { x: of(shape, 'x'), y: of(shape, 'y') };
}

function least(shapes: Element[], away: (shape: Element) => number): Element | undefined {
  return shapes.map((shape) => ({ shape, away: away(shape) })).toSorted((a, b) => a.away - b.away)[0]?.shape;
}

/** Smaller than this, the letters of a box (12.5 px as drawn) are less than 11 pixels high. */
const readable = 11 / 12.5;
