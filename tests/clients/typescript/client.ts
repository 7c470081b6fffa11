// What a page in TypeScript does with the service. It is compiled, not run: the types are checked
// against the OpenAPI document, so a field that is renamed or dropped is found here.
import createClient from "openapi-fetch";
import type { components, paths } from "./sahelgraph";

type Thing = components["schemas"]["Thing"];
type Problem = components["schemas"]["ProblemDetail"];

const client = createClient<paths>({ baseUrl: "http://127.0.0.1:8000" });

export async function supporters(of: string, place: string): Promise<Thing[]> {
  const { data, error } = await client.GET("/v1/queries/who-supports", {
    params: { query: { of, place, lang: "fr", limit: 100 } },
  });
  if (error) throw told(error);
  const found: Thing[] = [];
  for (const row of data.items) {
    const tier: "stated" | "inferred" | null = row.tier;
    if (row.actor && tier === "stated") found.push(row.actor);
  }
  return found;
}

export async function evidence(statement: string): Promise<string[]> {
  const { data, error } = await client.GET("/v1/statements/{id}", {
    params: { path: { id: statement } },
  });
  if (error) throw told(error);
  return data.evidence.map((e) => `${e.document} ${e.paragraph}: ${e.quote ?? e.summary ?? ""}`);
}

export async function search(q: string): Promise<string[]> {
  const { data, error } = await client.GET("/v1/entities", { params: { query: { q } } });
  if (error) throw told(error);
  return data.items.map((thing) => thing.label);
}

export async function cut(seed: string): Promise<unknown> {
  const { data } = await client.GET("/v1/graph", {
    params: { query: { seed: [seed], depth: 1, format: "gexf" } },
    parseAs: "text",
  });
  return data;
}

function told(problem: Problem): Error {
  return new Error(`${problem.title} (${problem.status}): ${problem.detail}, see ${problem.type}`);
}
