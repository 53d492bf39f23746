// Draws docs/neo4j/skema.svg: what the server answers to CALL db.schema.visualization(), laid out by `effekt layout`.
//   node docs/neo4j/skema.mjs http://localhost:7474 neo4j PASSWORD EFFEKT > docs/neo4j/skema.svg
// Colours are those of schema/neo4j/effektkaeder.grass. I_KOMMUNE, I_CENTER, ANGIVER and
// KOBLER_TIL lead between nearly all kinds and are told in words.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [server, user, password, effekt] = process.argv.slice(2);
const everywhere = ['I_KOMMUNE', 'I_CENTER', 'ANGIVER', 'KOBLER_TIL'];
const levels = ['Rolle', 'Politik', 'PolitiskMaal', 'Indsats', 'Bidrag', 'Effekt', 'Indikator', 'Dokumentation'];
const beside = { Vision: 1, Organisation: 1, Aftale: 2, Maalgruppe: 5, Milepael: 6, Opfoelgning: 6, Risiko: 5, Redskab: 7, Maaling: 7 };
const answer = await fetch(`${server}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    },
    body: JSON.stringify({ statement: 'CALL db.schema.visualization()' }),
}).then((r) => r.json());
const [seen, drawn] = answer.data.values[0];
const label = new Map(seen.map((n) => [n.elementId, n.labels[0] ?? n.properties.name]));
const triples = drawn.map((r) => [label.get(r.startNodeElementId), r.type, label.get(r.endNodeElementId)].join(' '));
const grass = readFileSync(new URL('../../schema/neo4j/effektkaeder.grass', import.meta.url), 'utf8');
const colour = (label, name) => new RegExp(`node\\.${label} \\{[^}]*?[ ;\\n]${name}: (#[0-9a-f]{6})`).exec(grass)?.[1] ?? '#5a5a5a';

const pairs = new Map();
for (const [from, type, to] of [...new Set(triples)].sort().map((t) => t.split(' '))) {
    if (!everywhere.includes(type)) {
        const key = `${from} ${to}`;
        pairs.set(key, [...(pairs.get(key) ?? []), type]);
    }
}
const labels = [...new Set([...pairs.keys()].flatMap((k) => k.split(' ')))].sort();
const size = (text, each) => Math.round(each * text.length) + 20;
const ends = [...pairs.keys()].filter((key) => key.split(' ')[0] !== key.split(' ')[1]);
const graph = {
    nodes: labels.map((id) => ({ id, width: size(id, 8), height: 34, level: beside[id] ?? levels.indexOf(id) })),
    edges: ends.map((key) => ({
        id: key,
        source: key.split(' ')[0],
        target: key.split(' ')[1],
        labelWidth: Math.max(...pairs.get(key).map((t) => size(t, 6))),
        labelHeight: 13 * pairs.get(key).length,
    })),
};
const laid = JSON.parse(execFileSync(effekt, ['layout', '--effort', 'thorough'], { input: JSON.stringify(graph), maxBuffer: 1 << 26 }));

const own = (id) => pairs.get(`${id} ${id}`) ?? [];
const between = (points) => {
    const [a, b] = points.slice(Math.ceil(points.length / 2) - 1);
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};
const words = [];
const lines = laid.edges.map(({ id, points, label: at = between(points) }) => {
    const own = pairs
        .get(id)
        .map((t, i, all) => `<text x="${at[0]}" y="${at[1] + 13 * (i - (all.length - 1) / 2) + 4}" class="r">${t}</text>`)
        .join('');
    words.push(own);
    return `<polyline points="${points.map((p) => p.join(',')).join(' ')}" marker-end="url(#a)"/>`;
});
const boxes = laid.nodes.map(({ id, x, y, width, height }) => {
    const loop = own(id).map((t, i) => `<text x="${x + width / 2}" y="${y - 5 - 12 * i}" class="r">${t} ↻</text>`);
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${colour(id, 'color')}" stroke="${colour(id, 'border-color')}"/>
<text x="${x + width / 2}" y="${y + height / 2 + 5}" class="k">${id}</text>${loop.join('')}`;
});
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -30 ${laid.width + 20} ${laid.height + 40}" role="img">
<title>Skemaet i Neo4j: slagsene og relationerne imellem dem</title>
<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#6b7785"/></marker></defs>
<style>rect{stroke-width:1.5}polyline{fill:none;stroke:#6b7785}text{font-family:DejaVu Sans,sans-serif;text-anchor:middle}.k{font-size:13px;font-weight:bold;fill:#1b1b1b}.r{font-size:9px;fill:#1b1b1b;paint-order:stroke;stroke:#ffffff;stroke-width:3px}</style>
<rect x="-10" y="-30" width="${laid.width + 20}" height="${laid.height + 40}" fill="#ffffff" stroke="none"/>
${lines.join('\n')}
${boxes.join('\n')}
${words.join('\n')}
</svg>
`);
