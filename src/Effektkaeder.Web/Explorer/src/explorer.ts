import { filters } from './filters';
import { impact } from './impact';
import { intake } from './intake';
import { isTyping } from './keys';
import { live } from './live';
import { printing } from './printing';
import { review } from './review';
import { scenarios } from './scenarios';
import { Scene } from './scene';
import { open, suggest } from './suggestions';
import { views } from './views';

// What is folded leaves the picture its room before it is begun.
filters();
const figure = document.querySelector<HTMLElement>('figure.scene');
const scene = figure ? new Scene(figure) : undefined;

const search = document.querySelector<HTMLInputElement>('#q');
if (search) {
  // What is in the picture is flown to, the rest opened.
  suggest(search, (key) => {
    const box = scene?.picture.boxes.find((b) => b.key === key);
    if (scene && box) scene.select(box, true);
    else open(key);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault();
      search.focus();
    }
  });
}
impact(scene);
review();
intake();
scenarios();
views();
printing();
live();
// On a narrow screen the pages are a row that is wider than it: the one that is open is in view.
const current = document.querySelector<HTMLElement>('header nav [aria-current]');
const row = current?.parentElement;
if (row) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
document.documentElement.dataset['klar'] = 'ja';
