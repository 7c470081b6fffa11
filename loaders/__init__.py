"""What comes in: files of triples, mapped to nodes and relationships, checked and kept in step."""
