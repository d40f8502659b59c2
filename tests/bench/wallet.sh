#!/usr/bin/env bash
# Wallet: signatures and recoveries beside libsecp256k1's bare operation; ABI, RLP and EIP-712 beside ethers.
set -eu
exec node wallet.mjs "$@"
