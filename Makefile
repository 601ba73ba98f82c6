# The verbs of the house; `make` alone lists them. GNU make, a POSIX shell, and Python 3.11 or newer.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help install run test test-long bench lint types imports format check assets tools debian \
	constraints clean corpus fidelity catalogue rules errors law languages documents

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A parent's virtual environment must not lead pip astray.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP_VERSION := 26.3
PIP_INSTALL := $(BIN)/python -m pip install -qq --retries 2 --constraint constraints.txt
NO_FOLDER = $(error Name the folder with the drawings: DIR=...)
NO_INSTALL = { echo "The packages could not be installed; pip says why above." \
	"If there is no network, connect this machine, then run the same command again." >&2; exit 1; }

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

install: $(VENV)/installed assets ## Make .venv with the fingerpost command in it

run: install ## Serve the demo on http://127.0.0.1:8000 (PORT=... for another)
	@exec $(BIN)/fingerpost run --demo --port $(PORT)

test: install tools debian lint types imports ## Install what the tests need and run all of them
	@$(BIN)/python -m pytest -q -n 2

test-long: install tools debian ## Run the tests that take minutes too
	@$(BIN)/python -m pytest -q -n 2 -m "long or not long"

bench: install tools debian ## Measure what completing a task and reading a drawing cost
	@$(BIN)/python -m bench.complete_task
	@$(BIN)/python -m bench.starting
	@$(BIN)/python -m bench.packages
	@$(BIN)/python -m bench.reading
	@$(BIN)/python -m bench.conditions
	@$(BIN)/python -m bench.tables
	@$(BIN)/python -m bench.serving
	@$(BIN)/python -m bench.postgresql

corpus: install tools ## Read, tell, draw, check and start every drawing below a folder (DIR=...)
	@$(BIN)/python -m bench.corpus $(if $(DIR),"$(DIR)",$(NO_FOLDER))

fidelity: install tools debian ## Compare our pictures with bpmn-js's for every third drawing below a folder (DIR=...)
	@$(BIN)/python -m bench.fidelity --every 3 $(if $(DIR),"$(DIR)",$(NO_FOLDER))

documents: catalogue rules errors law ## Write the pages anew that are made from the pathways, the rules and the law

catalogue: install ## Write pathways/README.md anew: the shipped pathways in words and picture
	@$(BIN)/python -m tools.catalogue

rules: install ## Write the index of the checks' rules anew
	@$(BIN)/python -m tools.rules

errors: tools ## Write docs/reference/errors.md anew: all that people can be told went wrong
	@$(BIN)/python -m tools.errors

law: install ## Write the page of the periods that the law sets anew
	@$(BIN)/python -m tools.law

languages: install ## Bring the wordings of other languages up to date (LANGUAGE=cy begins one)
	@$(BIN)/python -m tools.languages $(LANGUAGE)

lint: tools ## Check style and form (ruff)
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet . || \
		{ echo "Some files are not formatted: make format" >&2; exit 1; }

types: tools ## Check types (mypy, strict)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/mypy --no-error-summary hatch_build.py

imports: tools ## Check who may import whom (import-linter)
	@$(BIN)/lint-imports >$(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }

format: tools ## Put the code into its form
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

check: lint types imports ## Lint, types and imports, without the tests

assets: $(VENV)/installed ## Build stylesheet and script where their sources have changed
	@$(BIN)/python hatch_build.py

tools: $(VENV)/tools

debian:
	@tools/debian.sh

constraints: install tools ## Write constraints.txt anew from what is installed
	@$(BIN)/python -m pip freeze --exclude-editable >constraints.txt

clean: ## Remove everything that can be made again; keeps instance/, where the data is
	@rm -rf $(VENV) webapp/static webapp/assets/node_modules webapp/assets/.built dist build \
		.pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@tools/virtual_environment.sh $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing what Fingerpost needs."
	@$(PIP_INSTALL) pip==$(PIP_VERSION) || $(NO_INSTALL)
	@$(PIP_INSTALL) --group build || $(NO_INSTALL)
	@$(PIP_INSTALL) --no-build-isolation --editable . || $(NO_INSTALL)
	@touch $@

$(VENV)/tools: $(VENV)/installed
	@echo "Installing what the tests need."
	@$(PIP_INSTALL) --group dev || $(NO_INSTALL)
	@touch $@
