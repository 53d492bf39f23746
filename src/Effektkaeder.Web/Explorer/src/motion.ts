import { place, type Picture } from './picture';

const length = 250;
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Boxes that two pictures share glide from where they were; new ones and the lines appear. Nothing moves where motion is unwanted. */
export function glide(before: Picture, after: Picture): void {
  if (still.matches || after.boxes.length > 400) return;
  const timing: KeyframeAnimationOptions = { duration: length, easing: 'ease-out' };
  for (const box of after.boxes) {
    const was = before.box(box.id);
    if (!was) {
      box.element.animate([{ opacity: 0 }, { opacity: 1 }], timing);
      continue;
    }
    const [from, to] = [place(was), place(box)];
    if (from.x === to.x && from.y === to.y) continue;
    box.element.animate([{ transform: `translate(${from.x - to.x}px,${from.y - to.y}px)` }, { transform: 'none' }], timing);
  }
  for (const line of after.lines) line.element.animate([{ opacity: 0 }, { opacity: 1 }], timing);
}
