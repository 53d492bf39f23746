import { ask } from './graphql';
import { mine } from './live';

interface Answer {
  importerAftale: {
    udfald: 'INDLAEST' | 'UAENDRET' | 'AFVIST';
    aftale: { titel: string; noegle: string } | null;
    revision: { nummer: number } | null;
    aendringer: { art: keyof typeof arts; type: string; titel: string; hvad: string | null; foer: string | null; efter: string | null }[];
    diagnostik: { alvor: string; linje: number; besked: string; raad: string | null }[];
    fejl: { besked: string }[];
  };
}

const mutation = `mutation Indlaes($input: ImporterAftaleInput!) {
  importerAftale(input: $input) {
    udfald aftale { titel noegle } revision { nummer } aendringer { art type titel hvad foer efter }
    diagnostik { alvor linje besked raad } fejl { besked }
  }
}`;

const outcomes = { INDLAEST: 'kan indlæses', UAENDRET: 'siger det samme som før', AFVIST: 'kan ikke indlæses' };
const arts = { NY: 'ny', AENDRET: 'ændret', OMDOEBT: 'omdøbt', FJERNET: 'væk' };
const most = 200;

/** So many lines are read at once; more are counted, and opened by whoever wants them. */
const few = 12;

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
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = base64(bytes);
        const ahead = await send(file.name, content, true);
        section.replaceChildren();
        show(section, file.name, ahead, linesOf(bytes));
        if (ahead.udfald === 'INDLAEST') offer(section, file.name, content);
      } catch (error) {
        section.replaceChildren();
        tell(section, 'h3', file.name);
        tell(section, 'p', error instanceof Error ? error.message : String(error), 'notice');
      }
    }
  };
  const send = async (filnavn: string, indholdBase64: string, proeve: boolean) =>
    (await ask<Answer>(mutation, { input: { filnavn, indholdBase64, proeve, kommune: kommune?.value || null } })).importerAftale;
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

function show(section: HTMLElement, name: string, answer: Answer['importerAftale'], source: string[]): void {
  tell(section, 'h3', `${name} ${outcomes[answer.udfald]}`);
  for (const fault of answer.fejl) tell(section, 'p', fault.besked, 'notice');
  const isRefused = answer.udfald === 'AFVIST';
  lines(section, 'bemærkning fra læseren', 'bemærkninger fra læseren', answer.diagnostik, isRefused, (line, d) => {
    line.append(`${d.alvor.toLowerCase()}${d.linje > 0 ? `, linje ${d.linje}` : ''}: ${[d.besked, d.raad].filter(Boolean).join(' ')}`);
    const words = source[d.linje - 1]?.trim();
    if (words) tell(line, 'blockquote', words);
  });
  lines(section, 'ændring', 'ændringer', answer.aendringer, false, (line, c) => {
    line.append(`${arts[c.art]}: ${c.type} »${c.titel}«${c.hvad === null ? '' : `, ${c.hvad}`}`);
    for (const [element, words] of [
      ['del', c.foer],
      ['ins', c.efter],
    ] as const) {
      if (words === null) continue;
      line.append(' ');
      tell(line, element, words);
    }
  });
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

/** The lines of a file of text, to stand beside what is said of them; a file of another kind has none that can be read here. */
export function linesOf(bytes: Uint8Array): string[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? [] : text.split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
