import { note } from './page';
import type { Box, Picture } from './picture';

/** Which box is looked at: its chain stands out, the rest dims, and its details are asked for. */
export class Selection {
  #asked: AbortController | undefined;
  #id: string | undefined;
  readonly #told: ((key: string | undefined) => void)[] = [];

  constructor(readonly details: HTMLElement | null) {}

  get id(): string | undefined {
    return this.#id;
  }

  /** Called with the key of what is selected, each time it is another; with nothing where nothing is. */
  onChosen(act: (key: string | undefined) => void): void {
    this.#told.push(act);
  }

  /** Shows what is selected in a new picture, where it is there. */
  in(picture: Picture): void {
    const box = this.#id === undefined ? undefined : picture.box(this.#id);
    mark(picture, box);
  }

  choose(picture: Picture, box: Box | undefined): void {
    if (box?.id === this.#id && box) return;
    this.#id = box?.id;
    mark(picture, box);
    this.#told.forEach((act) => act(box?.key));
    note((parameters) => {
      if (box?.key) parameters.set('valgt', box.key);
      else parameters.delete('valgt');
    });
    if (box?.key) void this.#show(box.key);
    else this.details?.replaceChildren();
  }

  /** Takes what the server has shown already. */
  start(picture: Picture): void {
    const key = new URL(location.href).searchParams.get('valgt');
    const box = key === null ? undefined : picture.boxes.find((b) => b.key === key);
    this.#id = box?.id;
    if (box) mark(picture, box);
  }

  async #show(key: string): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const response = await fetch(`/detaljer?noegle=${encodeURIComponent(key)}`, { signal: this.#asked.signal });
      if (!response.ok) throw new Error(`Serveren svarede ${response.status}.`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      this.details?.replaceChildren(...[...page.body.childNodes].map((n) => document.importNode(n, true)));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const told = document.createElement('p');
      told.className = 'notice';
      told.textContent = `Detaljerne kunne ikke hentes. ${error instanceof Error ? error.message : ''}`;
      this.details?.replaceChildren(told);
    }
  }
}

function mark(picture: Picture, box: Box | undefined): void {
  picture.svg.querySelectorAll('.on, .chosen').forEach((e) => e.classList.remove('on', 'chosen'));
  picture.svg.classList.toggle('dimmed', box !== undefined);
  for (const each of picture.boxes) each.element.removeAttribute('aria-current');
  if (!box) return;
  for (const element of picture.chain(box.id)) element.classList.add('on');
  box.element.classList.add('chosen');
  box.element.setAttribute('aria-current', 'true');
}
