import { describe, expect, it } from 'vitest';
import { Picture, place } from '../src/picture';
import { drawn } from './drawn';

/** a and b lead to c through a junction, c to d; b is coupled to e. */
const picture = () =>
  new Picture(
    drawn({
      boxes: { a: [0, 0], b: [0, 50], c: [1, 20], d: [2, 20], e: [0, 90] },
      dots: ['j'],
      lines: [
        ['a', 'j'],
        ['b', 'j'],
        ['j', 'c'],
        ['c', 'd'],
      ],
      couplings: [['b', 'e']],
    }),
  );

const ids = (elements: Iterable<Element>) => [...elements].map((e) => e.getAttribute('data-key') ?? line(e)).toSorted();
const line = (e: Element) => e.getAttribute('data-id') ?? `${e.getAttribute('data-from')}>${e.getAttribute('data-to')}`;

describe('a picture', () => {
  it('passes through junctions to the boxes on either side', () => {
    expect(
      picture()
        .next('c', 'up')
        .map((b) => b.id),
    ).toEqual(['a', 'b']);
    expect(
      picture()
        .next('a', 'down')
        .map((b) => b.id),
    ).toEqual(['c']);
  });

  it('gives a chain up and down, with the lines between and nothing beside it', () => {
    expect(ids(picture().chain('c'))).toEqual(['a', 'a>j', 'b', 'b>j', 'c', 'c>d', 'd', 'j', 'j>c']);
    expect(ids(picture().chain('a'))).not.toContain('b');
  });

  it('adds the couplings of the box alone, with their other ends', () => {
    expect(ids(picture().chain('b'))).toContain('e');
    expect(ids(picture().chain('c'))).not.toContain('e');
  });

  it('knows the lane at a height, and rows that stand in no column', () => {
    const svg = drawn({ boxes: { a: [0, 0] } });
    svg
      .querySelector('.levels')!
      .insertAdjacentHTML('beforebegin', '<g class="lanes"><rect class="lane" data-lane="l" y="10" height="40"/></g>');
    svg.querySelector('.node')!.removeAttribute('data-level');
    expect([new Picture(svg).lane(5), new Picture(svg).lane(50)]).toEqual([undefined, 'l']);
    expect(new Picture(svg).box('a')?.level).toBe(-1);
  });

  it('knows the level that a heading stands over, and none where nothing stands in levels', () => {
    expect([0, 140, 260, 900].map((x) => picture().level(x))).toEqual([0, 0, 1, 2]);
    const rows = drawn({ boxes: { a: [0, 0] } });
    rows.querySelector('.node')!.removeAttribute('data-level');
    expect(new Picture(rows).level(50)).toBeUndefined();
  });

  it('reads a place from what is written', () => {
    expect(place(picture().box('d')!)).toEqual({ x: 400, y: 20, width: 100, height: 30 });
  });
});
