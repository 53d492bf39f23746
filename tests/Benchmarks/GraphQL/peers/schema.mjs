// The part of the contract that the benchmark asks, over the same generated nodes as the others, as one would write it by hand:
// a map for the point, lists of children for the nest, a filter over an array for the page.
import { readFileSync } from 'node:fs';

export const typeDefs = /* GraphQL */ `
  type Query {
    node(id: ID!): Node
    alleNoder(where: NodeFilter, order: [NodeOrder!], first: Int): NodeConnection!
  }
  type Node {
    id: ID!
    noegle: String!
    titel: String!
    slags: String!
    niveau: Int
    kommune: String!
    boern(first: Int): NodeConnection!
  }
  type NodeConnection { nodes: [Node!]! totalCount: Int! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  input NodeFilter { kommune: TekstFilter titel: TekstFilter }
  input TekstFilter { eq: String contains: String }
  input NodeOrder { titel: Orden }
  enum Orden { ASC DESC }
`;

const nodes = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const byId = new Map();
for (const node of nodes) {
  byId.set(node.id, node);
  byId.set(node.noegle, node);
  node.children = [];
}
for (const node of nodes) if (node.parent) byId.get(node.parent).children.push(node);
for (const node of nodes) node.children.sort((a, b) => (a.noegle < b.noegle ? -1 : 1));

const page = (all, first) => {
  const items = all.slice(0, first ?? 50);
  return {
    nodes: items,
    totalCount: all.length,
    pageInfo: { hasNextPage: items.length < all.length, endCursor: items.length > 0 ? items[items.length - 1].id : null },
  };
};

const matches = (value, filter) =>
  !filter || ((filter.eq === undefined || value === filter.eq) && (filter.contains === undefined || value.toLowerCase().includes(filter.contains)));

export const resolvers = {
  Query: {
    node: (_, { id }) => byId.get(id),
    alleNoder: (_, { where, order, first }) => {
      const found = nodes.filter(n => matches(n.kommune, where?.kommune) && matches(n.titel, where?.titel));
      const direction = order?.[0]?.titel;
      if (direction) found.sort((a, b) => (a.titel < b.titel ? -1 : a.titel > b.titel ? 1 : 0) * (direction === 'DESC' ? -1 : 1));
      return page(found, first);
    },
  },
  Node: { boern: (node, { first }) => page(node.children, first) },
};
