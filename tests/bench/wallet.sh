#!/usr/bin/env bash
# Wallet: signatures and recoveries beside libsecp256k1's bare operation; ABI, RLP and EIP-712 beside ethers; unlocking
# and the window meanwhile.
set -eu
status=0
node wallet.mjs "$@" || status=1
./unlock.sh || status=1
exit $status
