interface Told {
  nummer: number;
  forfatter: string;
  resume: string;
}

/** One quiet line when somebody has changed the graph, and an offer to show it. Listens only while the page is looked at. */
export function live(): void {
  const question = 'subscription { grafAendret { nummer forfatter resume } }';
  let source: EventSource | undefined;

  const listen = () => {
    source = new EventSource(`/graphql?query=${encodeURIComponent(question)}`);
    source.addEventListener('next', (event) => {
      const { data } = JSON.parse((event as MessageEvent<string>).data) as { data?: { grafAendret: Told } };
      if (data) tell(data.grafAendret);
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

function tell({ nummer, forfatter, resume }: Told): void {
  let line = document.querySelector<HTMLElement>('.live');
  if (!line) {
    line = document.createElement('p');
    line.className = 'live';
    line.setAttribute('role', 'status');
    document.body.append(line);
  }
  const show = document.createElement('a');
  show.href = location.href;
  show.textContent = 'Vis det nye';
  show.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  const changes = document.createElement('a');
  changes.href = `/aendringer?fra-revision=${nummer - 1}&til-revision=${nummer}`;
  changes.textContent = 'Se ændringen';
  line.replaceChildren(`${forfatter}: ${resume} (revision ${nummer}). `, show, ' ', changes);
}
