// Reads a JSON list of Mermaid texts from standard input; parses and renders each with the real Mermaid and prints
// what it made of them: labels of nodes and groups, links. A browser's measures are made up: only texts matter here.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, CSSStyleSheet: window.CSSStyleSheet });
const box = { x: 0, y: 0, top: 0, left: 0, right: 120, bottom: 40, width: 120, height: 40 };
window.SVGElement.prototype.getBBox = () => box;
window.SVGElement.prototype.getComputedTextLength = () => 50;
window.Element.prototype.getBoundingClientRect = () => box;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });

function words(element) {
  for (const lineBreak of element.querySelectorAll("br")) lineBreak.replaceWith("\n");
  return element.textContent;
}

const found = [];
for (const [index, text] of JSON.parse(readFileSync(0, "utf8")).entries()) {
  const { config } = await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const { svg } = await mermaid.render(`diagram${index}`, text);
  const page = new JSDOM(svg).window.document;
  const nodes = [...page.querySelectorAll("g.node")].map((node) => {
    const id = [...db.getVertices().keys()].find((key) => node.id.includes(`flowchart-${key}-`));
    return [id, words(node.querySelector(".nodeLabel"))];
  });
  found.push({
    config,
    nodes: Object.fromEntries(nodes),
    classes: Object.fromEntries([...db.getVertices().values()].map((node) => [node.id, node.classes])),
    groups: [...page.querySelectorAll(".cluster-label .nodeLabel")].map(words),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, edge.stroke, edge.text]),
    scripts: page.querySelectorAll("script, a, img, [onclick]").length,
  });
}
console.log(JSON.stringify(found));
