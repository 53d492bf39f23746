import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const example = `# Alle bidrag med deres effekter, og hvad der koblede dem til andre
{
  alleBidrag(first: 5, order: [{ titel: ASC }]) {
    totalCount
    nodes {
      titel
      effekter { titel indikatorer { titel } }
      koblinger(first: 5) { edges { node { titel } kant { art tillid } } }
    }
  }
}
`;

const root = document.getElementById('graphiql');
if (root) {
    const { query, variables } = root.dataset;
    createRoot(root).render(
        <GraphiQL
            fetcher={createGraphiQLFetcher({ url: '/graphql' })}
            defaultQuery={example}
            {...(query ? { initialQuery: query, initialVariables: variables ?? '' } : {})}
        />,
    );
}
