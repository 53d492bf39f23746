import { addressOf, onShown, visit } from './page';

/** A choice among the filters shows at once; a day when it is whole. What is asked in two fields waits for both, and for its button. */
export function filters(): void {
  const listen = () => {
    document.querySelectorAll<HTMLFormElement>('.filters form.filter').forEach((form) => {
      if (form.dataset['live']) return;
      form.dataset['live'] = 'ja';
      sliders(form);
      form.addEventListener('change', () => void visit(addressOf(form), true));
    });
  };
  // Folded or not is the reader's own choice, whatever of the page is drawn anew; on a narrow screen the picture needs the room.
  let isOpen = !window.matchMedia('(max-width: 900px)').matches;
  const keep = () =>
    document.querySelectorAll<HTMLDetailsElement>('.filters > details').forEach((d) => {
      d.open = isOpen;
      d.querySelector('summary')?.addEventListener('click', () => (isOpen = !d.open));
    });
  listen();
  keep();
  onShown(() => {
    listen();
    keep();
  });
}

/** Two sliders over the agreements' days write the two dates; the one that is moved pushes the other along. */
function sliders(form: HTMLFormElement): void {
  const both = [...form.querySelectorAll<HTMLInputElement>('input[type=range][data-day]')];
  const write = (slider: HTMLInputElement) => {
    const day = dayOf(Number(slider.value));
    slider.setAttribute('aria-valuetext', day);
    const isEnd = slider.value === (slider.dataset['day'] === 'fra' ? slider.min : slider.max);
    const field = form.elements.namedItem(slider.dataset['day']!);
    // At its end a slider lets all pass.
    if (field instanceof HTMLInputElement) field.value = isEnd ? '' : day;
  };
  for (const slider of both) {
    slider.hidden = false;
    slider.setAttribute('aria-valuetext', dayOf(Number(slider.value)));
    slider.addEventListener('input', () => {
      write(slider);
      for (const other of both) {
        const beyond = Number(slider.value) - Number(other.value);
        const crossed = slider.dataset['day'] === 'fra' ? beyond > 0 : beyond < 0;
        if (other === slider || !crossed) continue;
        other.value = slider.value;
        write(other);
      }
    });
  }
}

/** Days since 1970 as a date field has it: 17167 is 2017-01-01. */
export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
