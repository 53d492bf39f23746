import { go } from './page';
import { place, type Box } from './picture';
import type { Scene } from './scene';

const help: readonly (readonly [string, string])[] = [
  ['← →', 'til det over, til det under'],
  ['↑ ↓', 'til søskende over og under'],
  ['Mellemrum', 'fold sammen eller ud'],
  ['Skift + mellemrum', 'fold hele centrets bane sammen eller ud'],
  ['n', 'fold hele niveauet sammen eller ud'],
  ['Enter', 'vis kun kæden'],
  ['i', 'hvad rammes, hvis den bortfalder'],
  ['Esc', 'tilbage'],
  ['+ − 0 1', 'zoom ind, ud, det hele, faktisk størrelse'],
  ['/', 'søg'],
  ['?', 'denne liste'],
];

/** The keyboard in a picture: arrows walk along its lines, the rest acts on the box they have come to. */
export function keys(scene: Scene): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    // The list of keys is closed by its own Esc, and no key reaches what is behind it.
    if (document.querySelector('dialog[open]')) return;
    const inPicture = (event.target as Element | null)?.closest?.('svg .node') !== null && event.target !== document.body;
    const box = scene.selected ?? scene.picture.boxes.find((b) => b.element === event.target);
    const key = event.key === ' ' && event.shiftKey ? 'lane' : event.key;
    const act = general(scene, key) ?? (inPicture && box ? onBox(scene, box, key) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function general(scene: Scene, key: string): (() => void) | undefined {
  switch (key) {
    case '+':
      return () => scene.viewport.by(1.4);
    case '-':
      return () => scene.viewport.by(1 / 1.4);
    case '0':
      return () => scene.viewport.fit(true);
    case '1':
      return () => scene.viewport.actual();
    case '?':
      return showHelp;
    case 'Escape':
      return () => {
        if (scene.selected) scene.select(undefined);
        else if (new URL(location.href).searchParams.has('fokus')) scene.unfocus();
        else go((p) => ['foldet', 'aabnet'].forEach((name) => p.delete(name)));
      };
    default:
      return undefined;
  }
}

function onBox(scene: Scene, box: Box, key: string): (() => void) | undefined {
  const to = (next: Box | undefined) => () => next && scene.select(next, true);
  switch (key) {
    case 'ArrowLeft':
      return to(nearest(box, scene.picture.next(box.id, 'up')));
    case 'ArrowRight':
      return to(nearest(box, scene.picture.next(box.id, 'down')));
    case 'ArrowUp':
      return to(sibling(scene, box, -1));
    case 'ArrowDown':
      return to(sibling(scene, box, 1));
    case ' ':
      return () => scene.fold(box);
    case 'lane':
      return () => scene.foldLane(box);
    case 'n':
      return () => scene.foldLevel(box);
    case 'Enter':
      return scene.selected === box ? () => scene.focus(box) : () => scene.select(box, true);
    case 'i':
      return () => scene.impact(box);
    default:
      return undefined;
  }
}

/** Of several, the one at the same height. */
function nearest(box: Box, boxes: Box[]): Box | undefined {
  const { y } = place(box);
  return boxes.toSorted((a, b) => Math.abs(place(a).y - y) - Math.abs(place(b).y - y))[0];
}

/** The next box of the same level, up or down. */
function sibling(scene: Scene, box: Box, step: 1 | -1): Box | undefined {
  const column = scene.picture.boxes.filter((b) => b.level === box.level).toSorted((a, b) => place(a).y - place(b).y);
  return column[column.indexOf(box) + step];
}

/** Whether a key is for what it is pressed in: words, or a choice in a list. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function showHelp(): void {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', 'Taster');
  const list = document.createElement('dl');
  for (const [key, does] of help) {
    const [term, text] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = key;
    text.textContent = does;
    list.append(term, text);
  }
  const close = document.createElement('button');
  close.textContent = 'Luk';
  close.addEventListener('click', () => dialog.close());
  dialog.append(list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
