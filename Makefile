# `make run` and `make test` see to all they need by themselves: system packages, a virtual
# environment, the locked dependencies, the compiled translations. A stamp in .venv is older than
# the file it answers for where there is something to do.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-screenreader test-screenreader-newer test-package check fuzz torture \
	bench further screenshots catalogues lock accessibility-report sample package clean \
	packages-run packages-test packages-package environment

PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check
FILE ?= resources/samples/dostapni-biblioteki.pdf
OUT ?= build/further

help:
	@echo "make run                start Четиво with the sample article (FILE=… for another)"
	@echo "make test               all tests, those with a screen reader and with sound too"
	@echo "make test-screenreader  these alone"
	@echo "make test-screenreader-newer  with the newest Orca of Debian too (600 MB, once)"
	@echo "make package            what people install, into dist/ (see packaging/README.md)"
	@echo "make test-package       make it, install it in a clean Debian, try it and remove it (root alone)"
	@echo "make check              style, types, layers, translations"
	@echo "make fuzz               read ten thousand damaged files (ARGS=… for another number)"
	@echo "make torture            kill, fill and damage a library; change the article ten thousand times"
	@echo "make bench              measure the speed, beside other programs too"
	@echo "make further            print made-up news with their truth (OUT=… for another folder)"
	@echo "make screenshots        pictures of every window, in both languages and three themes"
	@echo "make accessibility-report  what is proven for whom, into docs/accessibility.md"
	@echo "make catalogues         bring the messages of the code into the translations"
	@echo "make lock               newest versions of the dependencies into the lock"
	@echo "make sample             print the sample article again (needs Chromium)"
	@echo "make clean              away with all that was made, the environment too"

run: environment
	@$(PYTHON) -m reader open $(FILE)

# Where what judges books cannot be had, the tests with it fail and say so; the others run.
test: packages-test environment
	@$(MAKE) --no-print-directory .venv-validators/.dependencies || \
		echo "The programs that judge e-books are missing: the tests in tests/validators will fail."
	@$(PYTHON) -m pytest -n 2 --no-loadscope-reorder $(ARGS)

test-screenreader: packages-test environment
	@$(PYTHON) -m pytest tests/screenreader $(ARGS)

test-screenreader-newer: packages-test environment
	@tests/screenreader/make-newer-orca build/orca-newer
	@CHETIVO_ORCA_ROOT=build/orca-newer \
		$(PYTHON) -m pytest tests/screenreader/test_newer_orca.py $(ARGS)

package: packages-run packages-package build/packaging/.dependencies
	@build/packaging/bin/python packaging/package.py

test-package: packages-test environment package
	@$(PYTHON) -m pytest tests/package $(ARGS)

check: environment
	$(PYTHON) -m ruff check . packaging/make-sample packaging/make-fonts
	$(PYTHON) -m ruff format --check . packaging/make-sample packaging/make-fonts
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) packaging/catalogues.py check

fuzz: environment
	@$(PYTHON) -m tests.fuzz.hammer $(ARGS)

torture: environment
	@$(PYTHON) -m tests.torture.library $(or $(ARGS),1000)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.torture.article 10000

bench: packages-test environment
	@$(PYTHON) tests/benchmarks/run.py

further: .venv-further/.dependencies
	@.venv-further/bin/python -m tests.further.make $(OUT)

screenshots: packages-test environment
	@$(PYTHON) -m tests.screenreader.pictures $(ARGS)

accessibility-report: packages-test environment
	@$(PYTHON) -m tests.accessibility.report $(ARGS)

catalogues: environment
	$(PYTHON) packaging/catalogues.py extract
	$(PYTHON) packaging/catalogues.py update

lock: environment
	packaging/make-lock

sample: environment
	$(PYTHON) packaging/make-sample

clean:
	rm -rf .venv .venv-peers .venv-further .venv-validators build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	find i18n -name '*.mo' -delete

packages-run packages-test packages-package: packages-%:
	@packaging/install-system-packages $*

environment: packages-run .venv/.dependencies .venv/.project .venv/.catalogues

.venv/.dependencies: packaging/requirements.txt
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
		python=$$(packaging/find-python) && $$python -m venv --clear .venv; }
	@echo "Getting the libraries that Четиво is built on: some 300 MB, once."
	@$(PIP) install --quiet --require-hashes --no-deps --requirement $<
	@touch $@

# Packages are made of the system's own Python, which is quicker than what people build themselves.
build/packaging/.dependencies: packaging/package-requirements.txt packaging/requirements.txt pyproject.toml
	@/usr/bin/python3 -m venv --clear build/packaging
	@build/packaging/bin/pip --disable-pip-version-check install --quiet --require-hashes --no-deps \
		--requirement packaging/requirements.txt
	@build/packaging/bin/pip --disable-pip-version-check install --quiet --requirement $<
	@build/packaging/bin/pip --disable-pip-version-check install --quiet --no-deps \
		--no-build-isolation --editable .
	@touch $@

# What judges books and pages is no part of the product, nor of its environment.
.venv-validators/.dependencies: tests/validators/requirements.txt \
		tests/validators/install-node-packages
	@echo "Getting the programs that judge e-books and pages: some 300 MB, once."
	@$$(packaging/find-python) -m venv .venv-validators
	@.venv-validators/bin/pip --disable-pip-version-check install --quiet --requirement $<
	@tests/validators/install-node-packages .venv-validators/bin/python
	@touch $@

# What prints the further set is no part of the product, nor of its environment.
.venv-further/.dependencies: tests/further/requirements.txt tests/further/install-packages
	@tests/further/install-packages
	@$$(packaging/find-python) -m venv .venv-further
	@.venv-further/bin/pip --disable-pip-version-check install --quiet --requirement $<
	@touch $@

.venv/.project: pyproject.toml .venv/.dependencies
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.catalogues: $(wildcard i18n/*/LC_MESSAGES/*.po) packaging/catalogues.py .venv/.dependencies
	@$(PYTHON) packaging/catalogues.py compile
	@touch $@
