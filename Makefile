# sayso: two commands set it up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Training is more than twice as fast with it: apt-get install libtcmalloc-minimal4
TCMALLOC := $(firstword $(wildcard /usr/lib/*/libtcmalloc_minimal.so.4))

.PHONY: demo test check format browser postgresql train clean
.DELETE_ON_ERROR:

# Shows a question and its answer.
ask = echo; echo '$$ sayso $(1) --ledger sayso.db'; $(BIN)/sayso $(1) --ledger sayso.db

demo: $(VENV)/installed ## read the sample corpus into sayso.db, ask it some questions and write a report
	@$(BIN)/sayso read examples/corpus --ledger sayso.db --format html --output report.html
	@$(call ask,claims --words "warned or warning" --limit 5)
	@$(call ask,who Temirbekova --limit 6)
	@$(call ask,figures --measure killed --place Toktogul --limit 8)
	@$(call ask,sources --limit 8)
	@$(call ask,stats)
	@echo; echo "Ask more of $(CURDIR)/sayso.db; the report on the whole corpus is $(CURDIR)/report.html"

test: $(VENV)/installed-test browser postgresql ## run every test
	$(BIN)/python -m pytest

check: $(VENV)/installed-test ## style, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed-test ## mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser: ## the tests of web pages run in Chromium
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null; \
	else echo "Chromium is not installed: tests of web pages are skipped. Install it as root: apt-get install chromium"; fi

postgresql: ## the tests of ledgers start a server of their own
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null; \
	else echo "PostgreSQL is not installed: tests on it are skipped. Install it as root: apt-get install postgresql"; fi

train: $(VENV)/installed-train ## train the weights from scratch: make train DATA=folder of corpora
	@test -n "$(DATA)" || { echo "say where the corpora are: make train DATA=path/to/data"; exit 2; }
	LD_PRELOAD=$(TCMALLOC) $(BIN)/python -m training.train --data $(DATA) --out build/training
	$(BIN)/python -m training.export --net build/training
	$(BIN)/python -m training.tune --data $(DATA)

clean: ## take away what the other targets made
	rm -rf $(VENV) build report.html sayso.db*

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@ $(VENV)/installed

$(VENV)/installed-train: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[train]"
	@touch $@ $(VENV)/installed
