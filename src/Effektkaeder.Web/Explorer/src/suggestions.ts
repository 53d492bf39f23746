import { ask } from './graphql';

interface Hit {
  node: { noegle: string; titel: string; slags: string; kommune: string; center?: { titel: string } | null };
}

const query = `query Forslag($tekst: String!) {
  soeg(tekst: $tekst, first: 8) { hits { node { noegle titel slags kommune center { titel } } } }
}`;

let lists = 0;

/** "MILEPAEL" as people write it. */
const word = (kind: string) => kind.toLowerCase().replaceAll('_', ' ').replaceAll('ae', 'æ').replaceAll('oe', 'ø').replaceAll('aa', 'å');

/**
 * Suggestions under a search field: a combobox as WAI-ARIA describes it; without script the form still searches.
 * @param pick What is done with the key of what was chosen.
 */
export function suggest(input: HTMLInputElement, pick: (key: string) => void): void {
  const list = document.createElement('ul');
  list.id = `forslag-${(lists += 1)}`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Forslag');
  list.hidden = true;
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';

  let asked: AbortController | undefined;
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (item: HTMLElement) => {
    close();
    pick(item.dataset['key']!);
  };

  const show = (hits: Hit[]) => {
    list.replaceChildren(
      ...hits.map(({ node }, i) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${i}`;
        item.setAttribute('role', 'option');
        item.dataset['key'] = node.noegle;
        const about = document.createElement('small');
        about.textContent = [word(node.slags), node.center?.titel, node.kommune].filter(Boolean).join(', ');
        item.append(node.titel, ' ', about);
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(item);
        });
        return item;
      }),
    );
    active = -1;
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
  };

  const step = (index: number) => {
    const items = [...list.children] as HTMLElement[];
    if (items.length === 0) return;
    active = (index + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', items[active]!.id);
  };

  input.addEventListener('input', async () => {
    asked?.abort();
    const tekst = input.value.trim();
    if (tekst.length < 2) return close();
    asked = new AbortController();
    try {
      show((await ask<{ soeg: { hits: Hit[] } }>(query, { tekst }, asked.signal)).soeg.hits);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) close();
    }
  });

  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') step(active + 1);
    else if (event.key === 'ArrowUp') step(active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) take(list.children[active] as HTMLElement);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
}

/** Goes to a node's own page. */
export function open(key: string): void {
  location.assign(`/knude?noegle=${encodeURIComponent(key)}`);
}
