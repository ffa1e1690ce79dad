# Flipchart's commands. On a fresh Debian 12 or Ubuntu 24.04, or newer, `make run` is all it takes.
.PHONY: help run test setup develop lint bench pictures gallery words extract pin
.DEFAULT_GOAL := help
# Byte code is kept, so that the second start is quick, whatever the caller's environment says.
unexport PYTHONDONTWRITEBYTECODE

PY ?= .venv/bin/python
UV ?= uv
POT ?= workshop/locale/flipchart.pot
ROOMS = main.py workshop ui frameworks exports

help:
	@echo "make run     set up what is missing and open Flipchart"
	@echo "make test    set up what is missing and pass the suite"
	@echo "make setup   the first half of make run alone"
	@echo "make lint    format, lint, types and layers"
	@echo "make bench   measure what ARCHITECTURE.md promises"
	@echo "make pictures  draw the README's and the manual's pictures anew"
	@echo "make gallery draw every screen, scene and page into build/gallery, and check them"
	@echo "make words   collect all texts into the catalogue's template"
	@echo "make pin     write the pinned requirements anew (needs uv)"

run: setup
	@.ci/open

test: develop
	@$(PY) -m pytest -n 2 --dist worksteal -q

setup:
	@.ci/setup app

develop:
	@.ci/setup develop

lint: develop
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()"

bench: develop
	@$(PY) -m tests.bench

pictures: develop
	@$(PY) -m tests.pictures

gallery: develop
	@$(PY) -m tests.gallery

words: develop
	@$(MAKE) --silent extract

# Without line numbers, so that the template changes only where a text does.
extract:
	@$(PY) -m babel.messages.frontend --quiet extract --no-default-keywords \
		-k say -k count:1,2 -k mark --add-location=file --sort-output \
		--project=Flipchart --copyright-holder="The Flipchart authors" \
		--output=$(POT) $(wildcard $(ROOMS))

# Universal: one file for Python 3.11 and newer on Linux, macOS and Windows. No registry's address
# goes in, so that any mirror serves.
PIN = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet
pin:
	@$(PIN) -o requirements.txt
	@$(PIN) -o requirements-dev.txt --group dev -c requirements.txt
	@sed -i '1i # What Flipchart runs on, pinned and hash-checked. Written by `make pin`.' \
		requirements.txt
	@sed -i '1i # The same plus what its tests and linters need: one file, so one installation.' \
		requirements-dev.txt
