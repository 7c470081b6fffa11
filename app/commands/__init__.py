"""The commands, a module for each kind of work; `app.cli` puts them together."""
