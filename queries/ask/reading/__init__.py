"""From linked words to what is asked: typed frames."""
