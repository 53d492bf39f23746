import { onShown } from './page';

/** An address longer than this does not travel well: mail programs and chats cut it. */
const longest = 1800;

/** The address that shows what is shown now: the page's own, or, where that is long, one of a view that is saved for it. */
export async function shortAddress(address: URL): Promise<string> {
  if (address.href.length <= longest) return address.href;
  return new URL(await save('', address), address).href;
}

/** @returns The short address's path. */
export async function save(name: string, address: URL): Promise<string> {
  const body = new URLSearchParams({ navn: name, adresse: address.pathname + address.search });
  const response = await fetch('/visninger', { method: 'POST', body, redirect: 'manual', headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(((await response.json()) as { detail?: string }).detail ?? `Serveren svarede ${response.status}.`);
  return ((await response.json()) as { adresse: string }).adresse;
}

/** A view is saved without leaving the page; without script the form leads to it. */
export function views(): void {
  const listen = () => {
    const form = document.querySelector<HTMLFormElement>('.save form');
    if (!form || form.dataset['live']) return;
    form.dataset['live'] = 'ja';
    const told = document.createElement('span');
    told.setAttribute('role', 'status');
    form.append(told);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.stopPropagation();
      try {
        const path = await save(String(new FormData(form).get('navn') ?? ''), new URL(location.href));
        const link = document.createElement('a');
        link.href = path;
        link.textContent = path;
        told.replaceChildren('Gemt: ', link);
      } catch (error) {
        told.textContent = error instanceof Error ? error.message : String(error);
      }
    });
  };
  listen();
  onShown(listen);
}
