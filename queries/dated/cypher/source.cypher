// Whether one of its documents was issued by then; what no document says has no date.
NOT EXISTS { MATCH (__X__)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(:Entity) }
OR EXISTS {
     MATCH (__X__)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(dated_d:Entity)
     WHERE __DOCUMENT__ }
