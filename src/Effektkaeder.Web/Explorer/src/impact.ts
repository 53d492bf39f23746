import { go, onShown } from './page';
import type { Scene } from './scene';
import { suggest } from './suggestions';

/** Changes are found by search, chosen at once, and the list of what they touch points into the picture. */
export function impact(scene: Scene | undefined): void {
  const listen = () => {
    document.querySelectorAll<HTMLInputElement>('form[data-add] input[type=search]').forEach((input) => {
      if (input.dataset['live']) return;
      input.dataset['live'] = 'ja';
      suggest(input, (key) =>
        go((p) => {
          p.append('aendring', `${key}=bortfalder`);
          p.delete('valgt');
        }),
      );
    });
    document.querySelectorAll<HTMLSelectElement>('form.change select').forEach((select) => {
      if (select.dataset['live']) return;
      select.dataset['live'] = 'ja';
      select.addEventListener('change', () => select.form?.requestSubmit());
    });
  };
  listen();
  onShown(listen);
  if (!scene) return;
  scene.selection.onChosen(tell);

  // Where changes are gathered already, what a box's menu offers is one more of them.
  document.querySelector('.details')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-change]');
    const key = link?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (!link || key === undefined || location.pathname !== '/paavirkning' || (event as MouseEvent).ctrlKey) return;
    event.preventDefault();
    go((p) => {
      const others = p.getAll('aendring').filter((change) => change.slice(0, change.lastIndexOf('=')) !== key);
      p.delete('aendring');
      for (const change of [...others, `${key}=${link.dataset['change']}`]) p.append('aendring', change);
      p.delete('valgt');
    });
  });

  // A line that names what is in the picture shows where; with Ctrl it leads there, as any link does.
  document.querySelector('.list')?.addEventListener('click', (event) => {
    const { ctrlKey, metaKey, target } = event as MouseEvent;
    const link = (target as Element).closest<HTMLAnchorElement>('a.node-link[data-key]');
    const box = link ? scene.picture.boxes.find((b) => b.key === link.dataset['key']) : undefined;
    if (!box || ctrlKey || metaKey) return;
    event.preventDefault();
    scene.select(box, true);
  });
}

/** What the list says of a box that is chosen in the picture stands above its details, and its line in the list is marked. */
function tell(key: string | undefined): void {
  document.querySelector('.fate')?.remove();
  document.querySelectorAll('.list .here').forEach((line) => line.classList.remove('here'));
  const list = document.querySelector('.list');
  const lines = key === undefined || !list ? [] : linesOf(list, key);
  lines.forEach((line) => line.classList.add('here'));
  const explained = lines.find((line) => line.querySelector('details'));
  if (!explained) return;
  const fate = document.createElement('section');
  fate.className = 'fate';
  fate.setAttribute('aria-label', 'Hvad der sker');
  fate.append(...[...explained.cloneNode(true).childNodes]);
  fate.querySelector('details')!.open = true;
  const show = document.createElement('button');
  show.type = 'button';
  show.textContent = 'Vis i listen';
  show.addEventListener('click', () => explained.scrollIntoView({ block: 'center' }));
  fate.append(show);
  document.querySelector('.details')?.prepend(fate);
}

function linesOf(list: Element, key: string): HTMLElement[] {
  const links = list.querySelectorAll<HTMLElement>('li a.node-link[data-key]');
  return [...links].filter((link) => link.dataset['key'] === key).map((link) => link.closest<HTMLElement>('li')!);
}
