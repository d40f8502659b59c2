#!/usr/bin/env bash
# Feed: 20,000 messages a second for 20 s through socket, decoder and model; the GUI thread may not stall for 50 ms. Options: --rate N --seconds S --channels N.
set -eu
exec "${MAJLIS_BIN_DIR:?}/bench_feed" "$@"
