import { keys } from './keys';
import { Minimap } from './minimap';
import { glide } from './motion';
import { go, onShown, takes, toggle } from './page';
import { Picture, place, type Box } from './picture';
import { ribbons } from './ribbons';
import { Selection } from './selection';
import { shortAddress } from './views';
import { Viewport } from './viewport';

/** A picture one can move in, select in, fold and follow. Where it stands and what it shows is the address's. */
export class Scene {
  picture: Picture;
  readonly viewport: Viewport;
  readonly selection: Selection;
  readonly #view: HTMLElement;
  readonly #minimap: Minimap;

  constructor(figure: HTMLElement) {
    this.#view = figure.querySelector<HTMLElement>('.view')!;
    // A page that has no picture yet gets one when something is chosen.
    const svg = this.#view.querySelector('svg') ?? this.#view.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    this.selection = new Selection(document.querySelector('[data-region=detaljer]'));
    this.viewport = new Viewport(this.#view);
    this.#minimap = new Minimap(this.#view, this.viewport);
    this.picture = this.#prepare(svg);
    this.viewport.show(svg);
    this.selection.start(this.picture);
    this.#bar(figure);
    // The name of a lane folds it, where it stands and where it stays in view.
    this.#view.addEventListener('click', ({ target }) => {
      const name = (target as Element | null)?.closest<HTMLElement | SVGTextElement>('.lanes text, .stay-lanes [data-lane]');
      const lane = name?.dataset['lane'] ?? (name ? this.picture.lane(Number(name.getAttribute('y'))) : undefined);
      if (lane !== undefined) this.#toggle(lane);
    });
    // So does the heading of a level.
    this.#view.addEventListener('click', ({ target }) => {
      const heading = (target as Element | null)?.closest<HTMLElement | SVGTextElement>('.levels text, .stay-levels [data-x]');
      const level = heading ? this.picture.level(Number(heading.dataset['x'] ?? heading.getAttribute('x'))) : undefined;
      if (level !== undefined) this.#toggle(`niveau ${level}`);
    });
    // Whoever is sent an address sees what it is about.
    const { searchParams } = new URL(location.href);
    const about = this.selected ?? this.picture.boxes.find((b) => b.key === searchParams.get('fokus'));
    if (about) this.viewport.reveal(place(about));
    takes('billede', (next) => this.#swap(next?.querySelector('svg') ?? null));
    // What is selected stays selected, and its details stay, whatever else of the page is drawn anew.
    takes('detaljer', (next, address) => {
      const region = document.querySelector('[data-region=detaljer]');
      if (next?.childElementCount || !address.searchParams.has('valgt')) {
        region?.replaceChildren(...(next ? [...next.childNodes].map((n) => document.importNode(n, true)) : []));
      }
    });
    onShown(() => this.selection.in(this.picture));
    keys(this);
  }

  select(box: Box | undefined, focus = false): void {
    this.selection.choose(this.picture, box);
    if (!box) return;
    this.#stop(box);
    if (focus) {
      box.element.focus({ preventScroll: true });
      this.viewport.reveal(place(box));
    }
  }

  /** The one stop that the keyboard makes in the picture. */
  #stop(box: Box): void {
    for (const each of this.picture.boxes) each.element.setAttribute('tabindex', each === box ? '0' : '-1');
  }

  get selected(): Box | undefined {
    return this.selection.id === undefined ? undefined : this.picture.box(this.selection.id);
  }

  /** Only the box's chain remains; of a centre its own picture, and of a row, which is in no chain here, its page. */
  focus(box: Box): void {
    if (!box.key) return this.#open(box);
    if (box.level < 0) location.assign(`/knude?noegle=${encodeURIComponent(box.key)}`);
    else if (box.element.dataset['kind'] === 'organisation') location.assign(`/center?noegle=${encodeURIComponent(box.key)}`);
    else go((p) => p.set('fokus', box.key!));
  }

  unfocus(): void {
    go((p) => p.delete('fokus'));
  }

  /** Folds what stands below a box into it, opens what is folded, or what the scene had left out. */
  fold(box: Box): void {
    const { key } = box;
    if (!key) return this.#open(box);
    const folded = 'folded' in box.element.dataset;
    const opened = new URL(location.href).searchParams.getAll('aabnet').includes(key);
    if (folded || opened || this.picture.next(box.id, 'down').length > 0) {
      go((p) => toggle(p, opened && !folded ? 'aabnet' : 'foldet', key));
    } else if (box.element.dataset['more']) {
      go((p) => toggle(p, 'aabnet', key));
    }
  }

  /** A box that counts others: a folded level is folded out, and what a scene counts is opened from what stands above it. */
  #open(box: Box): void {
    if ('folded' in box.element.dataset) return this.foldLevel(box);
    const above = this.picture.next(box.id, 'up').flatMap((b) => b.key ?? []);
    if (above.length > 0) go((p) => above.filter((key) => !p.getAll('aabnet').includes(key)).forEach((key) => p.append('aabnet', key)));
  }

  /** Folds the level that a box stands in into one box in each lane, and out again. */
  foldLevel(box: Box): void {
    if (box.level >= 0) this.#toggle(`niveau ${box.level}`);
  }

  /** Folds the lane that a box stands in into one box, and out again. */
  foldLane(box: Box): void {
    const lane = this.picture.lane(place(box).y);
    if (lane !== undefined) this.#toggle(lane);
  }

  #toggle(folded: string): void {
    go((p) => toggle(p, 'foldet', folded));
  }

  impact(box: Box): void {
    if (box.key) location.assign(`/paavirkning?aendring=${encodeURIComponent(`${box.key}=bortfalder`)}`);
  }

  #prepare(svg: SVGSVGElement): Picture {
    const picture = new Picture(svg);
    // One stop for the keyboard: arrows go on from there.
    picture.boxes.forEach((box, i) => box.element.setAttribute('tabindex', i === 0 ? '0' : '-1'));
    const boxOf = (target: EventTarget | null) => {
      const element = (target as Element | null)?.closest<SVGGElement>('.node');
      return picture.boxes.find((b) => b.element === element);
    };
    // The first press may move the picture (a phone's details take half of it): what is under the second one is another box.
    let pressed: Box | undefined;
    svg.addEventListener('click', (event) => {
      if (event.detail > 1) return;
      const box = boxOf(event.target);
      pressed = box;
      if (box?.key && (event.ctrlKey || event.metaKey)) window.open(`/knude?noegle=${encodeURIComponent(box.key)}`, '_blank', 'noopener');
      else this.select(box);
      if (box) box.element.focus({ preventScroll: true });
      else if (document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement) document.activeElement.blur();
    });
    svg.addEventListener('auxclick', (event) => {
      const box = boxOf(event.target);
      if (box?.key && event.button === 1) window.open(`/knude?noegle=${encodeURIComponent(box.key)}`, '_blank', 'noopener');
    });
    svg.addEventListener('dblclick', () => {
      if (pressed) this.focus(pressed);
    });
    svg.addEventListener('focusin', (event) => {
      const box = boxOf(event.target);
      if (box && (event.target as Element).matches(':focus-visible')) this.viewport.reveal(place(box));
    });
    ribbons(picture, this.selection.details);
    this.#minimap.show(picture);
    return picture;
  }

  #swap(next: SVGSVGElement | null): void {
    const svg = next ? document.importNode(next, true) : document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const before = this.picture;
    const had = before.boxes.find((b) => b.element === document.activeElement)?.id;
    const picture = this.#prepare(svg);
    const anchor = this.selection.id ?? before.boxes.find((b) => picture.box(b.id))?.id;
    const [was, is] = [anchor ? before.box(anchor) : undefined, anchor ? picture.box(anchor) : undefined];
    this.picture = picture;
    this.viewport.show(svg, was && is ? { before: DOMPoint.fromPoint(place(was)), after: DOMPoint.fromPoint(place(is)) } : undefined);
    glide(before, picture);
    this.selection.in(picture);
    // Whoever stood on a box stands on it again, selected or not.
    const box = had === undefined ? undefined : picture.box(had);
    if (!box) return;
    if (box.id === this.selection.id) return this.select(box, true);
    this.#stop(box);
    box.element.focus({ preventScroll: true });
  }

  #bar(figure: HTMLElement): void {
    const bar = document.createElement('div');
    bar.className = 'zoom';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', 'Visning');
    for (const [text, label, act] of [
      ['+', 'Zoom ind', () => this.viewport.by(1.4)],
      ['−', 'Zoom ud', () => this.viewport.by(1 / 1.4)],
      ['1:1', '1:1, faktisk størrelse', () => this.viewport.actual()],
      ['Alt', 'Alt, hele billedet', () => this.viewport.fit(true)],
      ['Kopiér link', 'Kopiér link til det, der vises', () => void copy()],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.title = label;
      button.setAttribute('aria-label', label);
      button.addEventListener('click', act);
      bar.append(button);
    }
    figure.append(bar);
  }
}

async function copy(): Promise<void> {
  const said = document.querySelector<HTMLElement>('.zoom [aria-label^="Kopiér"]');
  try {
    await navigator.clipboard.writeText(await shortAddress(new URL(location.href)));
    if (said) said.textContent = 'Kopieret';
  } catch {
    if (said) said.textContent = 'Kopiér fra adresselinjen';
  }
}
