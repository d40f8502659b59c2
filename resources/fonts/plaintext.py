#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the text face: Inter without its contextual alternates, which turn the x of `0x4879` into a multiplication sign.

Qt 6.4 cannot switch font features off. Usage: plaintext.py INTER.otf OUT.otf
"""
import sys

from fontTools.ttLib import TTFont


def main():
    source, target = sys.argv[1:3]
    font = TTFont(source)
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0
    font.save(target)


main()
