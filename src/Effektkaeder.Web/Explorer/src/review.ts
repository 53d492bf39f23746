import { ask } from './graphql';

interface Decided {
  afgoer: { kant: { status: string } | null; fejl: { besked: string }[] };
}

const mutation = (name: string) => `mutation Afgoer($kant: String!, $revision: Int!) {
  afgoer: ${name}(input: { kant: $kant, revision: $revision }) { kant { status } fejl { besked } }
}`;

const words: Record<string, string> = { BEKRAEFTET: 'bekræftet', AFVIST: 'afvist', FORESLAAET: 'foreslået' };

/** Couplings one by one: buttons and keys confirm or refuse, and the next one is at hand. */
export function review(): void {
  const revision = Number(document.querySelector<HTMLElement>('.review')?.dataset['revision']);
  const items = () => [...document.querySelectorAll<HTMLElement>('.review .coupling')];
  items().forEach((item) => item.querySelector<HTMLElement>('.actions')?.removeAttribute('hidden'));

  const decide = async (item: HTMLElement, name: 'bekraeftKobling' | 'afvisKobling') => {
    const told = item.querySelector('small');
    try {
      const { afgoer } = await ask<Decided>(mutation(name), { kant: item.dataset['edge'], revision });
      if (afgoer.fejl.length > 0) throw new Error(afgoer.fejl.map((f) => f.besked).join(' '));
      if (told) told.textContent = words[afgoer.kant?.status ?? ''] ?? '';
      item.dataset['decided'] = afgoer.kant?.status ?? '';
      step(item, 1);
    } catch (error) {
      if (told) told.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const step = (from: HTMLElement | null, by: number) => {
    const all = items();
    const next = all[from ? all.indexOf(from) + by : 0];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('click', (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-decide]');
    const item = button?.closest<HTMLElement>('.coupling');
    if (button && item) void decide(item, button.dataset['decide'] === 'afvis' ? 'afvisKobling' : 'bekraeftKobling');
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const item = (event.target as Element | null)?.closest<HTMLElement>('.coupling') ?? null;
    if (event.key === 'n') step(item, 1);
    else if (event.key === 'f') step(item, -1);
    else if (item && event.key === 'b') void decide(item, 'bekraeftKobling');
    else if (item && event.key === 'a') void decide(item, 'afvisKobling');
    else return;
    event.preventDefault();
  });
}
