import { headOf } from './headings';
import { place, type Picture } from './picture';
import type { Viewport } from './viewport';

const namespace = 'http://www.w3.org/2000/svg';
const most = { width: 180, height: 130 };

/** A picture that fills the window so many times over is large. */
const large = 2;

/**
 * The whole picture small in a corner, where it is much larger than the window, with the window's place in it; a press or a drag leads
 * there. For who points: keys and the tree have ways of their own.
 */
export class Minimap {
  readonly #root = document.createElement('div');
  readonly #window = document.createElement('div');
  #scale = 1;

  constructor(
    readonly view: HTMLElement,
    readonly viewport: Viewport,
  ) {
    this.#root.className = 'minimap';
    this.#root.hidden = true;
    this.#root.setAttribute('aria-hidden', 'true');
    this.#window.className = 'minimap-window';
    view.append(this.#root);
    viewport.follow((at) => {
      const [wide, high] = [viewport.size.width / at.k, viewport.size.height / at.k];
      const isLarge = this.#size.width > wide * large || this.#size.height > high * large;
      if (this.#root.hidden === isLarge) this.#root.hidden = !isLarge;
      if (!isLarge) return;
      const s = this.#scale;
      this.#window.style.transform =
        `translate(${Math.round((-at.x / at.k) * s)}px,${Math.round((-at.y / at.k) * s)}px) ` + `scale(${wide * s},${high * s})`;
    });
    this.#root.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
      event.preventDefault();
      this.#root.setPointerCapture(event.pointerId);
      this.#lead(event);
    });
    this.#root.addEventListener('pointermove', (event) => {
      if (this.#root.hasPointerCapture(event.pointerId)) this.#lead(event);
    });
    for (const type of ['mousedown', 'click', 'dblclick', 'touchstart'])
      this.#root.addEventListener(type, (event) => event.stopPropagation());
  }

  #size = { width: 1, height: 1 };

  show(picture: Picture): void {
    const { width, height } = picture.svg.viewBox.baseVal;
    this.#size = { width: width || 1, height: height || 1 };
    this.#scale = Math.min(most.width / this.#size.width, most.height / this.#size.height);
    const small = document.createElementNS(namespace, 'svg');
    // The picture's own style sheet colours it, in both themes.
    small.setAttribute('class', picture.svg.getAttribute('class') ?? '');
    small.setAttribute('viewBox', `0 0 ${this.#size.width} ${this.#size.height}`);
    small.setAttribute('width', String(this.#size.width * this.#scale));
    small.setAttribute('height', String(this.#size.height * this.#scale));
    const head = headOf(picture.svg, '.nodes');
    for (const box of picture.boxes) {
      const at = place(box);
      const group = document.createElementNS(namespace, 'g');
      group.setAttribute('class', box.element.getAttribute('class')?.replace('node', '') ?? '');
      const rect = document.createElementNS(namespace, 'rect');
      rect.setAttribute('class', 'b');
      for (const [name, value] of Object.entries({ ...at, y: at.y + head })) rect.setAttribute(name, String(value));
      group.append(rect);
      small.append(group);
    }
    this.#root.replaceChildren(small, this.#window);
  }

  #lead(event: PointerEvent): void {
    const box = this.#root.getBoundingClientRect();
    this.viewport.centre((event.clientX - box.left) / this.#scale, (event.clientY - box.top) / this.#scale);
  }
}
