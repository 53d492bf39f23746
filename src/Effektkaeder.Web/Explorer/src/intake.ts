import { ask } from './graphql';
import { mine } from './live';

interface Answer {
  importerAftale: {
    udfald: 'INDLAEST' | 'UAENDRET' | 'AFVIST';
    aftale: { titel: string; noegle: string } | null;
    revision: { nummer: number } | null;
    aendringer: { art: keyof typeof arts; slags: string; titel: string; hvad: string | null; foer: string | null; efter: string | null }[];
    diagnostik: Remark[];
    linjer: Line[];
    fejl: { besked: string }[];
  };
}

interface Remark {
  alvor: string;
  linje: number;
  sted: string | null;
  besked: string;
  raad: string | null;
}

interface Line {
  linje: number;
  tilLinje: number;
  sted: string;
  slags: string;
  tekst: string;
  blev: string[];
  erUlaest: boolean;
}

const mutation = `mutation Indlaes($input: ImporterAftaleInput!, $proeve: Boolean!) {
  importerAftale(input: $input) {
    udfald aftale { titel noegle } revision { nummer } aendringer { art slags titel hvad foer efter }
    diagnostik { alvor linje sted besked raad }
    linjer @include(if: $proeve) { linje tilLinje sted slags tekst blev erUlaest }
    fejl { besked }
  }
}`;

const outcomes = { INDLAEST: 'kan indlæses', UAENDRET: 'siger det samme som før', AFVIST: 'kan ikke indlæses' };
const arts = { NY: 'ny', AENDRET: 'ændret', OMDOEBT: 'omdøbt', FJERNET: 'væk' };
const most = 200;

/** So many lines are read at once; more are counted, and opened by whoever wants them. */
const few = 12;

/** So many lines of a document are set beside what they became. */
const mostLines = 3000;

/** Files are dropped, read without being kept, told of line by line, and kept when that has been seen. */
export function intake(): void {
  const zone = document.getElementById('indlaes');
  const report = document.getElementById('rapport');
  const picker = document.querySelector<HTMLInputElement>('#filer');
  const kommune = document.querySelector<HTMLInputElement>('#kommune');
  if (!zone || !report || !picker) return;
  zone.hidden = false;

  const read = async (files: Iterable<File>) => {
    report.replaceChildren();
    for (const file of files) {
      const section = document.createElement('section');
      section.className = 'intake';
      report.append(section);
      tell(section, 'h3', `${file.name} læses …`);
      try {
        const content = base64(new Uint8Array(await file.arrayBuffer()));
        const ahead = await send(file.name, content, true);
        section.replaceChildren();
        show(section, file.name, ahead);
        if (ahead.udfald === 'INDLAEST') offer(section, file.name, content);
      } catch (error) {
        section.replaceChildren();
        tell(section, 'h3', file.name);
        tell(section, 'p', error instanceof Error ? error.message : String(error), 'notice');
      }
    }
  };
  const send = async (filnavn: string, indholdBase64: string, proeve: boolean) => {
    const input = { filnavn, indholdBase64, proeve, kommune: kommune?.value || null };
    return (await ask<Answer>(mutation, { proeve, input })).importerAftale;
  };
  const offer = (section: HTMLElement, name: string, content: string) => {
    const button = document.createElement('button');
    button.textContent = `Gem ${name}`;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const kept = await send(name, content, false);
        if (kept.fejl.length > 0) throw new Error(kept.fejl.map((f) => f.besked).join(' '));
        if (kept.revision) mine(kept.revision.nummer);
        button.replaceWith(link('Gemt: ', kept.aftale, name));
      } catch (error) {
        button.disabled = false;
        tell(section, 'p', error instanceof Error ? error.message : String(error), 'notice');
      }
    });
    section.append(button);
  };

  picker.addEventListener('change', () => void read([...(picker.files ?? [])]));
  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.toggle('over', type === 'dragenter' || type === 'dragover');
    });
  }
  zone.addEventListener('drop', (event) => void read([...(event.dataTransfer?.files ?? [])]));
}

