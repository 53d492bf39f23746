import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intake } from '../src/intake';

describe('what is told of a file that is dropped', () => {
  const importerAftale = {
    udfald: 'AFVIST',
    aftale: null,
    revision: null,
    aendringer: [{ art: 'OMDOEBT', slags: 'bidrag', titel: 'En tovholder', hvad: 'tekst', foer: 'en vejleder', efter: 'en tovholder' }],
    diagnostik: [
      { alvor: 'FEJL', linje: 0, sted: null, besked: 'Kommunen mangler.', raad: 'Skriv den.' },
      { alvor: 'ADVARSEL', linje: 3, sted: 'side 1', besked: 'Datoen mangler.', raad: null },
    ],
    linjer: [
      { linje: 1, tilLinje: 1, sted: 'side 1', slags: 'overskrift', tekst: 'Aftale', blev: [], erUlaest: false },
      {
        linje: 2,
        tilLinje: 4,
        sted: 'side 1',
        slags: 'række',
        tekst: 'Frist: <b>x</b> dato',
        blev: ['felt »Frist«', 'milepæl »x dato«'],
        erUlaest: false,
      },
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
    Object.defineProperty(event, 'dataTransfer', { value: { files: [new File(['ikke tekst'], 'ny.docx')] } });
    document.getElementById('indlaes')!.dispatchEvent(event);
    await vi.waitFor(() => expect(document.querySelectorAll('#rapport details')).toHaveLength(3));
  };
  const told = (selector: string) => [...document.querySelectorAll(`#rapport ${selector}`)].map((e) => e.textContent);

  it('stands open: why it is refused, what to do, and the words of the line, as text', async () => {
    await drop();
    expect(document.querySelectorAll('#rapport details[open]')).toHaveLength(3);
    expect(told('summary')).toEqual(['2 bemærkninger fra læseren', '1 ændring', 'Linje for linje: 2 i dokumentet']);
    expect(told('li')[0]).toBe('fejl: Kommunen mangler. Skriv den.');
    expect(told('blockquote')).toEqual(['Frist: <b>x</b> dato']);
    expect(told('button')).toEqual([]);
  });

  it('says a change in words, with what it was and what it becomes', async () => {
    await drop();
    expect(told('li').at(-1)).toContain('omdøbt: bidrag »En tovholder«, tekst');
    expect([told('del'), told('ins')]).toEqual([['en vejleder'], ['en tovholder']]);
  });

  it('sets the document, whatever its format, beside what each line became and what is doubtful', async () => {
    await drop();
    const rows = [...document.querySelectorAll('.beside tbody tr')].map((r) => [...r.querySelectorAll('td')].map((c) => c.textContent));
    expect(rows).toEqual([
      ['side 1', 'Aftale', ''],
      ['side 1', 'Frist: <b>x</b> dato', 'felt »Frist«\nmilepæl »x dato«advarsel: Datoen mangler.'],
    ]);
  });
});
