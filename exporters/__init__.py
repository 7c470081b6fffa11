"""What goes out: RDF and other formats, streamed from the graph."""
