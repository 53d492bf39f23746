import { beforeEach, describe, expect, it } from 'vitest';
import { headOf } from '../src/headings';
import { Viewport } from '../src/viewport';
import { drawn } from './drawn';

describe('the window onto a picture', () => {
  let view: HTMLElement;
  let svg: SVGSVGElement;
  let viewport: Viewport;

  beforeEach(() => {
    view = document.createElement('div');
    Object.defineProperties(view, { clientWidth: { value: 500 }, clientHeight: { value: 400 } });
    svg = drawn({ boxes: { a: [0, 0] } });
    Object.defineProperty(svg, 'viewBox', { value: { baseVal: { width: 1000, height: 500 } } });
    document.body.replaceChildren(view);
    view.append(svg);
    viewport = new Viewport(view);
    viewport.show(svg);
  });

  const wheel = (deltaY: number) => view.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: 0, clientY: 0, cancelable: true }));
  const layer = () => view.querySelector<HTMLElement>('.layer')!;
  const painted = () => parseFloat(layer().style.width) / 1000;
  const scale = () => Number(/scale\(([^)]+)\)/.exec(layer().style.transform)?.[1] ?? 1);

  it('is painted at the scale it rests at', () => {
    expect(painted()).toBe(1);
    expect(layer().style.transform).toBe('translate(0px,0px)');
  });

  it('is scaled as it is while a hand is on it', () => {
    wheel(-250);
    expect(painted()).toBe(1);
    expect(scale()).toBeCloseTo(Math.SQRT2, 3);
    expect(view.classList.contains('moving')).toBe(true);
  });

  it('is painted anew, though a hand is on it, before it is scaled more than twice', () => {
    for (let i = 0; i < 5; i++) wheel(-250);
    expect(scale()).toBeLessThanOrEqual(2);
    expect(painted() * scale()).toBeCloseTo(2 ** 2.5, 3);
  });

  it('begins on a small screen with a box, its letters as large as they are drawn', () => {
    svg.querySelector('.b')!.setAttribute('y', '700');
    viewport.show(svg);
    expect(painted()).toBe(1);
    expect(layer().style.transform).toBe('translate(0px,-590px)');
  });

  it('begins with what it is about, where that is beside the window', () => {
    svg = drawn({ boxes: { a: [0, 0], b: [4, 300] } });
    Object.defineProperty(svg, 'viewBox', { value: { baseVal: { width: 1000, height: 500 } } });
    svg.querySelector('[data-key=b]')!.classList.add('m-dropped');
    viewport.show(svg);
    expect(layer().style.transform).toBe('translate(-600px,0px)');
  });

  it('begins with the mark nearest today’s line, where it has one', () => {
    svg = drawn({ boxes: { a: [0, 0], b: [0, 50], c: [0, 100] } });
    const ends = [700, 1000, 1900];
    svg
      .querySelectorAll('.b')
      .forEach((b, i) => b.insertAdjacentHTML('afterend', `<rect class="s"/><path class="s" d="M${ends[i]} 9l6 7"/>`));
    svg.querySelector('g')!.insertAdjacentHTML('beforeend', '<path class="today" d="M900 16V400"/>');
    Object.defineProperty(svg, 'viewBox', { value: { baseVal: { width: 2000, height: 500 } } });
    viewport.show(svg);
    expect(layer().style.transform).toBe('translate(-750px,0px)');
  });

  it('begins whole where its letters can be read then, else as large as they are drawn', () => {
    const widths = [560, 1000].map((width) => {
      svg = drawn({ boxes: { a: [0, 0] } });
      Object.defineProperty(svg, 'viewBox', { value: { baseVal: { width, height: 300 } } });
      viewport.show(svg);
      return parseFloat(layer().style.width);
    });
    expect(widths).toEqual([500, 1000]);
  });

  it('begins with the first column, whichever box is drawn first', () => {
    svg = drawn({ boxes: { b: [4, 0], a: [0, 700] } });
    viewport.show(svg);
    expect(layer().style.transform).toBe('translate(0px,-590px)');
  });

  it('stands on whole pixels, whatever is asked', () => {
    viewport.centre(333.3, 111.1);
    expect(layer().style.transform).toMatch(/^translate\(-?\d+px,-?\d+px\)/);
  });

  it('knows where the graph begins below the picture’s own heading', () => expect(headOf(svg, '.nodes')).toBe(60));
});
