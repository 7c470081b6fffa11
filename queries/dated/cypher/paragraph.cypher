// Whether the document of a paragraph was issued by then.
NOT EXISTS { MATCH (__X__)-[:IS_PART_OF]->(dated_d:Entity) WHERE NOT (__DOCUMENT__) }
