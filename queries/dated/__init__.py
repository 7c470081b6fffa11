"""The graph as it stood at a date: any query can be asked of it, none has to be written for it."""
