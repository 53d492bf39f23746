import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live, mine } from '../src/live';

describe('the line that says who changed what', () => {
  let source: EventTarget;

  beforeEach(() => {
    document.body.innerHTML = '';
    vi.stubGlobal(
      'EventSource',
      class extends EventTarget {
        constructor() {
          super();
          source = this;
        }
        close(): void {}
      },
    );
    live();
  });
  afterEach(() => vi.unstubAllGlobals());

  const hear = (nummer: number) => {
    const grafAendret = { nummer, forfatter: 'Bo', resume: 'Afgjort' };
    source.dispatchEvent(new MessageEvent('next', { data: JSON.stringify({ data: { grafAendret } }) }));
  };
  const line = () => document.querySelector('.live')?.textContent;

  it('tells of what others did, and not of what this page did, whichever comes first', () => {
    mine(6);
    hear(6);
    expect(line()).toBeUndefined();
    hear(7);
    expect(line()).toContain('Bo: Afgjort (revision 7)');
    hear(8);
    mine(8);
    expect(line()).toContain('(revision 7)');
  });
});
