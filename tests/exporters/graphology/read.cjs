// Opens each file given with graphology and prints, a line of JSON each, what it then holds.
const fs = require('fs');
const path = require('path');
const load = name => require(require.resolve(name, {paths: [process.env.MODULES]}));
const {Graph, MultiDirectedGraph} = load('graphology');
const gexf = load('graphology-gexf');
const graphml = load('graphology-graphml');

const READERS = {
  'gexf.gexf': text => gexf.parse(Graph, text),
  'graphml.graphml': text => graphml.parse(Graph, text),
  'graphology.json': text => MultiDirectedGraph.from(JSON.parse(text)),
  'json.json': text => {
    const data = JSON.parse(text);
    const graph = new MultiDirectedGraph();
    data.nodes.forEach(({id, ...rest}) => graph.addNode(id, rest));
    data.links.forEach(({source, target, key, ...rest}) =>
      graph.addDirectedEdgeWithKey(key, source, target, rest));
    return graph;
  }
};

for (const file of process.argv.slice(2)) {
  const graph = READERS[path.basename(file)](fs.readFileSync(file, 'utf8'));
  const nodes = {};
  graph.forEachNode((id, attributes) => (nodes[id] = attributes));
  const edges = [];
  graph.forEachEdge((id, attributes, source, target) =>
    edges.push({...attributes, id, source, target}));
  console.log(JSON.stringify({order: graph.order, size: graph.size, nodes, edges}));
}
