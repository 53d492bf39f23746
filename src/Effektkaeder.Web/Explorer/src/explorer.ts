import { explore } from './diagram';
import { suggest } from './suggestions';

const search = document.querySelector<HTMLInputElement>('input[name=q]');
if (search) {
  suggest(search);
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key === '/' && !typing) {
      event.preventDefault();
      search.focus();
    }
  });
}
document.querySelectorAll<HTMLElement>('figure.diagram').forEach(explore);
document.documentElement.dataset['klar'] = 'ja';
