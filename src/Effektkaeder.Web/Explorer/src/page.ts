/**
 * The state of a page is its address, and nowhere else: to change something is to go to another address, whose page the server draws.
 * Only what differs is put in place, so that the frame, the zoom and the focus stay.
 */

type Swap = (next: Element | null, address: URL) => void;

const swaps = new Map<string, Swap>();
const shown: (() => void)[] = [];
let asked: AbortController | undefined;

/** How one region of the page takes its next content; without one it is simply replaced. */
export function takes(region: string, swap: Swap): void {
  swaps.set(region, swap);
}

/** Called when a page, or a part of one, has been put in place. */
export function onShown(act: () => void): void {
  shown.push(act);
}

/** Goes to what the present address becomes when its parameters are changed; where nothing changes, nowhere. */
export function go(change: (parameters: URLSearchParams) => void): void {
  const next = new URL(location.href);
  change(next.searchParams);
  if (next.href !== location.href) void visit(next, true);
}

/** The same without asking the server: for what the page has already shown by itself. */
export function note(change: (parameters: URLSearchParams) => void): void {
  const next = new URL(location.href);
  change(next.searchParams);
  history.replaceState(null, '', next);
}

/** Adds a value to a parameter that may have several, or takes it away where it is there. */
export function toggle(parameters: URLSearchParams, name: string, value: string): void {
  const values = parameters.getAll(name);
  parameters.delete(name);
  for (const each of values.includes(value) ? values.filter((v) => v !== value) : [...values, value]) parameters.append(name, each);
}

export async function visit(address: URL, isNew: boolean): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  document.body.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { headers: { Accept: 'text/html' }, signal: asked.signal });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (isNew) history.pushState(null, '', address);
    document.title = next.title;
    put(next, address);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    // Whatever went wrong, the browser's own way of opening a page says it best.
    location.assign(address);
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

function put(next: Document, address: URL): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const known = (region: HTMLElement) => next.querySelector(`[data-region="${region.dataset['region']}"]`);
  if (regions.length === 0 || !regions.some(known)) {
    location.assign(address);
    return;
  }
  for (const region of regions) {
    const name = region.dataset['region']!;
    const content = known(region);
    const swap = swaps.get(name);
    if (swap) swap(content, address);
    else region.replaceChildren(...(content ? [...content.childNodes].map((n) => document.importNode(n, true)) : []));
  }
  shown.forEach((act) => act());
}

window.addEventListener('popstate', () => void visit(new URL(location.href), false));

// Links that change the same page change it in place; all others, and those to be opened elsewhere, are the browser's.
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.hasAttribute('download') || link.target || !document.querySelector('.stage')) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || address.pathname !== location.pathname) return;
  if (address.hash && address.search === location.search) return;
  event.preventDefault();
  void visit(address, true);
});

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'get' || !form.closest('.stage')) return;
  event.preventDefault();
  void visit(addressOf(form), true);
});

/** Where a form leads; fields that are empty are not in it. */
export function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.getAttribute('action') ?? location.pathname, location.href);
  address.search = '';
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
  return address;
}
