# The environment, the service, the tests, the measurements. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: env lock serve test lint bench coverage eval clean

env: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sahelgraph needs Python 3.11 or newer; set PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked environment into $(VENV) ..." >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The lock is made again only when pyproject.toml changes; it holds hashes and no addresses.
lock:
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv
	build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --extra dev pyproject.toml -o requirements.lock

serve: env
	@$(BIN)/sahelgraph serve

lint: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n 2

bench: env
	$(BIN)/python -m bench

# How the data stands beside a reading of the same documents (a folder of YAML files).
READING ?=
coverage: env
	@test -n "$(READING)" || { echo "usage: make coverage READING=FOLDER" >&2; exit 2; }
	@$(BIN)/python -m bench.coverage $(READING)

# Questions with gold answers (YAML), asked on both engines: pass or the reason, for each and by kind.
FILE ?=
eval: env
	@test -n "$(FILE)" || { echo "usage: make eval FILE=QUESTIONS.yaml" >&2; exit 2; }
	@$(BIN)/python -m tests.evaluation.score $(FILE)

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache
