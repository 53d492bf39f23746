import { Decisions, type Status } from './decisions';
import { isTyping } from './keys';
import { onShown } from './page';

const words: Record<Status, string> = { BEKRAEFTET: 'bekræftet', AFVIST: 'afvist', FORESLAAET: 'foreslået' };
const acts: Record<string, Status> = { b: 'BEKRAEFTET', bekraeft: 'BEKRAEFTET', a: 'AFVIST', afvis: 'AFVIST' };

/** Couplings one by one: buttons and keys confirm, refuse and take back, and the next one is at hand. */
export function review(): void {
  const section = () => document.querySelector<HTMLElement>('.review');
  if (!section()) return;
  let decisions = new Decisions(Number(section()!.dataset['revision']));
  const items = () => [...document.querySelectorAll<HTMLElement>('.review .coupling')];
  const show = () => items().forEach((item) => item.querySelector<HTMLElement>('.actions')?.removeAttribute('hidden'));
  show();
  onShown(() => {
    const revision = Number(section()?.dataset['revision']);
    if (revision !== decisions.revision) decisions = new Decisions(revision);
    show();
  });

  const mark = (item: HTMLElement, status: Status, isDecided: boolean) => {
    const told = item.querySelector('small');
    if (told) told.textContent = words[status];
    item.dataset['status'] = status;
    item.toggleAttribute('data-decided', isDecided);
    item.querySelector<HTMLElement>('[data-decide=fortryd]')?.toggleAttribute('hidden', !isDecided);
  };
  const fail = (item: HTMLElement | undefined, error: unknown) => {
    const told = item?.querySelector('small');
    if (told) told.textContent = error instanceof Error ? error.message : String(error);
  };
  const decide = async (item: HTMLElement, status: Status) => {
    try {
      await decisions.decide(item.dataset['edge']!, status, item.dataset['status'] as Status);
      mark(item, status, true);
      step(item, 1);
    } catch (error) {
      fail(item, error);
    }
  };
  const undo = async () => {
    const item = (edge: string) => items().find((i) => i.dataset['edge'] === edge);
    try {
      const back = await decisions.undo();
      const at = back && item(back.edge);
      if (!at) return;
      mark(at, back.status, false);
      focus(at);
    } catch (error) {
      fail(
        items().find((i) => i.contains(document.activeElement)),
        error,
      );
    }
  };
  const focus = (item: HTMLElement | undefined) => {
    item?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  };
  const step = (from: HTMLElement | null, by: number) => focus(items()[from ? items().indexOf(from) + by : 0]);

  document.addEventListener('click', (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-decide]');
    const item = button?.closest<HTMLElement>('.coupling');
    if (!button || !item) return;
    const status = acts[button.dataset['decide']!];
    void (status ? decide(item, status) : undo());
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const item = (event.target as Element | null)?.closest<HTMLElement>('.coupling') ?? null;
    if (event.key === 'n') step(item, 1);
    else if (event.key === 'f') step(item, -1);
    else if (event.key === 'u') void undo();
    else if (item && acts[event.key]) void decide(item, acts[event.key]!);
    else return;
    event.preventDefault();
  });
}
