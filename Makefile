# Haqqi: `make run` starts everything, `make test` checks everything. Both set up what is missing.
PYTHON ?= python3
export RASA_TELEMETRY_ENABLED = false

.PHONY: run test setup stop lock lint

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

# Renew the locked requirement files (add UPGRADE=--upgrade to take new releases).
LOCK = $(or $(wildcard .tools/bin/uv),uv) pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)
lock:
	$(LOCK) --universal --python-version 3.11 requirements/service.in -o requirements/service.txt
	$(LOCK) --universal --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	$(LOCK) --python-version 3.10 bot/requirements.in -o bot/requirements.txt