function show(section: HTMLElement, name: string, answer: Answer['importerAftale']): void {
  tell(section, 'h3', `${name} ${outcomes[answer.udfald]}`);
  for (const fault of answer.fejl) tell(section, 'p', fault.besked, 'notice');
  const isRefused = answer.udfald === 'AFVIST';
  lines(section, 'bemærkning fra læseren', 'bemærkninger fra læseren', answer.diagnostik, isRefused, (line, d) => {
    line.append(`${[d.alvor.toLowerCase(), d.sted].filter(Boolean).join(', ')}: ${[d.besked, d.raad].filter(Boolean).join(' ')}`);
    const words = answer.linjer.find((l) => isAbout(d, l))?.tekst;
    if (words) tell(line, 'blockquote', words);
  });
  lines(section, 'ændring', 'ændringer', answer.aendringer, false, (line, c) => {
    line.append(`${arts[c.art]}: ${c.slags} »${c.titel}«${c.hvad === null ? '' : `, ${c.hvad}`}`);
    for (const [element, words] of [
      ['del', c.foer],
      ['ins', c.efter],
    ] as const) {
      if (words === null) continue;
      line.append(' ');
      tell(line, element, words);
    }
  });
  besides(section, answer);
}

function isAbout(remark: Remark, line: Line): boolean {
  return remark.linje >= line.linje && remark.linje <= line.tilLinje;
}

/** The document in its own order, and beside each of its lines what that became and what is doubtful about it. */
function besides(section: HTMLElement, { linjer, diagnostik, udfald }: Answer['importerAftale']): void {
  if (linjer.length === 0) return;
  const details = document.createElement('details');
  details.className = 'beside';
  details.open = udfald === 'AFVIST' && linjer.length <= few;
  const unread = linjer.filter((l) => l.erUlaest).length;
  tell(details, 'summary', `Linje for linje: ${linjer.length} i dokumentet${unread > 0 ? `, ${unread} blev ikke læst` : ''}`);
  const frame = tell(details, 'div', '', 'wide');
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', 'Linje for linje');
  const table = tell(frame, 'table', '');
  const head = tell(tell(table, 'thead', ''), 'tr', '');
  for (const title of ['Sted', 'Dokumentet', 'Blev til']) (tell(head, 'th', title) as HTMLTableCellElement).scope = 'col';
  const body = tell(table, 'tbody', '');
  for (const line of linjer.slice(0, mostLines)) {
    const row = tell(body, 'tr', '', line.erUlaest ? 'unread' : line.slags === 'overskrift' ? 'heading' : '');
    tell(row, 'td', line.sted);
    tell(row, 'td', line.tekst);
    const became = tell(row, 'td', line.erUlaest ? 'ikke læst' : line.blev.join('\n'));
    for (const d of diagnostik.filter((d) => isAbout(d, line))) tell(became, 'p', `${d.alvor.toLowerCase()}: ${d.besked}`, 'doubt');
  }
  if (linjer.length > mostLines) tell(details, 'p', `… og ${linjer.length - mostLines} flere`);
  section.append(details);
}

function lines<T>(
  section: HTMLElement,
  one: string,
  many: string,
  items: T[],
  isOpen: boolean,
  write: (line: HTMLElement, item: T) => void,
): void {
  if (items.length === 0) return;
  const details = document.createElement('details');
  details.open = isOpen || items.length <= few;
  tell(details, 'summary', `${items.length} ${items.length === 1 ? one : many}`);
  const list = document.createElement('ul');
  for (const item of items.slice(0, most)) write(tell(list, 'li', ''), item);
  if (items.length > most) tell(list, 'li', `… og ${items.length - most} flere`);
  details.append(list);
  section.append(details);
}

function tell(parent: Element, element: string, text: string, style = ''): HTMLElement {
  const made = document.createElement(element);
  made.textContent = text;
  made.className = style;
  parent.append(made);
  return made;
}

function link(before: string, to: { titel: string; noegle: string } | null, name: string): HTMLElement {
  const line = document.createElement('p');
  line.append(before);
  if (to === null) line.append(name);
  else (tell(line, 'a', to.titel) as HTMLAnchorElement).href = `/knude?noegle=${encodeURIComponent(to.noegle)}`;
  return line;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
