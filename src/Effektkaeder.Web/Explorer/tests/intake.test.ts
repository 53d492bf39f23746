import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake, linesOf } from '../src/intake';

describe('what is told of a file that is dropped', () => {
  const importerAftale = {
    udfald: 'AFVIST',
    aftale: null,
    revision: null,
    aendringer: [{ art: 'OMDOEBT', type: 'Bidrag', titel: 'En tovholder', hvad: 'tekst', foer: 'en vejleder', efter: 'en tovholder' }],
    diagnostik: [
      { alvor: 'FEJL', linje: 0, besked: 'Kommunen mangler.', raad: 'Skriv den.' },
      { alvor: 'ADVARSEL', linje: 2, besked: 'Datoen mangler.', raad: null },
    ],
    fejl: [],
  };

  beforeEach(() => {
    document.body.innerHTML = '<section id="indlaes" hidden><input id="filer" type="file"><div id="rapport"></div></section>';
    vi.stubGlobal('fetch', async () => Response.json({ data: { importerAftale } }));
    intake();
  });
  afterEach(() => vi.unstubAllGlobals());

  const drop = async () => {
    const event = new Event('drop', { cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [new File(['# Aftale\nFrist: <b>x</b> dato\n'], 'ny.md')] } });
    document.getElementById('indlaes')!.dispatchEvent(event);
    await vi.waitFor(() => expect(document.querySelectorAll('#rapport details')).toHaveLength(2));
  };
  const told = (selector: string) => [...document.querySelectorAll(`#rapport ${selector}`)].map((e) => e.textContent);

  it('stands open: why it is refused, what to do, and the words of the line, as text', async () => {
    await drop();
    expect(document.querySelectorAll('#rapport details[open]')).toHaveLength(2);
    expect(told('summary')).toEqual(['2 bemærkninger fra læseren', '1 ændring']);
    expect(told('li')[0]).toBe('fejl: Kommunen mangler. Skriv den.');
    expect(told('blockquote')).toEqual(['Frist: <b>x</b> dato']);
    expect(told('button')).toEqual([]);
  });

  it('says a change in words, with what it was and what it becomes', async () => {
    await drop();
    expect(told('li').at(-1)).toContain('omdøbt: Bidrag »En tovholder«, tekst');
    expect([told('del'), told('ins')]).toEqual([['en vejleder'], ['en tovholder']]);
  });

  it('reads no lines in a file that is not text', () => {
    expect(linesOf(new Uint8Array([0x50, 0x4b, 3, 4, 0xff]))).toEqual([]);
    expect(linesOf(new Uint8Array([65, 0, 66]))).toEqual([]);
  });
});
