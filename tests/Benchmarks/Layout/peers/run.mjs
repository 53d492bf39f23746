// Runs one peer on a graph from stdin: {levels, nodes: [{id,width,height,level}], edges: [{id,source,target}]}
// and writes {nodes: [[x,y,width,height]], edges: [[[x,y],…]], ms}, levels leading to the right.
import { readFileSync } from "node:fs";

const engine = process.argv[2];
const runners = { elk, dagre, msagl };
const run = await runners[engine]();
if (process.argv[3] === "probe") {
  console.log("ready");
} else {
  const graph = JSON.parse(readFileSync(0, "utf8"));
  if (graph.nodes.length <= 300) await run(graph); // compiled code is measured, as in a running server
  const start = performance.now();
  const drawing = await run(graph);
  drawing.ms = performance.now() - start;
  process.stdout.write(JSON.stringify(drawing));
}

async function elk() {
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  return async (graph) => {
    const options = {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.spacing.nodeNode": "14",
      "elk.layered.spacing.nodeNodeBetweenLayers": "44",
      "elk.separateConnectedComponents": "false",
    };
    if (graph.levels) options["elk.partitioning.activate"] = "true";
    const result = await new Elk().layout({
      id: "root",
      layoutOptions: options,
      children: graph.nodes.map((n) => ({
        id: n.id,
        width: n.width,
        height: n.height,
        layoutOptions: graph.levels ? { "elk.partitioning.partition": String(n.level) } : {},
      })),
      edges: graph.edges.map((e) => ({ id: e.id, sources: [e.source], targets: [e.target] })),
    });
    return {
      nodes: result.children.map((n) => [n.x, n.y, n.width, n.height]),
      edges: result.edges.map((e) => e.sections.flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]).map((p) => [p.x, p.y])),
    };
  };
}

async function dagre() {
  const { Graph, layout } = await import("@dagrejs/dagre").then((m) => ({ Graph: (m.graphlib ?? m.default.graphlib).Graph, layout: m.layout ?? m.default.layout }));
  return (graph) => {
    const g = new Graph({ multigraph: true });
    g.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 44 });
    g.setDefaultEdgeLabel(() => ({}));
    for (const n of graph.nodes) g.setNode(n.id, { width: n.width, height: n.height });
    for (const e of graph.edges) g.setEdge(e.source, e.target, {}, e.id);
    layout(g);
    return {
      nodes: graph.nodes.map((n) => g.node(n.id)).map((n) => [n.x - n.width / 2, n.y - n.height / 2, n.width, n.height]),
      edges: graph.edges.map((e) => g.edge(e.source, e.target, e.id).points.map((p) => [p.x, p.y])),
    };
  };
}

async function msagl() {
  await import("@msagl/core/dist.min.js"); // its modules name no file endings, which Node needs; the bundle runs
  const m = globalThis.msagl;
  return (graph) => {
    const g = new m.Graph("g");
    const geom = new m.GeomGraph(g);
    const nodes = new Map();
    for (const n of graph.nodes) {
      const node = g.addNode(new m.Node(n.id));
      const box = new m.GeomNode(node);
      box.boundaryCurve = m.CurveFactory.mkRectangleWithRoundedCorners(n.width, n.height, 0, 0, new m.Point(0, 0));
      nodes.set(n.id, box);
    }
    const edges = graph.edges.map((e) => new m.GeomEdge(new m.Edge(nodes.get(e.source).node, nodes.get(e.target).node)));
    const settings = new m.SugiyamaLayoutSettings();
    settings.layerDirection = m.LayerDirectionEnum.LR;
    settings.LayerSeparation = 44;
    settings.commonSettings.NodeSeparation = 14;
    if (graph.levels) settings.sameRanks = [...new Set(graph.nodes.map((n) => n.level))].map((level) => graph.nodes.filter((n) => n.level === level).map((n) => n.id));
    geom.layoutSettings = settings;
    m.layoutGeomGraph(geom, null);
    const flat = (edge) => {
      const curve = edge.curve;
      const steps = 24;
      return Array.from({ length: steps + 1 }, (_, k) => curve.value(curve.parStart + ((curve.parEnd - curve.parStart) * k) / steps)).map((p) => [p.x, -p.y]);
    };
    return {
      nodes: graph.nodes.map((n) => nodes.get(n.id)).map((n) => [n.center.x - n.width / 2, -n.center.y - n.height / 2, n.width, n.height]),
      edges: edges.map(flat),
    };
  };
}
