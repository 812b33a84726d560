# The human entry points. Every goal sets up what it needs; `make help` lists them.
# Relative paths and `.venv/bin/python -m` only, so a folder with spaces in its name works.
.DEFAULT_GOAL := site
.PHONY: site start publish serve check test import export translations new-stretch new-routine format golden bench \
	figure figures sheet lock clean help ready-build ready-test ready-lock needs-id

PYTHON = .venv/bin/python

site: ready-build ## Build the whole site (this is what plain `make` does)
	@$(PYTHON) scripts/build.py --site

start: ready-build ## Start a site of your own: make start NAME="Example Back Clinic"
	@$(PYTHON) scripts/build.py start "$$NAME" # make hands NAME on, whatever it holds

publish: ready-build ## Build the site that goes online, and record its addresses for ever
	@$(PYTHON) scripts/build.py publish

serve: ready-build ## Show the site on this machine; a saved YAML file shows at once
	@$(PYTHON) scripts/build.py serve

check: ready-build ## Check the content only, in a second or two
	@$(PYTHON) scripts/build.py check

test: ready-test ## Run every test, linter and type checker
	@$(PYTHON) scripts/build.py test

new-stretch: needs-id ready-build ## Start a new stretch: make new-stretch ID=wall-calf-stretch
	@$(PYTHON) scripts/build.py new stretch "$(ID)"

new-routine: needs-id ready-build ## Start a new routine: make new-routine ID=desk-break
	@$(PYTHON) scripts/build.py new routine "$(ID)"

import: ready-build ## Take in stretches of your own: make import FILE=exercises.xlsx [MAP=columns.yml]
	@test -n "$(FILE)" || { echo "Say which file: make import FILE=exercises.xlsx" >&2; exit 1; }
	@$(PYTHON) scripts/build.py import "$(FILE)" $(if $(MAP),--map "$(MAP)")

export: ready-build ## Write the library into export/ for others: CSV, XLSX, JSON, FHIR
	@$(PYTHON) scripts/build.py export

translations: ready-build ## Bring the catalogues for translators up to date; begin one: make translations LANGUAGE=pl
	@$(PYTHON) scripts/build.py translations $(LANGUAGE)

figure: ready-build ## Show a picture while you edit its pose: make figure ID=bridge (without ID: all)
	@$(PYTHON) scripts/build.py figure $(ID)

figures: ready-build ## Draw the pictures whose poses have changed, into content/pictures/
	@$(PYTHON) scripts/build.py figures

sheet: ready-test ## Put all pictures on one sheet, for the README
	@$(PYTHON) scripts/build.py sheet

format: ready-test ## Lay out Python and JavaScript as `make test` wants it
	@$(PYTHON) scripts/build.py format

golden: ready-test ## Accept what the generator now writes as the expected files
	@STRETCHBOOK_BLESS=1 $(PYTHON) -m pytest -q -m golden

bench: ready-build ## Measure the build at 1,000 and 5,000 stretches against others
	@$(PYTHON) scripts/build.py bench $(SIZES)

lock: ready-lock ## Renew the lock files of Python and npm packages
	@$(PYTHON) scripts/build.py lock

clean: ## Remove everything that was made or installed
	@if test -x $(PYTHON); then $(PYTHON) scripts/build.py clean; fi
	@rm -rf site .cache .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

ready-build ready-test ready-lock: ready-%:
	@sh scripts/set-up.sh $*

needs-id:
	@test -n "$(ID)" || { echo "Say which one: make $(MAKECMDGOALS) ID=some-id" >&2; exit 1; }
