#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the text face: Inter without its contextual alternates, which turn the x of `0x4879` into a multiplication sign.

Qt 6.4 cannot switch font features off. The result has a family of its own: under Inter's name an installed Inter would
be taken in its place. Usage: plaintext.py INTER.otf OUT.otf FAMILY STYLE
"""
import sys

from fontTools.ttLib import TTFont


def main():
    source, target, family, style = sys.argv[1:5]
    font = TTFont(source)
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family}-{style}".replace(" ", ""), 16: family, 17: style}
    font["name"].names = [n for n in font["name"].names if n.nameID not in (21, 22, 25)]
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
        font["name"].setName(text, identifier, 1, 0, 0)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames[0] = names[6]
        top.topDictIndex[0].FamilyName = family
        top.topDictIndex[0].FullName = names[4]
    font.save(target)


main()
