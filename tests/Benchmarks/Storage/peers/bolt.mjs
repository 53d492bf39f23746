// The same statements over Bolt, by Neo4j's own driver: node bolt.mjs BOLT USER PASSWORD < statements, one JSON object a line with
// {"name", "times", "access", "statement", "parameters"}, or {"name", "times", "part", "steps": [such statements]}: a commit of them all,
// in one transaction, with a new word for the part of their keys each time. Each is asked so many times, warm; single writes are rolled
// back. Answers with a line each: name, median in ms.
import neo4j from 'neo4j-driver';
import { createInterface } from 'node:readline';

const [bolt, user, password] = process.argv.slice(2);
const driver = neo4j.driver(bolt, neo4j.auth.basic(user, password));
// As the Query API is sent them: whole numbers are whole.
const typed = (value) =>
  Array.isArray(value)
    ? value.map(typed)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, typed(v)]))
      : Number.isInteger(value)
        ? neo4j.int(value)
        : value;

// The same of a later revision.
function numbered({ p }, later) {
  if (p.on !== undefined) {
    p.on += later;
  }
  if (typeof p.revision === 'number') {
    p.revision += later;
  } else if (p.revision) {
    p.revision.number += later;
  }
  return { p };
}

async function commit(name, times, part, line) {
  const session = driver.session();
  const taken = [];
  for (let i = 0; i < times * 2; i++) {
    const steps = JSON.parse(line.replaceAll(part, `bolt-${i}-`)).steps.map((s) => [s.statement, typed(numbered(s.parameters, i + 1))]);
    const started = process.hrtime.bigint();
    const tx = session.beginTransaction();
    for (const [statement, parameters] of steps) {
      await tx.run(statement, parameters);
    }
    await tx.commit();
    if (i >= times) {
      taken.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  await session.close();
  taken.sort((a, b) => a - b);
  console.log(`${name}\t${taken[Math.floor(taken.length / 2)].toFixed(2)}`);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { name, times, access, statement, parameters, part, steps } = JSON.parse(line);
  if (steps) {
    await commit(name, times, part, line);
    continue;
  }
  const sent = typed(parameters);
  const session = driver.session({ defaultAccessMode: access === 'Read' ? neo4j.session.READ : neo4j.session.WRITE });
  const taken = [];
  for (let i = 0; i < times * 2; i++) {
    const started = process.hrtime.bigint();
    if (access === 'Read') {
      await session.executeRead((tx) => tx.run(statement, sent));
    } else {
      const tx = session.beginTransaction();
      await tx.run(statement, sent);
      const done = process.hrtime.bigint() - started;
      await tx.rollback();
      if (i >= times) {
        taken.push(Number(done) / 1e6);
      }
      continue;
    }
    if (i >= times) {
      taken.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  await session.close();
  taken.sort((a, b) => a - b);
  console.log(`${name}\t${taken[Math.floor(taken.length / 2)].toFixed(2)}`);
}
await driver.close();
