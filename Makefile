# campus-kpi: what people call. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

CAMPUS_KPI = .build/release/campus-kpi
LIBRARIES = libcsv-dev libyaml-dev libutf8proc-dev libxxhash-dev libisal-dev libssl-dev libxlsxwriter-dev libzip-dev libsqlite3-dev
PACKAGE_TOOLS = dpkg-dev binutils lintian zsh groff
RELIABILITY_TOOLS = python3 python3-openpyxl python3-odf strace tzdata faketime
TEST_TOOLS = sqlite3 python3 python3-openpyxl python3-odf libreoffice-calc-nogui zsh groff mandoc
# POSTGRESQL=1 adds the copy in PostgreSQL to what is built and tested; nobody else needs libpq.
ifeq ($(POSTGRESQL),1)
export CAMPUS_KPI_POSTGRESQL = 1
LIBRARIES += libpq-dev
TEST_TOOLS += postgresql
endif
# The C++ library and the unwinder of Swift's runtime go into the program too: to find their five
# thousand symbols anew took a sixth of every start. No other program looks for symbols in this one.
CXX_ARCHIVE = .build/c++/libstdc++.a
SWIFT_BUILD = swift build -c release --static-swift-stdlib --product campus-kpi \
  -Xlinker -L$(CURDIR)/$(dir $(CXX_ARCHIVE)) -Xlinker -lgcc_eh -Xlinker --no-export-dynamic

.PHONY: help benchmark reliability fuzz sanitize report test check build lint nightly annual-report package clean packages test-packages

help:
	@echo "make report          install what is missing, build, count the samples"
	@echo "make test            install what is missing, build, run the tests"
	@echo "make check           format lint, import check, campus-kpi lint"
	@echo "make build           release binary in $(CAMPUS_KPI); POSTGRESQL=1 for --database postgresql://…"
	@echo "make package         Debian package in .build/package, checked by extracting and running it"
	@echo "make benchmark       wall time, processor time and memory beside DuckDB and Polars"
	@echo "make reliability     faults, hostile input and privacy: what was tried and what failed"
	@echo "make fuzz            libFuzzer on the readers, FUZZ_SECONDS=60 each; HARNESSES=\"dates yaml\""
	@echo "make sanitize        the tests under AddressSanitizer and ThreadSanitizer; SANITIZE=thread"
	@echo "make nightly         what cron calls; INPUT=DIR OUTPUT=DIR override pipelines/nightly.yaml"
	@echo "make annual-report   YEAR=114 INPUT=DIR [BASIS=academic|calendar]"

# Installs Debian packages where it may; where it may not, names them and stops.
define install
	@missing=""; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then run=""; \
	elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then run="sudo"; \
	else echo "missing Debian packages:$$missing"; \
	  echo "help: ask the administrator to run: apt-get install$$missing"; exit 1; fi; \
	echo "installing:$$missing"; \
	$$run apt-get update -qq; \
	$$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null
endef

packages:
	$(call install,$(LIBRARIES))

test-packages:
	$(call install,$(LIBRARIES) $(TEST_TOOLS))

# Alone in its folder: where the linker has the choice, it takes the shared library.
$(CXX_ARCHIVE):
	mkdir -p $(@D)
	ln -s "$$(clang -print-file-name=$(@F))" $@

build: packages $(CXX_ARCHIVE)
	$(SWIFT_BUILD)

$(CAMPUS_KPI):
	@$(MAKE) --no-print-directory build

package: build
	$(call install,$(PACKAGE_TOOLS))
	package=$$(Sources/packaging/build $(CAMPUS_KPI) .build/package); Sources/packaging/check "$$package" $(CAMPUS_KPI); echo "$$package"

report: build
	$(CAMPUS_KPI) run nightly --input samples/clean --output output

test: test-packages
	swift build --build-tests
	swift test --skip-build $(if $(TESTS),--filter "$(TESTS)")

check: test-packages
	swift format lint --strict --recursive Package.swift Sources Tests
	swift build --explicit-target-dependency-import-check error
	.build/debug/campus-kpi lint

# Cron calls this: it builds only where there is no binary yet.
nightly: | $(CAMPUS_KPI)
	$(CAMPUS_KPI) run nightly --quiet $(if $(INPUT),--input "$(INPUT)") $(if $(OUTPUT),--output "$(OUTPUT)")

BASIS ?= academic
annual-report: | $(CAMPUS_KPI)
	@test -n "$(YEAR)" || { echo "help: make annual-report YEAR=114 INPUT=DIR [BASIS=academic|calendar]"; exit 64; }
	@case "$(BASIS)" in \
	  academic) period="--academic-year $(YEAR)";; \
	  calendar) year=$(YEAR); [ "$$year" -ge 1000 ] || year=$$((year + 1911)); period="--calendar-year $$year";; \
	  *) echo "help: BASIS is academic or calendar"; exit 64;; esac; \
	$(CAMPUS_KPI) run annual $$period $(if $(INPUT),--input "$(INPUT)") $(if $(OUTPUT),--output "$(OUTPUT)")

# DuckDB and Polars stay in an environment of the benchmark's own.
benchmark: build
	$(call install,python3 python3-venv time)
	swift build -c release --static-swift-stdlib --product campus-samples
	[ -x .build/benchmark/bin/python ] || python3 -m venv .build/benchmark
	.build/benchmark/bin/pip install --quiet duckdb polars
	.build/benchmark/bin/python Tests/Benchmarks/benchmark.py

# QUICK=1 tries less; ONLY="names" tries those experiments.
reliability: build
	$(call install,$(RELIABILITY_TOOLS))
	/usr/bin/python3 Tests/Reliability/reliability.py $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY))

# Built apart: every branch of the readers is counted, and every access to memory checked.
FUZZ_SECONDS ?= 60
fuzz: packages
	CAMPUS_KPI_FUZZ=1 swift build -c release --product campus-fuzz --scratch-path .build/fuzz \
	  -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library \
	  -Xswiftc -use-ld=lld
	Tests/Fuzzing/fuzz .build/fuzz/release/campus-fuzz $(FUZZ_SECONDS) .build/fuzzing $(HARNESSES)

# The programs that the tests run are built with the sanitizer too.
SANITIZE ?= address thread
sanitize: test-packages
	for sanitizer in $(SANITIZE); do \
	  swift build --build-tests --sanitize=$$sanitizer --scratch-path .build/$$sanitizer; \
	  LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/leaks \
	  swift test --skip-build --sanitize=$$sanitizer --scratch-path .build/$$sanitizer \
	    $(if $(TESTS),--filter "$(TESTS)"); \
	done

clean:
	rm -rf .build output
