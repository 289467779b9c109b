# What a person runs from a clone. Everything sets itself up first; `make help` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench soak gallery lock clean
PY := .venv/bin/python
ROOMS := $(patsubst %/__init__.py,%,$(wildcard */__init__.py))
ARGS ?=

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## system packages, .venv and pinned dependencies; quick when nothing changed
	@scripts/setup

demo: setup ## a whole hall through a scripted morning (ARGS="--speed 60 --seconds 150")
	@.venv/bin/greenwindow demo $(ARGS)

test: setup ## every test (ARGS="tests/unit/hall -x")
	@$(if $(ARGS),.venv/bin/pytest $(ARGS),scripts/test)

lint: setup ## ruff, mypy --strict, import directions, generated files up to date
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy $(addprefix -p ,$(ROOMS) tests)
	.venv/bin/lint-imports
	$(PY) -m scripts.check_dependencies
	$(PY) -m wire.docs --check
	$(PY) -m scripts.hall_page --check

bench: setup ## the benchmarks, to bench/results/*.json and a table
	@$(PY) -m bench $(ARGS)

soak: setup ## the long figures of reliability; Ctrl-C stops, the next run goes on (ARGS="--list", --again, or part of a name)
	@$(PY) -m scripts.soak $(ARGS)

gallery: setup ## docs/gallery and the README's pictures, drawn anew; then look at them
	@scripts/gallery

lock: setup ## pin the dependencies anew (ARGS=--upgrade)
	@scripts/lock $(ARGS)

clean: ## take away what make and the programs made, .venv included
	rm -rf .venv var demo-out .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
