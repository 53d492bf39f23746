/** What a server-drawn picture holds: its boxes, and which lines lead from which to which. */
export class Picture {
  readonly boxes: Box[] = [];
  readonly #byId = new Map<string, Box>();
  readonly lines: Line[] = [];
  readonly #lanes: { id: string; top: number; bottom: number }[] = [];
  readonly #out = new Map<string, Line[]>();
  readonly #in = new Map<string, Line[]>();

  constructor(readonly svg: SVGSVGElement) {
    for (const element of svg.querySelectorAll<SVGGElement>('.node[data-level], .node[data-key], .dot[data-id]')) {
      const key = element.dataset['key'];
      const id = element.dataset['id'] ?? key;
      if (id === undefined) continue;
      const box = { id, key, element, level: Number(element.dataset['level'] ?? -1) };
      this.#byId.set(id, box);
      if (element.matches('.node')) this.boxes.push(box);
    }
    for (const lane of svg.querySelectorAll<SVGRectElement>('.lane[data-lane]')) {
      const [top, height] = [Number(lane.getAttribute('y')), Number(lane.getAttribute('height'))];
      this.#lanes.push({ id: lane.dataset['lane']!, top, bottom: top + height });
    }
    for (const element of svg.querySelectorAll<SVGGElement>('g[data-from]')) {
      const line = { from: element.dataset['from']!, to: element.dataset['to']!, element, isCoupling: !!element.closest('.couplings') };
      this.lines.push(line);
      push(this.#out, line.from, line);
      push(this.#in, line.to, line);
    }
  }

  /** The lane at a height, in the picture's own units. */
  lane(y: number): string | undefined {
    return this.#lanes.find(({ top, bottom }) => y >= top && y <= bottom)?.id;
  }

  /** The level whose boxes stand nearest to a place across the picture; undefined where nothing stands in levels. */
  level(x: number): number | undefined {
    const away = (box: Box) => {
      const { x: left, width } = place(box);
      return Math.max(left - x, x - left - width, 0);
    };
    return this.boxes.filter((b) => b.level >= 0).toSorted((a, b) => away(a) - away(b))[0]?.level;
  }

  box(id: string): Box | undefined {
    return this.#byId.get(id);
  }

  /** Boxes next above or below one, junctions of bundles passed through. */
  next(id: string, way: 'up' | 'down'): Box[] {
    const found: Box[] = [];
    for (const line of this.#lines(id, way)) {
      const end = this.box(way === 'up' ? line.from : line.to);
      if (!end) continue;
      if (end.element.matches('.dot')) found.push(...this.next(end.id, way));
      else found.push(end);
    }
    return [...new Set(found)];
  }

  coupled(id: string): Line[] {
    return [...(this.#out.get(id) ?? []), ...(this.#in.get(id) ?? [])].filter((l) => l.isCoupling);
  }

  /** A box with all above and below it, and the elements of the lines between; its couplings with their other ends. */
  chain(id: string): Set<Element> {
    const on = new Set<Element>();
    for (const way of ['up', 'down'] as const) {
      const waiting = [id];
      const met = new Set<string>();
      while (waiting.length > 0) {
        const at = waiting.pop()!;
        if (met.has(at)) continue;
        met.add(at);
        const box = this.box(at);
        if (box) on.add(box.element);
        for (const line of this.#lines(at, way)) {
          on.add(line.element);
          waiting.push(way === 'up' ? line.from : line.to);
        }
      }
    }
    for (const line of this.coupled(id)) {
      on.add(line.element);
      for (const end of [line.from, line.to]) {
        const box = this.box(end);
        if (box) on.add(box.element);
      }
    }
    return on;
  }

  #lines(id: string, way: 'up' | 'down'): Line[] {
    return ((way === 'up' ? this.#in : this.#out).get(id) ?? []).filter((l) => !l.isCoupling);
  }
}

export interface Box {
  readonly id: string;
  readonly key: string | undefined;
  readonly element: SVGGElement;
  /** Its column; -1 for a row, which stands in none. */
  readonly level: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly element: SVGGElement;
  readonly isCoupling: boolean;
}

/** Where a box stands in its picture, read from what is written, so that nothing has to be laid out. */
export function place(box: Box): { x: number; y: number; width: number; height: number } {
  const rect = box.element.querySelector('.b');
  const number = (name: string) => Number(rect?.getAttribute(name) ?? 0);
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
