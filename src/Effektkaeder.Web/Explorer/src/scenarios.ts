import { ask } from './graphql';
import { onShown, visit } from './page';

interface Saved {
  gemScenarie: { scenarie: { navn: string } | null; fejl: { besked: string }[] };
}

const mutation = `mutation Gem($input: GemScenarieInput!) { gemScenarie(input: $input) { scenarie { navn } fejl { besked } } }`;

/** The changes on the page are kept under a name, beside the graph. */
export function scenarios(): void {
  const listen = () => {
    const form = document.querySelector<HTMLFormElement>('#gem-scenarie');
    if (!form || form.dataset['live']) return;
    form.dataset['live'] = 'ja';
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.stopPropagation();
      const told = form.querySelector<HTMLElement>('[role=status]')!;
      const navn = new FormData(form).get('navn');
      try {
        const aendringer = form.dataset['changes']!.split('\n').map(change);
        const { gemScenarie } = await ask<Saved>(mutation, { input: { navn, aendringer } });
        if (gemScenarie.fejl.length > 0) throw new Error(gemScenarie.fejl.map((f) => f.besked).join(' '));
        // The list of scenarios below has it at once, and with it a place to compare it with the others.
        await visit(new URL(location.href), false);
        const now = document.querySelector('#gem-scenarie [role=status]') ?? told;
        now.textContent = `Gemt som »${gemScenarie.scenarie?.navn}«.`;
      } catch (error) {
        told.textContent = error instanceof Error ? error.message : String(error);
      }
    });
  };
  listen();
  onShown(listen);
}

/** `KEY=udskydes:P6M`, as the address and the list have it. */
export function change(text: string): { node: string; art: string; varighed?: string } {
  const at = text.lastIndexOf('=');
  const [art, varighed] = text.slice(at + 1).split(':');
  return { node: text.slice(0, at), art: art!.toUpperCase(), ...(varighed ? { varighed } : {}) };
}
