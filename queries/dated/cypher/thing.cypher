// Whether a thing had been told of by then; what nothing tells of has no date.
(NOT __X__:Document OR (__DOCUMENT__))
AND (EXISTS { MATCH (dated_n:Statement)-[]->(__X__) WHERE __STATEMENT__ }
     OR EXISTS { MATCH (dated_n:Commitment)-[]->(__X__) WHERE __SOURCE__ }
     OR EXISTS { MATCH (dated_n:Paragraph)-[:MENTIONS|REFERS_TO]->(__X__) WHERE __PARAGRAPH__ }
     OR NOT EXISTS {
       MATCH (dated_m:Entity)-[]->(__X__)
       WHERE dated_m:Statement OR dated_m:Commitment OR dated_m:Paragraph })
