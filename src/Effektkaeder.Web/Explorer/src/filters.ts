import { addressOf, onShown, visit } from './page';

/** A choice among the filters shows at once; a day when it is whole. */
export function filters(): void {
  const listen = () => {
    document.querySelectorAll<HTMLFormElement>('form.filter').forEach((form) => {
      if (form.dataset['live'] || !form.closest('.stage')) return;
      form.dataset['live'] = 'ja';
      form.addEventListener('change', () => void visit(addressOf(form), true));
    });
  };
  // On a narrow screen the picture needs the room.
  const fold = () => {
    if (!window.matchMedia('(max-width: 900px)').matches) return;
    document.querySelectorAll<HTMLDetailsElement>('.filters > details').forEach((d) => (d.open = false));
  };
  listen();
  fold();
  onShown(listen);
}
