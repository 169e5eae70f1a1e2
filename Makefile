# Haqqi: `make run` starts everything, `make test` checks everything. Both set up what is missing.
PYTHON ?= python3
export RASA_TELEMETRY_ENABLED = false

.PHONY: run test setup stop lock lint nlu-report nlu-bench

run: setup
	@exec .venv/bin/haqqi up

test: setup
	@.venv/bin/python scripts/check.py

stop:
	@if [ -x .venv/bin/haqqi ]; then .venv/bin/haqqi stop; else echo 'Nothing is running here: Haqqi is not set up.'; fi

setup:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed as python3, or: make PYTHON=/path/to/python3.11 ...' >&2; exit 1; }
	@$(PYTHON) scripts/setup.py

lint: setup
	@.venv/bin/python scripts/check.py --lint-only

# How well unseen writers are understood: cross-validation by writer, and the confusion matrix as a picture.
nlu-report: setup
	@cd bot && PYTHONPATH=.. .venv/bin/python -m components.cross_validation

# The same pipeline on data that nobody here wrote: ArBanking77, if it lies in a folder nludata beside this one.
NLUDATA = $(firstword $(wildcard ../nludata/arbanking77 ../*/nludata/arbanking77))
nlu-bench: setup
	@if [ -n "$(NLUDATA)" ]; then cd bot && PYTHONPATH=.. .venv/bin/python -m components.outside_bench "$(abspath $(NLUDATA))"; \
		else echo 'No nludata/arbanking77 beside this folder: nothing to measure on.'; fi

# Renew the locked requirement files (add UPGRADE=--upgrade to take new releases).
LOCK = $(or $(wildcard .tools/bin/uv),uv) pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)
lock:
	$(LOCK) --universal --python-version 3.11 requirements/service.in -o requirements/service.txt
	$(LOCK) --universal --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	$(LOCK) --python-version 3.10 bot/requirements.in -o bot/requirements.txt
