import { ask } from './graphql';

interface Answer {
  importerAftale: {
    udfald: 'INDLAEST' | 'UAENDRET' | 'AFVIST';
    aftale: { titel: string } | null;
    aendringer: { art: string; type: string; titel: string }[];
    diagnostik: { alvor: string; linje: number | null; besked: string }[];
    fejl: { besked: string }[];
  };
}

const mutation = `mutation Indlaes($input: ImporterAftaleInput!) {
  importerAftale(input: $input) {
    udfald aftale { titel } aendringer { art type titel } diagnostik { alvor linje besked } fejl { besked }
  }
}`;

const outcomes = { INDLAEST: 'kan indlæses', UAENDRET: 'siger det samme som før', AFVIST: 'kan ikke indlæses' };
const most = 200;

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
        const content = await base64(file);
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
        tell(section, 'p', `Gemt: ${kept.aftale?.titel ?? name}. Genindlæs siden for at se den på listen.`);
        button.remove();
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
  lines(
    section,
    `${answer.diagnostik.length} bemærkninger fra læseren`,
    answer.diagnostik,
    (d) => `${d.alvor.toLowerCase()}${d.linje === null ? '' : `, linje ${d.linje}`}: ${d.besked}`,
  );
  lines(section, `${answer.aendringer.length} ændringer`, answer.aendringer, (c) => `${c.art}: ${c.type} ${c.titel}`);
}

function lines<T>(section: HTMLElement, heading: string, items: T[], text: (item: T) => string): void {
  if (items.length === 0) return;
  const details = document.createElement('details');
  tell(details, 'summary', heading);
  const list = document.createElement('ul');
  for (const item of items.slice(0, most)) tell(list, 'li', text(item));
  if (items.length > most) tell(list, 'li', `… og ${items.length - most} flere`);
  details.append(list);
  section.append(details);
}

function tell(parent: Element, element: string, text: string, style = ''): void {
  const made = document.createElement(element);
  made.textContent = text;
  made.className = style;
  parent.append(made);
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
