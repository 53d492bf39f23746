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
