VENV = .venv
PYTHON = $(VENV)/bin/python

.PHONY: help install test check docs data lock

help: ## list the targets
	@sed -n "s/^\([a-z]*\):.*## /\1\t/p" Makefile

install: ## make an environment with all that development needs
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --constraint requirements.lock --editable ".[test]"

test: ## run the tests on all cores
	$(PYTHON) -m pytest -n auto

check: ## check style, types, layers and the reference of commands
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m scripts.command_reference --check

docs: ## write the reference of commands anew
	$(PYTHON) -m scripts.command_reference

data: ## make the gazetteer anew from its tables, and check the database
	$(PYTHON) -m scripts.generate_gazetteer
	$(VENV)/bin/rucn check

lock: ## write down the versions that are installed, with those of Spark
	$(PYTHON) -m pip install --quiet --editable ".[test,spark]"
	echo "# Versions that the tests pass with; \`make lock\` writes this file anew." > requirements.lock
	$(PYTHON) -m pip freeze --exclude-editable | tr '[:upper:]_' '[:lower:]-' >> requirements.lock
