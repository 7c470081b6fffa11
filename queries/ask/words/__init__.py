"""The words a question may contain, all read from the graph."""
