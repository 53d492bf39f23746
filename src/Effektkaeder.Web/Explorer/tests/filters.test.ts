import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, filters } from '../src/filters';
import { visit } from '../src/page';

describe('the sliders over the agreements’ days', () => {
  beforeEach(() => {
    document.body.innerHTML = `<div class="stage"><aside class="filters"><form class="filter">
      <input type="date" name="fra"><input type="range" hidden data-day="fra" min="17000" max="17300" value="17000">
      <input type="date" name="til"><input type="range" hidden data-day="til" min="17000" max="17300" value="17300"></form></aside></div>`;
    filters();
  });

  const field = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  const slide = (day: string, value: number) => {
    const slider = document.querySelector<HTMLInputElement>(`[data-day=${day}]`)!;
    slider.value = String(value);
    slider.dispatchEvent(new Event('input'));
    return slider;
  };

  it('count days as a date field writes them', () => expect([dayOf(0), dayOf(17167)]).toEqual(['1970-01-01', '2017-01-01']));

  it('write the dates, and say them', () => {
    const slider = slide('fra', 17167);
    expect(slider.hidden).toBe(false);
    expect(slider.getAttribute('aria-valuetext')).toBe('2017-01-01');
    expect([field('fra').value, field('til').value]).toEqual(['2017-01-01', '']);
  });

  it('push each other along rather than cross', () => {
    slide('fra', 17200);
    slide('til', 17100);
    expect([field('fra').value, field('til').value]).toEqual([dayOf(17100), dayOf(17100)]);
  });

  it('let all pass at their ends', () => {
    slide('fra', 17167);
    slide('fra', 17000);
    expect(field('fra').value).toBe('');
  });
});

describe('the filters', () => {
  it('ask at once for what is chosen among them, and for nothing that is half written elsewhere', () => {
    const asked = vi.fn(async () => new Response('<p></p>'));
    vi.stubGlobal('fetch', asked);
    document.body.innerHTML = `<div class="stage"><aside class="filters"><form class="filter"><select name="center"></select></form></aside>
      <form class="filter"><input name="a"><input name="b"></form></div>`;
    filters();
    document.querySelector('[name=a]')!.dispatchEvent(new Event('change', { bubbles: true }));
    expect(asked).not.toHaveBeenCalled();
    document.querySelector('[name=center]')!.dispatchEvent(new Event('change', { bubbles: true }));
    expect(asked).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('stay folded or open as the reader left them, when the page is drawn anew', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const drawn = '<div data-region="filtre" class="filters"><details open><summary>Filtre</summary></details></div>';
    document.body.innerHTML = drawn;
    vi.stubGlobal('fetch', async () => new Response(drawn));
    const details = () => document.querySelector<HTMLDetailsElement>('details')!;
    filters();
    expect(details().open).toBe(false);
    await visit(new URL(location.href), false);
    expect(details().open).toBe(false);
    details().querySelector('summary')!.click();
    details().open = true;
    await visit(new URL(location.href), false);
    expect(details().open).toBe(true);
    vi.unstubAllGlobals();
  });
});
