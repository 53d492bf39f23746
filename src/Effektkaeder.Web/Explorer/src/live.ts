interface Told {
  nummer: number;
  forfatter: string;
  resume: string;
}

const told: Told[] = [];
const own = new Set<number>();

/** What this page changed itself is told where it was done, not as what somebody else did. */
export function mine(revision: number): void {
  own.add(revision);
  show();
}

/** One quiet line when somebody has changed the graph, and an offer to show it. Listens only while the page is looked at. */
export function live(): void {
  const question = 'subscription { grafAendret { nummer forfatter resume } }';
  let source: EventSource | undefined;

  const listen = () => {
    source = new EventSource(`/graphql?query=${encodeURIComponent(question)}`);
    source.addEventListener('next', (event) => {
      const { data } = JSON.parse((event as MessageEvent<string>).data) as { data?: { grafAendret: Told } };
      if (!data) return;
      told.push(data.grafAendret);
      show();
    });
    // Too many listen already, or the server went: the page shows what it showed, and a reload what is new.
    source.addEventListener('error', () => source?.close());
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (document.visibilityState === 'visible') listen();
  });
  listen();
}

function show(): void {
  let line = document.querySelector<HTMLElement>('.live');
  const last = told.findLast(({ nummer }) => !own.has(nummer));
  if (!last) {
    line?.remove();
    return;
  }
  const { nummer, forfatter, resume } = last;
  if (!line) {
    line = document.createElement('p');
    line.className = 'live';
    line.setAttribute('role', 'status');
    document.body.append(line);
  }
  const fresh = document.createElement('a');
  fresh.href = location.href;
  fresh.textContent = 'Vis det nye';
  fresh.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  const changes = document.createElement('a');
  changes.href = `/aendringer?fra-revision=${nummer - 1}&til-revision=${nummer}`;
  changes.textContent = 'Se ændringen';
  line.replaceChildren(`${forfatter}: ${resume} (revision ${nummer}). `, fresh, ' ', changes);
}
