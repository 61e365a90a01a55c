# Every target does its own set-up: a virtual environment in .venv, the package in it, Debian packages where needed.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: help demo test lint torture bench docs clean

help:
	@echo 'make demo      build the worked example from examples/ and say where to open it'
	@echo 'make test      ruff, mypy and every test'
	@echo 'make lint      ruff and mypy alone'
	@echo 'make torture   the long runs: kill -9, many writers, many readers'
	@echo 'make bench     the figures: speed, and the scores on the evaluation sets where they are at hand'
	@echo 'make docs      write the command reference anew from --help'
	@echo 'make clean     remove .venv and what the tools left'

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'missing: Python 3.11 or later' >&2; exit 1; }
	@bash .ci/packages venv '$(PYTHON)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python setup.cfg pyproject.toml
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(PIP) install --editable '.[test]'
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/python examples/build.py

test: lint
	@bash .ci/packages chromium
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

torture: $(VENV)/.installed-test
	@bash .ci/packages chromium
	@$(BIN)/python -m pytest -m torture --torture

bench: $(VENV)/.installed-test
	@for each in benchmarks/*.py; do echo "== $$each"; $(BIN)/python $$each || exit; done

docs: $(VENV)/.installed
	@$(BIN)/python docs/generate.py

clean:
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
