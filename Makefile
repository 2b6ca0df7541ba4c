# make run [FILE=article.txt]   set everything up, then open the window (with the sample article without FILE)
# make test                     set everything up, then lint, types and tests
# make tests                    the tests alone; BIN=python tries them on another interpreter
# make setup                    set everything up and stop
# make bundle                   dist/unspin-gui: a folder that runs without Python (PyInstaller)
#
# PYTHON=python3.12  the interpreter that makes .venv (found by itself otherwise, 3.11 or newer)
# APT=no             never call apt-get: print the line to type instead

VENV := .venv
BIN := $(VENV)/bin/python
export PYTHON APT
# $(value ...) keeps the name as typed, whatever characters it has.
export ARTICLE := $(value FILE)

.DEFAULT_GOAL := run
.PHONY: run test tests setup bundle clean

run: setup
	@case "$$ARTICLE" in \
	  '') exec $(BIN) -m unspin_gui resources/samples/sample.txt ;; \
	  '~/'*) exec $(BIN) -m unspin_gui "$$HOME/$${ARTICLE#'~/'}" ;; \
	  *) exec $(BIN) -m unspin_gui "$$ARTICLE" ;; \
	esac

setup:
	@sh tools/setup.sh all

test:
	@sh tools/setup.sh test
	$(BIN) -m ruff check .
	$(BIN) -m ruff format --check .
# Types are checked beside the tests, on one core; what is told of them comes last, and whole.
	@$(BIN) -m mypy >$(VENV)/types.txt 2>&1 & types=$$!; status=0; \
	$(MAKE) --no-print-directory tests || status=$$?; \
	wait $$types || status=$$?; \
	printf '%s\n' "$(BIN) -m mypy"; cat $(VENV)/types.txt; exit $$status

tests:
	$(BIN) -m pytest -n auto --dist loadscope --no-loadscope-reorder

bundle:
	@sh tools/setup.sh all
	$(BIN) -m pip install --quiet --disable-pip-version-check "pyinstaller>=6.10"
	$(BIN) tools/bundle.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
