// node yoga.mjs PORT DATA
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { resolvers, typeDefs } from './schema.mjs';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, graphiql: false, landingPage: false });
createServer(yoga).listen(Number(process.argv[2]), '127.0.0.1');
