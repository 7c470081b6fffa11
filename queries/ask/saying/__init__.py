"""From rows to the answer: the shape of the contract, and its sentences."""
