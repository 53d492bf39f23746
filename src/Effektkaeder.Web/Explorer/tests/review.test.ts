import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { review } from '../src/review';

describe('the review of couplings', () => {
  const answer = { data: { afgoerKoblinger: { revision: { nummer: 6 }, fejl: [] } } };
  const fetched = vi.fn(async () => Response.json(answer));

  const open = () => {
    document.body.innerHTML = `<select><option>a</option></select><section class="review" data-revision="5">
      ${['x', 'y'].map((e) => `<li class="coupling" tabindex="-1" data-edge="${e}" data-status="FORESLAAET"><small></small></li>`).join('')}
      </section>`;
  };

  // It listens to the page, which is one, however often its parts are put in place.
  beforeAll(() => {
    open();
    review();
  });
  beforeEach(() => {
    open();
    vi.stubGlobal('fetch', fetched);
    fetched.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  const press = (key: string, on: Element) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const items = () => [...document.querySelectorAll<HTMLElement>('.coupling')];

  it('takes no key that is meant for a list to choose from', async () => {
    for (const key of ['b', 'a', 'u', 'n']) press(key, document.querySelector('select')!);
    await Promise.resolve();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('decides the coupling that a key is pressed on, says so and goes on to the next', async () => {
    press('b', items()[0]!);
    await vi.waitFor(() => expect(items()[0]!.querySelector('small')!.textContent).toBe('bekræftet'));
    expect(document.activeElement).toBe(items()[1]);
  });
});
