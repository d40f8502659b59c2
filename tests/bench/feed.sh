#!/usr/bin/env bash
# Feed: 20,000 messages a second for 20 s through socket, decoder and model; the GUI thread may not stall for 50 ms. Options: --rate N --seconds S --channels N.
# machine_longest_stall_ms is how long a thread that does nothing was kept waiting in the same run.
set -eu
"${MAJLIS_BIN_DIR:?}/bench_feed" --seconds 2 >/dev/null # warms the page cache
exec "$MAJLIS_BIN_DIR/bench_feed" "$@"
