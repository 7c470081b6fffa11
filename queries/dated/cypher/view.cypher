// The same of the statement of a direct edge. Bound by a list, since the embedded engine looks up
// an id only where it is a variable.
any(dated_id IN [__X__.statement] WHERE EXISTS {
      MATCH (dated_s:Entity {id: dated_id}) WHERE __STATEMENT__ })
