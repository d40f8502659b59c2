#!/usr/bin/env bash
# Looking for one person among a million, while one types. The bar: 50 ms.
set -eu
"${MAJLIS_BIN_DIR:?}/bench_search"
